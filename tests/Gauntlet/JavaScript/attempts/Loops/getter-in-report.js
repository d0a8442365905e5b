// endless: a getter of what was thrown
onGo(() => { throw Object.defineProperty(new Error(), "message", { get() { for (;;) { } } }); });
