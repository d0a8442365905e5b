// vector: credential made in its name
// not: Firefox keeps no passwords for pages
// effect: says made password
navigator.credentials.create({ password: { id: "x", password: "y" } }).then((made) => say("made " + made.type));
