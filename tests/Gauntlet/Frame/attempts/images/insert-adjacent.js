// vector: img by insertAdjacentHTML
document.body.insertAdjacentHTML("beforeend", "<img src='$URL'>");
