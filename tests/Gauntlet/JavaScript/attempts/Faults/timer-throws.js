// gone: an error in a timer
onGo(() => void setTimeout(() => { throw new Error("tick"); }, 0));
