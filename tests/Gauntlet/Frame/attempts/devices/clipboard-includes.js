// vector: clipboard by a command, the guard's list turned
// not: Firefox needs a person's click; tried in the pointer test
// not: Chromium needs a person's click; tried in the pointer test
// alone
// effect: says wrote
Array.prototype.includes = () => false;
String.prototype.toLowerCase = () => "x";
document.addEventListener("copy", (event) => (event.preventDefault(), say("wrote")));
document.execCommand("copy");
