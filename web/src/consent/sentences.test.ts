import { describe, expect, it } from "vitest";
import { flow, plugin } from "../plugins/testing/samples";
import { durationWords, flowSentence, reasonFor } from "./sentences";

const sink = { id: "summariser", url: "https://api.example.org/v1/", operator: "Example e.V.", country: "DE" };

describe("a flow in one sentence", () => {
  it.each([
    [flow("content.chat", "ui", { retention: "room" }), "Minutes reads what you write in the chat and shows it in its own window; it is kept until the room ends."],
    [flow("plugin.input", "ui"), "Minutes takes what you do in its window and shows it to the others there; it is not kept."],
    [flow("identity.profile", "room"), "Minutes learns your name and posts it to everyone in the room; it is not kept."],
    [
      flow("content.audio", "download", { retention: "room" }),
      "Minutes takes your voice and saves it in a file on the device of someone in the room; how long the file is kept is up to whoever has it.",
    ],
    [
      flow("content.chat", "sink:summariser", { retention: "PT24H" }),
      "Minutes reads what you write in the chat and sends it to api.example.org, run by Example e.V. in Germany; Example e.V. promises to delete it after 24 hours.",
    ],
    [
      flow("content.chat", "sink:summariser", { purpose: "training" }),
      "Minutes reads what you write in the chat and sends it to api.example.org, run by Example e.V. in Germany to train models; Example e.V. promises not to keep it.",
    ],
    [flow("content.chat", "storage.room", { retention: "P30D" }), "Minutes reads what you write in the chat and stores it on this host for the room; it is kept for 30 days."],
  ])("%#", (declared, sentence) => expect(flowSentence(plugin({ sinks: [sink] }), declared)).toBe(sentence));

  it("names what it does not know instead of hiding it", () => {
    expect(flowSentence(plugin(), flow("content.smell", "sink:nowhere"))).toContain("content.smell");
    expect(flowSentence(plugin(), flow("content.smell", "sink:nowhere"))).toContain("nowhere");
  });
});

describe("a duration", () => {
  it.each([
    ["PT1H", "1 hour"], ["PT90M", "90 minutes"], ["P1M", "1 month"], ["PT1M", "1 minute"], ["P1DT12H", "1 day 12 hours"], ["P2W", "2 weeks"], ["P1Y", "1 year"],
    ["soon", "soon"],
  ])("%s", (duration, words) => expect(durationWords(duration)).toBe(words));
});

describe("the author's reason", () => {
  const capabilities = [
    { name: "channel.open", reason: "draws", optional: false, critical: false },
    { name: "files.offer", reason: "saves", optional: false, critical: false },
  ];

  it("is the one of taking it out where there is one, else the one of reading it", () => {
    const whiteboard = plugin({ capabilities });
    expect(reasonFor(whiteboard, flow("plugin.input", "ui"))).toBe("draws");
    expect(reasonFor(whiteboard, flow("plugin.input", "download"))).toBe("saves");
    expect(reasonFor(whiteboard, flow("content.chat", "room"))).toBeNull();
  });
});
