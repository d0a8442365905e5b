const personAndReason = (words) => /^(\S+) ([^]*)$/.exec(words).slice(1);

orders["moderation.mute"] = (words) => moderation.mute(...personAndReason(words));
orders["moderation.remove"] = (words) => moderation.remove(...personAndReason(words));
