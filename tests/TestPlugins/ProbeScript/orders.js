// As tests/TestPlugins/Probe does it: "number order words" comes in, "number result" goes out by the log, which passes no gate.
const orders = { nothing: async () => {} };

/** An order that subscribes to an event; what comes is said as "event capability words". */
function listen(capability, subscribe) {
  orders[`listen:${capability}`] = async () => {
    subscribe((words) => console.log(`event ${capability} ${words}`));
  };
}

ui.on("input", ({ text }) => {
  const [, number, order, words] = /^(\S+) (\S+) ?([^]*)$/.exec(text);
  // Not returned: some calls take longer than a handler may.
  result(order, words).then((said) => console.log(`${number} ${said}`));
});

async function result(order, words) {
  try {
    return (await orders[order](words)) ?? "done";
  } catch (error) {
    if (error instanceof CapabilityDeniedError) return `denied ${error.capability} ${error.code}`;
    if (error instanceof RoomCallError) return `failed ${error.code}`;
    return `threw ${error.name}: ${error.message}`;
  }
}
