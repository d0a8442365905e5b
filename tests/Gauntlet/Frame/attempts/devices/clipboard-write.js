// vector: clipboard written
// alone
// effect: says wrote
focus();
navigator.clipboard.writeText("secret").then(() => say("wrote"));
