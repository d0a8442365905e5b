// vector: clipboard read
// alone
// effect: says read
focus();
navigator.clipboard.readText().then((text) => say("read " + text.length));
