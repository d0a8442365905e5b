// vector: paint worklet
// not: Firefox has no paint worklet
CSS.paintWorklet.addModule("$URL.js");
