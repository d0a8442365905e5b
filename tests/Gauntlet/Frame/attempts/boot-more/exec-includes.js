// vector: frame by insertHTML, the guard's list turned
// alone
Array.prototype.includes = () => false;
document.body.contentEditable = true;
document.body.focus();
getSelection().selectAllChildren(document.body);
document.execCommand("insertHTML", false, "<img src='$URL'>");
