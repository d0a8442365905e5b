// endless: a comparison that never ends, in a native sort
onGo(() => [2, 1].sort(() => { for (;;) { } }));
