// gone: half a character
onGo(() => void ui.broadcast("\ud800"));
