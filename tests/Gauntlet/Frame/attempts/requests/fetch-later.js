// vector: fetchLater
// not: Firefox has no fetchLater
fetchLater("$URL", { activateAfter: 0 });
