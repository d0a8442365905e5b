// Handlers by event. A list is never changed, only replaced, so that registering or removing one while they run takes effect with the
// next event.
const events = plain({});
const mostHandlers = 1000;

/** Declares an event: the capability it needs, and what a handler gets for it. */
function event(name, capability, make) {
  events[name] = plain({ capability, make, first: null, count: 0, isOurs: false });
}

function on(name, handler) {
  const known = typeof name === "string" ? events[name] : undefined;
  if (known === undefined || known.isOurs) throw new OwnTypeError(`There is no event ${typeof name === "string" ? slice(name, 0, 60) : typeof name}. docs/writing-a-plugin.md lists them.`);
  if (typeof handler !== "function") throw new OwnTypeError("A handler is a function.");
  if (known.capability !== null) requireCapability(known.capability);
  if (known.count >= mostHandlers) throw new OwnRangeError(`More than ${mostHandlers} handlers for one event.`);
  const entry = plain({ handler });
  known.first = append(known.first, entry);
  known.count++;
  let registered = true;
  return () => {
    if (registered) {
      registered = false;
      known.first = without(known.first, entry);
      known.count--;
    }
  };
}

function append(first, entry) {
  const copy = plain({ entry: null, next: null });
  let last = copy;
  for (let node = first; node !== null; node = node.next) last = last.next = plain({ entry: node.entry, next: null });
  last.next = plain({ entry, next: null });
  return copy.next;
}

function without(first, entry) {
  const copy = plain({ entry: null, next: null });
  let last = copy;
  for (let node = first; node !== null; node = node.next) {
    if (node.entry !== entry) last = last.next = plain({ entry: node.entry, next: null });
  }

  return copy.next;
}

/** Runs the handlers in the order of registration, the next when the promise of the one before has settled, and then says that `number` has. */
function run(number, name, first, second) {
  const known = events[name];
  let node = known.first;
  const next = () => {
    while (node !== null) {
      const { handler } = node.entry;
      node = node.next;
      let result;
      try {
        result = apply(handler, undefined, [known.make(first, second)]);
      } catch (thrown) {
        report(name, thrown);
        continue;
      }

      if ((typeof result === "object" && result !== null) || typeof result === "function") {
        whenSettled(result, next, (thrown) => {
          report(name, thrown);
          next();
        });
        return;
      }
    }

    host.done(number);
  };
  next();
}
