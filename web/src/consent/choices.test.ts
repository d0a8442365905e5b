import { describe, expect, it } from "vitest";
import { flow, plugin } from "../plugins/testing/samples";
import { allowsData, allowsInput, isUndecided } from "./choices";

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
