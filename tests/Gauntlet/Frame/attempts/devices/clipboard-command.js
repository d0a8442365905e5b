// vector: clipboard written by a command
// not: Firefox needs a person's click; tried in the pointer test
// not: Chromium needs a person's click; tried in the pointer test
// alone
// effect: says wrote
document.addEventListener("copy", (event) => (event.clipboardData.setData("text/plain", "secret"), event.preventDefault(), say("wrote")));
document.execCommand("copy");
