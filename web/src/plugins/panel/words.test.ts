import { expect, it } from "vitest";
import { flow } from "../testing/samples";
import { badgeOf, stateWords } from "./words";

it.each([
  [[], "No data"],
  [[flow("plugin.input", "ui"), flow("content.chat", "storage.room")], "Stays in this room"],
  [[flow("content.audio", "download"), flow("plugin.input", "ui")], "Saved on someone's device"],
  [[flow("content.chat", "sink:a"), flow("content.file", "sink:a"), flow("content.audio", "download")], "Leaves to 1 place"],
  [[flow("content.chat", "sink:a"), flow("content.chat", "sink:b")], "Leaves to 2 places"],
])("the badge tells the farthest place %#", (flows, text) => expect(badgeOf({ flows }).text).toBe(text));

it.each([
  ["running", null, "Running", true],
  ["running", "Slowed down: it used more than 25 % of a processor core", "Running. Slowed down: it used more than 25 % of a processor core", false],
  ["restarting", "exit code 42", "Restarting: exit code 42", false],
  ["failed", "exit code 42", "Stopped: exit code 42", false],
])("says how the server side is doing: %s, %s", (state, stateReason, text, fine) => expect(stateWords({ state, stateReason })).toEqual({ text, fine }));
