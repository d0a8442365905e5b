// vector: camera
// effect: says got 1
navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => say("got " + stream.getTracks().length));
