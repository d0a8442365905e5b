orders["room.info.read"] = async () => {
  const { name, people } = await room.info();
  return `${name} ${people}`;
};
orders["ui.notification"] = (words) => notifications.show(words);
orders["ui.show"] = (words) => ui.broadcast(words);
listen("recording.write", (say) => room.on("recording.started", ({ id }) => say(id)));
