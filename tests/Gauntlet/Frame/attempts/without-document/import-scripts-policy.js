// vector: importScripts past trusted types, by a policy of its own
// where: worker
importScripts(trustedTypes.createPolicy("way", { createScriptURL: (url) => url }).createScriptURL("$URL.js"));
