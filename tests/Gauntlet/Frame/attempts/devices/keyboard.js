// vector: keyboard layout
// not: Firefox tells no keyboard layout
// effect: says keys
navigator.keyboard.getLayoutMap().then((map) => say("keys " + map.size));
