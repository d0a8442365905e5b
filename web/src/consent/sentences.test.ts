import { describe, expect, it } from "vitest";
import { flow, plugin } from "../plugins/testing/samples";
import { flowSentence, reasonsFor } from "./sentences";

const sink = { id: "summariser", url: "https://api.example.org/v1/", operator: "Example e.V.", country: "DE" };
const minutes = plugin({ publisherName: "Example e.V.", sinks: [sink] });
const byAnother = plugin({ publisherName: "Northwind", sinks: [sink] });
const nameOf = (id: string) => (id === "org.example.poll" ? "Poll" : id);

describe("what the plugin does with which data", () => {
  it.each([
    ["room.meta", "learns how good your connection is, only together with the others',"],
    ["identity.pseudonym", "learns that you are here, by a made-up id,"],
    ["identity.profile", "learns your name"],
    ["identity.card", "reads your user card"],
    ["behaviour.presence", "learns when you come and go"],
    ["behaviour.speaking", "learns when you speak"],
    ["behaviour.interaction", "reads your reactions"],
    ["content.chat", "reads what you write in the chat"],
    ["content.file", "reads the files that you hand to it"],
    ["content.audio", "takes your voice"],
    ["content.video", "takes your camera picture"],
    ["content.screen", "takes your shared screen"],
    ["plugin.input", "takes what you do in its window"],
    ["content.smell", "reads content.smell"],
  ])("%s", (data, words) => expect(flowSentence(minutes, flow(data, "storage.user"))).toMatch(new RegExp(`^Minutes ${words} and stores (it|them) on`)));
});

describe("where it goes, for how long, and who says so", () => {
  it.each([
    ["plugin.input", "ui", "none", "shows it to the others there; it is not kept."],
    ["content.chat", "ui", "none", "shows it in its window, to whoever is here; it is not kept there."],
    ["content.chat", "ui", "room", "shows it in its window, to whoever is here; it is kept until the room ends."],
    ["content.chat", "ui", "PT1H", "shows it in its window, to whoever is here; Example e.V. promises to take it away after 1 hour."],
    ["content.chat", "room", "none", "posts it to everyone in the room; it stays in front of everybody until they leave."],
    ["content.chat", "download", "room", "saves it in a file on the device of someone in the room; how long the file is kept is up to whoever has it."],
    ["content.chat", "storage.room", "room", "stores it on this host, for this room; it is deleted when the room ends."],
    [
      "content.chat", "storage.room", "P7D",
      "stores it on this host, for this room; it outlives the room, and whoever meets next under this room name can be shown it, for 7 days.",
    ],
    [
      "content.chat", "storage.room", "P1Y",
      "stores it on this host, for this room; it outlives the room, and whoever meets next under this room name can be shown it, for 30 days, the longest that this host keeps anything.",
    ],
    ["content.chat", "storage.user", "room", "stores it on this host, in a place of your own; it is deleted when the room ends."],
    ["content.chat", "storage.user", "PT1H", "stores it on this host, in a place of your own; it is deleted after 1 hour, or when the room ends."],
    ["content.chat", "plugin:org.example.poll", "none", "hands it to the plugin Poll; from there it goes only where you let Poll take it."],
    ["content.chat", "plugin:org.example.gone", "none", "hands it to the plugin org.example.gone; from there it goes only where you let org.example.gone take it."],
    ["content.chat", "elsewhere", "none", "passes it to elsewhere; it is not kept there."],
  ])("%s to %s, %s", (data, to, retention, words) =>
    expect(flowSentence(minutes, flow(data, to, { retention }), nameOf).split(" and ").slice(1).join(" and ")).toBe(words));

  it.each([
    ["none", "Example e.V. promises not to keep it."],
    ["PT24H", "Example e.V. promises to delete it after 24 hours."],
    ["room", "Example e.V. promises to delete it when the room ends."],
  ])("outside, run by the publisher, %s", (retention, words) =>
    expect(flowSentence(minutes, flow("content.chat", "sink:summariser", { retention }))).toBe(
      `Minutes reads what you write in the chat and sends it to Example e.V. in Germany (api.example.org); ${words}`,
    ));

  it.each([
    ["none", "Northwind promises that Example e.V. does not keep it."],
    ["PT24H", "Northwind promises that Example e.V. deletes it after 24 hours."],
    ["room", "Northwind promises that Example e.V. deletes it when the room ends."],
  ])("outside, run by another than the publisher, %s", (retention, words) =>
    expect(flowSentence(byAnother, flow("content.chat", "sink:summariser", { retention }))).toBe(
      `Minutes reads what you write in the chat and sends it to Example e.V. in Germany (api.example.org); ${words}`,
    ));

  it.each([
    ["ui", "none", "shows them in its window, to whoever is here; they are not kept there."],
    ["room", "none", "posts them to everyone in the room; they stay in front of everybody until they leave."],
    ["storage.room", "room", "stores them on this host, for this room; they are deleted when the room ends."],
    ["sink:summariser", "PT24H", "sends them to Example e.V. in Germany (api.example.org); Example e.V. promises to delete them after 24 hours."],
  ])("files and reactions are many, to %s, %s", (to, retention, words) =>
    expect(flowSentence(minutes, flow("content.file", to, { retention }))).toBe(`Minutes reads the files that you hand to it and ${words}`));

  it.each([["US", "in the United States ("], ["NL", "in the Netherlands ("], ["PH", "in the Philippines ("], ["CH", "in Switzerland ("], ["XX", "in XX ("]])("in the country %s", (country, words) =>
    expect(flowSentence(plugin({ sinks: [{ ...sink, country }] }), flow("content.chat", "sink:summariser"))).toContain(words));

  it("names what it does not know instead of hiding it", () =>
    expect(flowSentence(plugin(), flow("content.chat", "sink:nowhere"))).toContain("sends it to nowhere"));
});

it.each([
  ["functionality", "(api.example.org); "],
  ["accessibility", "to make the call accessible; "],
  ["moderation", "to moderate the room; "],
  ["security", "to keep the room safe; "],
  ["analytics", "to make statistics; "],
  ["personalization", "to adapt to you; "],
  ["training", "to train models; "],
  ["marketing", "for marketing; "],
])("says what for, where that is not what it is there for: %s", (purpose, words) =>
  expect(flowSentence(minutes, flow("content.chat", "sink:summariser", { purpose }))).toContain(words));

describe("the author's reasons", () => {
  const capability = (name: string, reason: string | null) => ({ name, reason, optional: false, critical: false });
  const capabilities = [capability("channel.open", "draws"), capability("files.offer", "saves"), capability("chat.read", "writes"), capability("net.fetch", "sends")];
  const whiteboard = plugin({ capabilities });

  it.each([
    ["plugin.input", "ui", ["draws"]],
    ["plugin.input", "download", ["draws", "saves"]],
    ["content.chat", "sink:summariser", ["writes", "sends"]],
    ["content.chat", "room", ["writes"]],
    ["identity.profile", "room", []],
  ])("for %s to %s: that of reading it, and that of taking it there", (data, to, reasons) =>
    expect(reasonsFor(whiteboard, flow(data, to))).toEqual(reasons));

  it("are said once where they are the same", () => {
    const same = plugin({ capabilities: [capability("chat.read", "minutes"), capability("chat.send", "minutes")] });
    expect(reasonsFor(same, flow("content.chat", "room"))).toEqual(["minutes"]);
  });
});
