// word: a getter that runs while the bridge writes
onGo(() => void ui.broadcast({ get length() { say("got read"); return 1; } }));
