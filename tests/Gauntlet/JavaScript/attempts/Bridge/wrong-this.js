// posted: a method of the bridge called on an object of the script's
onGo(() => chat.send.call({ capability: "ui.panel" }, target.token));
