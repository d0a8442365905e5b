// memory: waiting calls
onGo(() => { const text = "x".repeat(200000); for (let count = 0; ; count++) ui.broadcast(text + count); });
