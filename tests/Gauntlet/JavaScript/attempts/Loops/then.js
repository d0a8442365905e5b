// endless: the `then` of what a handler returned
onGo(() => ({ then() { for (;;) { } } }));
