// vector: serial ports
// effect: says serial
navigator.serial.getPorts().then((all) => say("serial " + all.length));
