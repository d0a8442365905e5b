// endless: a native search over 2^53 places
onGo(() => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1));
