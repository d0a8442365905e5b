// memory: objects with a member each
onGo(() => { let last = null; for (let count = 0; ; count++) last = { last, [`m${count}`]: count }; });
