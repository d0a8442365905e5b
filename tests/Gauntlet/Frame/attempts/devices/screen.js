// vector: screen
// not: Firefox asks only after a person's click
// effect: says got 1
navigator.mediaDevices.getDisplayMedia({ video: true }).then((stream) => say("got " + stream.getTracks().length));
