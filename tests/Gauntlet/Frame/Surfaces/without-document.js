// Stands before attempts that need no document, which all run in one worker. They have no line on which each could say what came of it,
// so that is one letter: n for not begun, b for begun, w when it said what it was to find out.
const states = [];
const starts = [];
let told = () => {};

const attempt = (token, expected, run) => {
  const index = states.push("n") - 1;
  const say = (value) => {
    if (expected && String(value).includes(expected)) states[index] = "w";
    told({ token, value: String(value) });
  };
  starts.push(() => {
    states[index] = "b";
    (async () => run(say))().catch(() => {});
  });
};

/** One after the other, with a pause in which the worker can answer the page; then those that take a while have some time. */
const begin = async () => {
  for (const start of starts) {
    start();
    await new Promise((resolve) => setTimeout(resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 3_000));
};

// An error that nobody catches would end them all.
for (const type of ["error", "unhandledrejection"]) addEventListener(type, (event) => event.preventDefault());
