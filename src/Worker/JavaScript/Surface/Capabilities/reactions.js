// reactions.read
event("reaction.sent", "reactions.read", (raw) => ({ from: raw.from, reaction: raw.reaction, at: new OwnDate(raw.at) }));
