// vector: code in the page
// effect: trace
parent.eval("document.title = '$TOKEN'");
