// vector: screen kept awake
// effect: says held screen
navigator.wakeLock.request("screen").then((lock) => say("held " + lock.type));
