// memory: promises
onGo(() => { const all = []; for (;;) all.push(Promise.resolve(all.length).then((value) => value)); });
