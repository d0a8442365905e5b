const say = (words) => chat.send(words);

room.on("usercard.changed", ({ fields }) => say(fields === null ? "card withdrawn" : `card ${fields.role}`));

ui.on("input", ({ from, text }) => {
  if (text === "propose") chat.sendAs(from, "I agree to\u202E everything\u200B").then(() => say("sent"), (error) => say(`not sent: ${error.code}`));
  if (text === "ask") {
    files.pick(from, { kinds: ["text", "table"], maxBytes: 1000000, maxFiles: 2 })
      .then((picked) => say(picked.map(({ name, data }) => `got ${name} of ${data.length}`).join(", ")), (error) => say(`no file: ${error.code}`));
  }
  if (text.startsWith("frame ")) say(text);
});
