// The plugin's log: needs no capability, goes to the operator.
const printer = (level) => (...values) => {
  let line = "";
  for (let index = 0; index < values.length && line.length < longest; index++) {
    let part;
    try {
      part = inspect(values[index]);
    } catch {
      part = "(something that cannot be printed)";
    }

    line = `${line}${index === 0 ? "" : " "}${slice(part, 0, longest)}`;
  }

  host.log(level, slice(line, 0, longest));
};

const info = printer("info");
const error = printer("error");
define(globalThis, "console", {
  debug: printer("debug"),
  log: info,
  info,
  warn: printer("warning"),
  error,
  trace: (...values) => error(...values, `\n${host.readable(new OwnError().stack)}`),
  assert: (condition, ...values) => condition || error("Assertion failed:", ...values),
});
