// vector: USB devices
// effect: says usb
navigator.usb.getDevices().then((all) => say("usb " + all.length));
