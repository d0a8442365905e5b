// vector: MIDI
// not: Chromium finds no sound devices here
// not: Firefox asks for an add-on first
// effect: says got
navigator.requestMIDIAccess().then((access) => say("got " + access.inputs));
