// posted: a forged capability object
onGo(() => Object.setPrototypeOf({ capability: "ui.panel" }, chat).send(target.token));
