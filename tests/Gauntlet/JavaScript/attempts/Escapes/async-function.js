// secret: AsyncFunction
onGo(async () => say((await (async () => { }).constructor("return process.env")()).PLUGINROOM_GAUNTLET_SCRIPT_SECRET));
