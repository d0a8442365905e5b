// vector: load of the machine
// not: Firefox tells no load
// effect: says pressure
const observer = new PressureObserver(() => {});
observer.observe("cpu").then(() => say("pressure"));
