// setTimeout, setInterval, queueMicrotask
const timers = new OwnMap();
const mostTimers = 10000;
const longestWait = 0x7fffffff;
let lastTimer = 0;

function start(handler, milliseconds, values, repeats) {
  if (typeof handler !== "function") throw new OwnTypeError("A timer's handler is a function.");
  if (mapSize(timers) >= mostTimers) throw new OwnRangeError(`More than ${mostTimers} timers at once.`);
  const asked = +milliseconds;
  // As browsers do: whatever is no number of milliseconds is none, and a repeated timer leaves time for others.
  const least = repeats ? 4 : 1;
  const wait = asked >= least && asked <= longestWait ? asked : least;
  const id = ++lastTimer;
  mapSet(timers, id, plain({ handler, values, wait, repeats }));
  host.schedule(id, wait);
  return id;
}

function stop(id) {
  if (mapDelete(timers, id)) host.cancel(id);
}

function fire(id) {
  const timer = mapGet(timers, id);
  if (timer === undefined) return;
  if (timer.repeats) host.schedule(id, timer.wait);
  else mapDelete(timers, id);
  try {
    apply(timer.handler, undefined, timer.values);
  } catch (thrown) {
    report("timer", thrown);
  }
}

define(globalThis, "setTimeout", function setTimeout(handler, milliseconds, ...values) { return start(handler, milliseconds, values, false); });
define(globalThis, "setInterval", function setInterval(handler, milliseconds, ...values) { return start(handler, milliseconds, values, true); });
define(globalThis, "clearTimeout", function clearTimeout(id) { stop(id); });
define(globalThis, "clearInterval", function clearInterval(id) { stop(id); });
define(globalThis, "queueMicrotask", function queueMicrotask(handler) {
  if (typeof handler !== "function") throw new OwnTypeError("A microtask is a function.");
  then(new OwnPromise((resolve) => resolve()), () => {
    try {
      apply(handler, undefined, []);
    } catch (thrown) {
      report("microtask", thrown);
    }
  });
});
