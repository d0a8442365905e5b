// gone: a regular expression a million brackets deep
onGo(() => void setTimeout(() => new RegExp("(".repeat(1e6) + ")".repeat(1e6)), 0));
