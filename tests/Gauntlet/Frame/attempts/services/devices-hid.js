// vector: HID devices
// effect: says hid
navigator.hid.getDevices().then((all) => say("hid " + all.length));
