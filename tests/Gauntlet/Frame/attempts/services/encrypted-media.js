// vector: key system
// effect: says keys
navigator.requestMediaKeySystemAccess("org.w3.clearkey", [{ initDataTypes: ["cenc"], videoCapabilities: [{ contentType: 'video/mp4; codecs="avc1.42E01E"' }] }]).then((access) => say("keys " + access.keySystem), (error) => error.name === "NotSupportedError" && say("keys none"));
