// vector: window.name for the page
// effect: trace
window.name = "$TOKEN";
