// memory: a text that doubles
onGo(() => { const all = []; for (let text = "0123456789abcdef"; ; text += text) all.push(text.split("")); });
