const reactionNames = {
  "thumbs-up": "ThumbsUp", applause: "Applause", heart: "Heart", laugh: "Laugh", surprise: "Surprise", party: "Party",
};

listen("reactions.read", (say) => room.on("reaction.sent", ({ from, reaction }) => say(`${from} ${reactionNames[reaction]}`)));
listen("speaking.read", (say) => room.on("speaking.changed", ({ from, speaking }) => say(`${from} ${speaking ? "begins" : "ends"}`)));
listen("quality.stats.read", (say) => room.on("quality.changed", ({ people, rttMs, lossPercent, kbps }) =>
  say(`${people} people ${rttMs} ms ${lossPercent} % ${kbps} kbps`)));
