// vector: gamepads
// effect: says pads
say("pads " + navigator.getGamepads().length);
