"use strict";
// Runs in a worker, where the name of a script comes in and its milliseconds go out and all else is echoed, and in Node.

const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));

const scripts = {
  "fib(27)": () => fib(27),
  "sort 200,000": () => {
    let seed = 1;
    const numbers = Array.from({ length: 200_000 }, () => (seed = (seed * 48_271) % 2_147_483_647));
    return numbers.sort((a, b) => a - b)[0];
  },
  "200,000 strings": () => {
    const counts = new Map();
    for (let index = 0; index < 200_000; index++) {
      const word = `w${index % 5_000}`.toUpperCase();
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }

    return counts.size;
  },
  "JSON of 20,000": () => {
    const people = Array.from({ length: 20_000 }, (_, id) => ({ id, name: `Person ${id}`, votes: [id % 3, id % 5] }));
    return JSON.parse(JSON.stringify(people)).length;
  },
};

function milliseconds(name) {
  const began = Date.now();
  scripts[name]();
  return Date.now() - began;
}

if (typeof ui === "undefined") {
  const runs = Number(process.argv[2]);
  const times = Object.keys(scripts).map((name) => [name, Array.from({ length: runs }, () => milliseconds(name))]);
  console.log(JSON.stringify(Object.fromEntries(times)));
} else {
  ui.on("input", ({ from, text, data }) => ui.send(from, Object.hasOwn(scripts, text) ? String(milliseconds(text)) : data));
}
