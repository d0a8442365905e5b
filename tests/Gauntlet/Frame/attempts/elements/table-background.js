// vector: table background
const table = document.createElement("table");
table.setAttribute("background", "$URL");
table.insertRow().insertCell().textContent = "x";
document.body.append(table);
