// flood: one line of 64 MB to the console
onGo(() => console.log("x".repeat(1 << 26)));
