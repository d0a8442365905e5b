// vector: audio worklet that imports
const code = URL.createObjectURL(new Blob(["import '$URL.js'"], { type: "text/javascript" }));
new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(code);
