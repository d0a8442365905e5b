import { describe, expect, it } from "vitest";
import { flow, plugin } from "../plugins/testing/samples";
import { changeLines, newFlows } from "../plugins/updates/difference";
import type { PluginUpdateView } from "../signaling/protocol";
import { isUndecided, newlyAsked, optionalFlows, standingWords, switchedFlows } from "./choices";
import { inForce, isSwitchedOff } from "./purposes";
import { badgeOf } from "./saying/reach";
import { switchedOffWords, switchedWords, wanting } from "./saying/switchedOff";
import { plain } from "./saying/words";

const off = [{ name: "training", on: false }, { name: "marketing", on: false }];
const marketing = [{ name: "training", on: false }, { name: "marketing", on: true }];

const chat = flow("content.chat", "ui");
const ads = flow("content.chat", "sink:ads", { purpose: "marketing", optional: true });
const names = flow("identity.profile", "sink:ads", { purpose: "marketing", optional: true });
const model = flow("content.chat", "sink:lab", { purpose: "training", optional: true });
const sinks = [{ id: "ads", url: "https://a.example/", operator: "Ads", country: "DE" }, { id: "lab", url: "https://l.example/", operator: "Lab", country: "DE" }];
const letters = plugin({ name: "Letters", flows: [chat, ads, names, model], sinks });

describe("what a room has not switched on", () => {
  it("happens to nobody, so it is neither asked nor counted", () => {
    expect(inForce(letters, off).flows).toEqual([chat]);
    expect(inForce(letters, marketing).flows).toEqual([chat, ads, names]);
    expect([badgeOf(inForce(letters, off)).text, badgeOf(inForce(letters, marketing)).text]).toEqual(["Stays in this room", "Leaves to 1 place"]);
    expect(standingWords(inForce(letters, off), new Map([[chat.key, "allow"]]))).toBe("Allowed: what it needs.");
  });

  it("is off as well where the host has not said anything", () => expect([isSwitchedOff(ads, []), isSwitchedOff(chat, [])]).toEqual([true, false]));

  it("is said in a sentence for each purpose", () => {
    expect(switchedOffWords(letters, off).map(plain)).toEqual([
      "Letters also wants to use what you write in the chat and your name for marketing. That is switched off in this room.",
      "Letters also wants to use what you write in the chat to train models. That is switched off in this room.",
    ]);
    expect(switchedOffWords(letters, marketing)).toHaveLength(1);
    expect(switchedOffWords(plugin({ flows: [chat] }), off)).toEqual([]);
  });

  it("is not asked with an update, and its line says why", () => {
    const update = { id: "u", name: "Letters", version: "2.0.0", flows: letters.flows, sinks, capabilities: [], changes: [{ what: "flow", before: null, after: ads.key }] } as unknown as PluginUpdateView;
    const running = plugin({ flows: [chat] });
    expect([newFlows(running, update, off).length, newFlows(running, update, marketing)]).toEqual([0, [ads, names]]);
    expect(changeLines(running, update, off)[0]!.after).toMatch(/for marketing; .*It works without this too\. That is switched off in this room\.$/);
    expect(changeLines(running, update, marketing)[0]!.after).not.toContain("switched off");
  });
});

describe("what a room has switched on", () => {
  const live = inForce(letters, marketing);
  const allowed = new Map([[chat.key, "allow"]]);

  it("is asked apart from what is optional, and is no part of an answer to all", () => {
    expect([optionalFlows(live), switchedFlows(live)]).toEqual([[], [ads, names]]);
    expect([isUndecided(live, allowed), newlyAsked(live, allowed)]).toEqual([false, [ads, names]]);
    expect(newlyAsked(live, new Map([[ads.key, "refuse"], [names.key, "allow"]]))).toEqual([]);
    expect(standingWords(live, new Map([...allowed, [ads.key, "allow"]]))).toBe("Allowed: what it needs, and 1 of 2 more.");
  });

  it("is decided about by itself where a plugin wants nothing else", () => {
    const only = plugin({ flows: [ads] });
    expect([isUndecided(only, undefined), isUndecided(only, new Map([[ads.key, "refuse"]]))]).toEqual([true, false]);
  });
});

it("tells everybody what a moderator did, and which plugins it concerns", () => {
  expect(switchedWords("marketing", true)).toBe("A moderator switched on use for marketing. Plugins that want it ask you first.");
  expect(switchedWords("training", false)).toBe("A moderator switched off use to train models. What anybody had allowed for it has ended.");
  expect(wanting([letters, plugin({ flows: [chat] })], "training")).toEqual([letters]);
});
