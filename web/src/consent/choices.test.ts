import { describe, expect, it } from "vitest";
import { flow, plugin } from "../plugins/testing/samples";
import { allowsData, allowsInput, heldBack, isUndecided, standingWords } from "./choices";

const needed = flow("content.chat", "ui");
const stored = flow("content.chat", "storage.room");
const optional = flow("content.chat", "room", { optional: true });

describe("a category is given", () => {
  const minutes = plugin({ flows: [needed, stored, optional] });
  const allow = (...flows: { key: string }[]) => new Map(flows.map(({ key }) => [key, "allow"]));

  it("only when every needed flow is allowed", () => {
    expect(allowsData(minutes, undefined, "content.chat")).toBe(false);
    expect(allowsData(minutes, allow(needed), "content.chat")).toBe(false);
    expect(allowsData(minutes, allow(optional), "content.chat")).toBe(false);
    expect(allowsData(minutes, allow(needed, stored), "content.chat")).toBe(true);
    expect(allowsData(minutes, new Map([...allow(needed, stored), [stored.key, "refuse"]]), "content.chat")).toBe(false);
  });

  it("never when no flow declares it", () => expect(allowsData(minutes, allow(needed, stored), "content.audio")).toBe(false));

  it("by an optional flow alone when that is all there is", () =>
    expect(allowsData(plugin({ flows: [optional] }), allow(optional), "content.chat")).toBe(true));

  it("not to leave the frame when only storing it is allowed", () => {
    const input = flow("plugin.input", "ui", { optional: true });
    const kept = flow("plugin.input", "storage.room");
    expect(allowsInput(plugin({ flows: [input, kept] }), allow(kept))).toBe(false);
    expect(allowsInput(plugin({ flows: [input, kept] }), allow(kept, input))).toBe(true);
  });
});

it("leaves what is asked each time out of what has to be decided", () => {
  const recorder = plugin({ flows: [flow("content.audio", "download", { critical: true })] });
  expect(isUndecided(recorder, undefined)).toBe(false);
  expect(isUndecided(plugin({ flows: [needed] }), undefined)).toBe(true);
  expect(isUndecided(plugin({ flows: [needed] }), new Map([[needed.key, "refuse"]]))).toBe(false);
});

it("is decided by what it offers, where it needs nothing", () => {
  const offers = plugin({ flows: [optional] });
  expect(isUndecided(offers, undefined)).toBe(true);
  expect(isUndecided(offers, new Map([[optional.key, "refuse"]]))).toBe(false);
});

describe("where a person stands", () => {
  const [card, voice] = [flow("identity.card", "ui", { optional: true }), flow("content.audio", "download", { critical: true })];
  const choose = (...choices: [{ key: string }, string][]) => new Map(choices.map(([{ key }, choice]) => [key, choice]));
  it.each([
    [[], choose(), "It uses nobody's data, so it gets none."],
    [[voice], choose(), "It asks you each time."],
    [[needed, stored], choose(), "Not decided: it gets nothing from you."],
    [[needed, stored], choose([needed, "refuse"]), "Not decided: it gets nothing from you."],
    [[needed, stored], choose([needed, "allow"]), "Not decided in full."],
    [[needed, stored], choose([needed, "refuse"], [stored, "refuse"]), "Refused: it gets nothing from you."],
    [[needed, stored], choose([needed, "allow"], [stored, "refuse"]), "Allowed in part: 1 of 2."],
    [[needed, stored, voice], choose([needed, "allow"], [stored, "allow"]), "Allowed: what it needs."],
    [[needed, optional, card], choose([needed, "allow"], [card, "allow"]), "Allowed: what it needs, and 1 of 2 more."],
    [[optional, card], choose([card, "allow"], [optional, "refuse"]), "Allowed: 1 of 2."],
  ])("%#", (flows, choices, words) => expect(standingWords(plugin({ flows }), choices)).toBe(words));

  it("names what is held back although it is allowed in part", () => {
    const both = plugin({ flows: [needed, stored, card] });
    expect(heldBack(both, choose([needed, "allow"], [card, "allow"]))).toEqual(["content.chat"]);
    expect(heldBack(both, choose([needed, "allow"], [stored, "allow"]))).toEqual([]);
    expect(heldBack(both, undefined)).toEqual([]);
  });
});
