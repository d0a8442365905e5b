import { describe, expect, it } from "vitest";
import { flowSentence } from "../../consent/sentences";
import type { PluginUpdateView, RoomPluginView } from "../../signaling/protocol";
import { flow, plugin } from "../testing/samples";
import { changeLines, newFlows, unansweredWords, waitingTitle } from "./difference";

const chat = flow("content.chat", "ui", { key: "old-chat" });
const chatKept = flow("content.chat", "ui", { key: "new-chat", retention: "room" });
const voice = flow("content.audio", "download", { critical: true });
const running = plugin({
  flows: [chat, flow("identity.profile", "room")],
  capabilities: [{ name: "chat.read", reason: "Reads along", optional: false, critical: false }],
});

const update = (rest: Partial<PluginUpdateView>): PluginUpdateView => ({
  id: "c0ffee", name: "Minutes", version: "1.1.0", older: false, trust: "unsigned", publisherName: "Example", publisherContact: "a@example.org",
  privacyPolicyUrl: "/p2", capabilities: running.capabilities, flows: running.flows, sinks: [], changes: [], unanswered: 1, ...rest,
});

describe("what an update changes, in words", () => {
  it("names a changed flow by both of its sentences, a new and a gone one by one", () => {
    const next = update({
      flows: [chatKept, voice],
      changes: [
        { what: "flow", before: "old-chat", after: "new-chat" },
        { what: "flow", before: null, after: voice.key },
        { what: "flow", before: "identity.profile>room", after: null },
      ],
    });
    const lines = changeLines(running, next, []);
    expect(lines).toEqual([
      { before: flowSentence(running, chat), after: flowSentence(running, chatKept), flow: chatKept },
      { before: null, after: flowSentence(running, voice) },
      { before: flowSentence(running, running.flows[1]!), after: null },
    ]);
    expect(lines[0]!.after).toContain("until the room ends");
    expect(lines[0]!.before).not.toContain("until the room ends");
  });

  it("says where to: an operator, a country or an address that differs is told from both versions", () => {
    const sink = { id: "api", url: "https://api.example.org/", operator: "Example e.V.", country: "DE" };
    const before: RoomPluginView = plugin({ sinks: [sink] });
    const lines = changeLines(before, update({ sinks: [{ ...sink, operator: "Bulk Data Inc.", country: "US" }], changes: [{ what: "sink", before: "api", after: "api" }] }), []);
    expect(lines).toEqual([
      { before: "It can send to Example e.V. in Germany (api.example.org).", after: "It can send to Bulk Data Inc. in the United States (api.example.org)." },
    ]);
  });

  it("tells apart what reads the same and comes from somebody else", () => {
    const again = { ...chat, key: "chat-of-another" };
    const [line] = changeLines(running, update({ flows: [again], changes: [{ what: "flow", before: "old-chat", after: "chat-of-another" }] }), []);
    expect(line!.before).toBeNull();
    expect(line!.after).toContain("asked anew");
    expect(line!.flow).toBe(again);
  });

  it("has words for the rest, and shows what it does not know", () => {
    const lines = changeLines(running, update({
      capabilities: [{ name: "chat.read", reason: "Sells it", optional: true, critical: false }],
      changes: [
        { what: "publisher", before: "Example", after: "Somebody" },
        { what: "privacyPolicy", before: "/p", after: "/p2" },
        { what: "erasure", before: "https://api.example.org/erase", after: null },
        { what: "capability", before: "chat.read", after: "chat.read" },
        { what: "colour", before: null, after: "red" },
      ],
    }), []);
    expect(lines).toEqual([
      { before: "Example answers for it.", after: "Somebody answers for it." },
      { before: null, after: "Its privacy policy is another one.", link: "/p2" },
      { before: "When you take a permission back, this host asks https://api.example.org/erase to erase what it has of you.", after: null },
      { before: "It is given what you write in the chat. Its author says: “Reads along”", after: "It is given what you write in the chat. It works without this too. Its author says: “Sells it”" },
      { before: null, after: "colour: red" },
    ]);
  });
});

it("asks about what is new and not asked each time", () => {
  expect(newFlows(running, update({ flows: [chatKept, voice, running.flows[1]!] }), []).map(({ key }) => key)).toEqual(["new-chat"]);
});

it("says whether it goes back, and who is waited for", () => {
  expect(waitingTitle(update({ older: true, version: "0.9.0" }))).toBe("An older version, 0.9.0, waits");
  expect(unansweredWords(1, false)).toBe("1 person has still to answer.");
  expect(unansweredWords(2, true)).toBe("You have answered; 2 people have still to answer.");
});
