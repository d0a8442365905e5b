// secret: Function: code in the global scope
onGo(() => say(Function("return process")().env.PLUGINROOM_GAUNTLET_SCRIPT_SECRET));
