// vector: HID devices
// not: Firefox has no access to HID devices
// effect: says hid
navigator.hid.getDevices().then((all) => say("hid " + all.length));
