// secret: indirect eval
onGo(() => say((0, eval)("process").env.PLUGINROOM_GAUNTLET_SCRIPT_SECRET));
