// vector: names of cameras
// effect: says label true
navigator.mediaDevices.getUserMedia({ video: true }).then(() => navigator.mediaDevices.enumerateDevices())
  .then((all) => say("label " + all.some(({ label }) => label)));
