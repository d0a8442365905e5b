// vector: the page's window.name
// effect: trace
parent.name = "$TOKEN";
