// vector: credentials of the page
// effect: says asked
navigator.credentials.preventSilentAccess().then(() => say("asked"));
