import { expect, it } from "vitest";
import { flow } from "../testing/samples";
import { badgeOf } from "./words";

it.each([
  [[], "No data"],
  [[flow("plugin.input", "ui"), flow("content.chat", "storage.room")], "Stays in this room"],
  [[flow("content.audio", "download"), flow("plugin.input", "ui")], "Saved on someone's device"],
  [[flow("content.chat", "sink:a"), flow("content.file", "sink:a"), flow("content.audio", "download")], "Leaves to 1 place"],
  [[flow("content.chat", "sink:a"), flow("content.chat", "sink:b")], "Leaves to 2 places"],
])("the badge tells the farthest place %#", (flows, text) => expect(badgeOf({ flows }).text).toBe(text));
