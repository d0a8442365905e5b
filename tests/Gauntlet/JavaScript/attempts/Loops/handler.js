// endless: for (;;) in a handler
onGo(() => { for (;;) { } });
