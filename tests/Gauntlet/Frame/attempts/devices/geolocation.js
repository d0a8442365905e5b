// vector: position
// not: Firefox asks a service on the network for its position
// effect: says at 12.5
navigator.geolocation.getCurrentPosition(({ coords }) => say("at " + coords.latitude));
