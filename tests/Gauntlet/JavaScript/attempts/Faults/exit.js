// gone: process.exit
onGo(() => process.exit(3));
