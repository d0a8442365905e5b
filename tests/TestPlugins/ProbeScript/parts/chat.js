orders["chat.send"] = (words) => chat.send(words);
listen("chat.read", (say) => room.on("chat.message", (line) => say(`${line.from} ${line.text}`)));
