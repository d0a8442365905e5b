// secret: constructor.constructor of a function of the bridge
onGo(() => say(ui.broadcast.constructor("return process.env")().PLUGINROOM_GAUNTLET_SCRIPT_SECRET));
