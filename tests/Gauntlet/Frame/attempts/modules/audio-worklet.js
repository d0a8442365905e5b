// vector: audio worklet
new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule("$URL.js");
