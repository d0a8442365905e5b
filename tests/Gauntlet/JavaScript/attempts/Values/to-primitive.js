// word: Symbol.toPrimitive: back into the bridge while it writes
onGo(() => void console.log({ [Symbol.toPrimitive]() { ui.broadcast("x"); say("got into the middle of it"); return "x"; } }));
