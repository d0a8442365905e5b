// vector: layout of the screens
// not: Chromium asks with a prompt that nobody answers when headless
// not: Firefox has no screen details
// effect: says screens
getScreenDetails().then((details) => say("screens " + details.screens.length));
