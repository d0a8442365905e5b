// vector: body background
document.body.setAttribute("background", "$URL");
