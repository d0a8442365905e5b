// vector: microphone
// effect: says got 1
navigator.mediaDevices.getUserMedia({ audio: true }).then((stream) => say("got " + stream.getTracks().length));
