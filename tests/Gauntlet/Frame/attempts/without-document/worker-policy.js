// vector: data worker past trusted types, by a policy of its own
// where: worker
new Worker(trustedTypes.createPolicy("way out", { createScriptURL: (url) => url }).createScriptURL("data:text/javascript,fetch('$URL')"));
