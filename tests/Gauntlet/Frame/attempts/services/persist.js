// vector: persistent storage
// effect: says asked
navigator.storage.persisted().then((is) => say("asked " + is));
