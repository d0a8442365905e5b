// Posts what it learns, and has whoever sends a thumb up muted, if the moderator agrees.
room.on("reaction.sent", ({ from, reaction }) => {
  chat.send(`reaction ${reaction}`);
  // Not returned: the moderator may take longer than a handler.
  if (reaction === "thumbs-up") moderation.mute(from, "Too loud").then(() => chat.send("muted"), (error) => chat.send(`not muted: ${error.code}`));
});

room.on("speaking.changed", ({ speaking }) => chat.send(speaking ? "somebody speaks" : "somebody is silent"));
