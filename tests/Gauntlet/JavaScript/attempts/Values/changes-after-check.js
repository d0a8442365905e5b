// heard: a text that is another one when it is written
onGo(() => void ui.broadcast({ length: 1, toJSON: () => target.token }));
