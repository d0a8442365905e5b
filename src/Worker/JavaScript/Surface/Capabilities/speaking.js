// speaking.read
event("speaking.changed", "speaking.read", (raw) => ({ from: raw.from, speaking: raw.speaking, at: new OwnDate(raw.at) }));
