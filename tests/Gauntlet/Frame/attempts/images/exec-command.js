// vector: img by execCommand insertImage
document.body.contentEditable = true;
document.body.focus();
getSelection().selectAllChildren(document.body);
document.execCommand("insertImage", false, "$URL");
