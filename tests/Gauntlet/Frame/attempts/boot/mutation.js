// vector: markup that changes when it is read again
document.body.innerHTML = "<p id='\"><iframe src=$URL.html></iframe>'></p>";
document.body.innerHTML = document.body.innerHTML.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&gt;", ">");
