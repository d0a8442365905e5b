// folder: a stack that names where on the disk the script lies
onGo(() => say(new Error("where").stack));
