// vector: img by setHTMLUnsafe
document.body.setHTMLUnsafe("<img src='$URL'>");
