// vector: the page's document changed
// effect: trace
parent.document.documentElement.dataset.way = "$TOKEN";
