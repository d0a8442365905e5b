// vector: table cell background
const cell = document.createElement("table").insertRow().insertCell();
cell.setAttribute("background", "$URL");
cell.textContent = "x";
document.body.append(cell.closest("table"));
