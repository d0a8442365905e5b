// endless: a regular expression that backtracks
onGo(() => /^(?:a+)+$/.test(`${"a".repeat(60)}b`));
