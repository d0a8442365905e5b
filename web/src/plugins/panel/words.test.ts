import { expect, it } from "vitest";
import { isolationWords, isUnconfined, stateWords, confinedWords } from "./words";

it.each([
  ["running", null, "Running", true],
  ["running", "Slowed down: it used more than 25 % of a processor core", "Running. Slowed down: it used more than 25 % of a processor core", false],
  ["restarting", "exit code 42", "Restarting: exit code 42", false],
  ["failed", "exit code 42", "Stopped: exit code 42", false],
])("says how the server side is doing: %s, %s", (state, stateReason, text, fine) => expect(stateWords({ state, stateReason })).toEqual({ text, fine }));

it.each([
  ["running", "tier 1: bubblewrap and seccomp", "runs confined", "Confined, tier 1: bubblewrap and seccomp.", false],
  ["running", "tier 0: none; it can do whatever the host's user can", "", "Not confined, tier 0: none; it can do whatever the host's user can.", true],
  ["failed", "not started", "", "It does not run on this host.", false],
  ["uiOnly", "no server side", "", "It has none; it runs in the browsers.", false],
])("says how the server side is confined: %s, %s", (state, isolation, short, long, loud) => {
  const plugin = { state, isolation };
  expect([confinedWords(plugin), isolationWords(plugin), isUnconfined(plugin)]).toEqual([short, long, loud]);
});
