// secret: process: the environment
onGo(() => say(JSON.stringify(process.env)));
