// vector: the page's address
// alone
// effect: trace
parent.location.hash = "$TOKEN";
