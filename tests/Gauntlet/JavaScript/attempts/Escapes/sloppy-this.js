// secret: `this` of a function without one
onGo(() => say(function () { return this.process; }().env.PLUGINROOM_GAUNTLET_SCRIPT_SECRET));
