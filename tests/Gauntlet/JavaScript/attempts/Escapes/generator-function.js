// secret: GeneratorFunction
onGo(() => say((function* () { }).constructor("yield process.env")().next().value.PLUGINROOM_GAUNTLET_SCRIPT_SECRET));
