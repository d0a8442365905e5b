// vector: motion sensor
// not: Firefox has no such sensors
// effect: says sensor
const sensor = new Accelerometer();
sensor.onerror = ({ error }) => error.name !== "NotAllowedError" && say("sensor " + error.name);
sensor.onactivate = () => say("sensor active");
sensor.start();
