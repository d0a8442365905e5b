// memory: names that are never given back
onGo(() => { for (let count = 0; ; count++) Symbol.for(`${count}`.padStart(1000, "x")); });
