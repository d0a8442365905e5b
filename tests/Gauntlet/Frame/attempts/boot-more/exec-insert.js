// vector: frame by execCommand insertHTML
// alone
document.body.contentEditable = true;
document.body.focus();
getSelection().selectAllChildren(document.body);
document.execCommand("insertHTML", false, "<iframe src='$URL.html'></iframe>");
