// vector: Bluetooth
// not: Chromium has no Bluetooth on Linux without a flag
// not: Firefox has no Bluetooth
// effect: says bluetooth
navigator.bluetooth.getAvailability().then((is) => say("bluetooth " + is));
