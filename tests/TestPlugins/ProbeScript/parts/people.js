orders["participants.list"] = async () =>
  (await participants.list()).map(({ name }) => name ?? "somebody").sort().join();
listen("participants.profile.read", (say) => room.on("participant.renamed", ({ name }) => say(name ?? "nobody")));
listen("presence.subscribe", (say) => {
  room.on("participant.joined", ({ name }) => say(`joined ${name ?? "somebody"}`));
  room.on("participant.left", () => say("left"));
});
