// vector: list of fonts
// not: Firefox lists no fonts
// alone
// effect: says fonts
queryLocalFonts().then((fonts) => say("fonts " + fonts.length));
