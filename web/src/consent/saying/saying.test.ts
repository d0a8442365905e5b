import { describe, expect, it } from "vitest";
import { flow, plugin } from "../../plugins/testing/samples";
import { abilitiesOf } from "./abilities";
import { durationWords, secondsOf } from "./durations";
import { badgeOf } from "./reach";
import { takingBackWords } from "./takingBack";
import { listed, named, plain, say } from "./words";

describe("a duration", () => {
  it.each([
    ["PT1H", "1 hour", 3_600], ["PT90M", "90 minutes", 5_400], ["P1M", "1 month", 2_592_000], ["PT1M", "1 minute", 60],
    ["P1DT12H", "1 day 12 hours", 129_600], ["P2W", "2 weeks", 1_209_600], ["P1Y", "1 year", 31_536_000], ["P0DT5S", "5 seconds", 5], ["soon", "soon", 0],
  ])("%s", (duration, words, seconds) => expect([durationWords(duration), secondsOf(duration)]).toEqual([words, seconds]));
});

const can = (...names: string[]) => names.map((name) => ({ name, reason: null, optional: false, critical: false }));

const sink = (id: string, operator: string) => ({ id, url: `https://${id}.example.org/`, operator, country: "DE" });

describe("the badge tells the farthest place", () => {
  const sinks = [sink("a", "Example e.V."), sink("b", "Example e.V."), sink("c", "Northwind")];
  it.each([
    [[], "No data"],
    [[flow("plugin.input", "ui"), flow("content.chat", "room")], "Stays in this room"],
    [[flow("plugin.input", "ui"), flow("content.chat", "plugin:x")], "Stays in this room"],
    [[flow("plugin.input", "ui"), flow("content.chat", "storage.room")], "Stored here"],
    [[flow("content.chat", "storage.user", { optional: true })], "Stored here"],
    [[flow("content.audio", "download"), flow("plugin.input", "storage.room")], "Saved on someone's device"],
    [[flow("content.chat", "sink:a"), flow("content.file", "sink:a"), flow("content.audio", "download")], "Leaves to 1 place"],
    [[flow("content.chat", "sink:a"), flow("content.chat", "sink:b")], "Leaves to 1 place"],
    [[flow("content.chat", "sink:a"), flow("content.chat", "sink:c", { optional: true })], "Leaves to 2 places"],
    [[flow("content.chat", "sink:nobody"), flow("content.chat", "sink:knows")], "Leaves to 2 places"],
  ])("%#", (flows, text) => expect(badgeOf(plugin({ flows, sinks })).text).toBe(text));

  it("which for a changed picture is this browser", () =>
    expect(badgeOf(plugin({ capabilities: can("media.local.transform") })).text).toBe("Stays in your browser"));
});

describe("what it can do besides", () => {
  it.each([
    ["room.info.read", "Minutes can read the room's name and how many are here."],
    ["ui.overlay", "Minutes can draw over the pictures of the call."],
    ["ui.notification", "Minutes can show everybody short notices."],
    ["chat.send", "Minutes can post in the chat, under its own name."],
    ["chat.sendAsUser", "Minutes can post in the chat in your name, and asks you before each line."],
    ["channel.open", "Minutes can carry what happens in its windows from browser to browser."],
    ["storage.room", "Minutes can keep values on this host for the room."],
    ["storage.user", "Minutes can keep values on this host for each person."],
    ["files.offer", "Minutes can offer you a file to save, and asks you before each."],
    ["files.pick", "Minutes can ask you to hand it a file; it sees no other."],
    ["media.publish", "Minutes can add a picture and sound of its own to the call."],
    ["media.local.transform", "Minutes can change your camera picture, inside your own browser, before the others see it."],
    ["net.webhook.receive", "Minutes can be sent messages by a service outside."],
    ["net.fetch", "Minutes can ask Example e.V. and Northwind for data, and carries there only what is listed above."],
    ["moderation.mute", "Minutes can ask to mute somebody; a moderator has to say yes first."],
    ["moderation.remove", "Minutes can ask to remove somebody; a moderator has to say yes first."],
    ["plugin.call", "Minutes can ask other plugins in this room to do something."],
  ])("%s", (name, words) => {
    const minutes = plugin({ capabilities: can(name), sinks: [sink("a", "Example e.V."), sink("b", "Example e.V."), sink("c", "Northwind")] });
    expect(abilitiesOf(minutes).map((ability) => plain(ability.words))).toEqual([words]);
  });

  it("is not said twice: what gives data or shows it stands in the flows", () => {
    const capabilities = can("chat.read", "ui.stage", "ui.panel", "participants.list", "channel.open", "storage.room", "recording.write");
    expect(abilitiesOf(plugin({ capabilities, flows: [flow("plugin.input", "ui"), flow("content.chat", "storage.room")] }))).toEqual([]);
  });
});

it("says what taking back does, and what it cannot do, by where the data went", () => {
  const words = (...to: string[]) =>
    takingBackWords(plugin({ sinks: [sink("a", "Example e.V.")], flows: to.map((each) => flow("content.chat", each)) })).map(plain);
  const [stops, receipt] = [words()[0]!, words()[1]!];
  expect(stops).toMatch(/^It ends at once/);
  expect(receipt).toMatch(/^You get a receipt/);
  expect(words("storage.room")).toEqual([stops, "What it stored with your data in it is deleted.", receipt]);
  expect(words("sink:a")).toEqual([stops, "What was sent to Example e.V. before is there; only they can delete it.", receipt]);
  expect(words("download", "ui")).toEqual([stops, "A file that somebody saved stays on their device.", "What others have seen by then, they have seen.", receipt]);
});

it("keeps others' names apart from its own words", () => {
  const name = named("מרים");
  expect(say`a ${name} b ${say`c ${name}`} d`).toEqual(["a ", name, " b ", "c ", name, "", " d"]);
  expect(plain(listed([["x"], ["y"], [name]]))).toBe("x, y and מרים");
});
