// vector: USB devices
// not: Firefox has no access to USB devices
// effect: says usb
navigator.usb.getDevices().then((all) => say("usb " + all.length));
