// vector: load of the machine
// effect: says pressure
const observer = new PressureObserver(() => {});
observer.observe("cpu").then(() => say("pressure"));
