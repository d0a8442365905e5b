// quality.stats.read
event("quality.changed", "quality.stats.read", (raw) => ({ people: raw.people, rttMs: raw.rttMs, lossPercent: raw.lossPercent, kbps: raw.kbps }));
