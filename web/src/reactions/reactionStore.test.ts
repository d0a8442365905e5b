import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeBus } from "../chat/fakeBus";
import { ReactionStore, saidAfter, shownFor } from "./reactionStore";
import { decodeReaction, encodeReaction, reactions } from "./reactions";

const names: Record<string, string> = { b: "Ben", c: "Cem", d: "Dora" };

function enter() {
  const bus = new FakeBus();
  const store = new ReactionStore(bus, "me", (id) => names[id] ?? "Someone");
  const shown = () => [...store.shown.value].map(([id, { reaction }]) => `${id} ${reaction.name}`);
  return { bus, store, shown };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("reactions", () => {
  it("go to the others and over one's own picture, and are gone after a moment", () => {
    const { bus, store, shown } = enter();
    expect(store.send("heart")).toBe(true);
    expect(bus.sent).toEqual([{ text: "heart", to: undefined }]);
    expect(shown()).toEqual(["me heart"]);
    vi.advanceTimersByTime(shownFor);
    expect(shown()).toEqual([]);
  });

  it("take the place of an earlier one, which then does not end the new one", () => {
    const { bus, shown } = enter();
    bus.receive("b", "heart");
    vi.advanceTimersByTime(shownFor - 1);
    bus.receive("b", "party");
    vi.advanceTimersByTime(1);
    expect(shown()).toEqual(["b party"]);
  });

  it("are a closed set", () => {
    const { bus, shown, store } = enter();
    for (const odd of ["", "Heart", "thumbs-down", "💣", "x".repeat(100_000), "<img>", "toString", "heart "]) bus.receive("b", odd);
    expect(shown()).toEqual([]);
    vi.advanceTimersByTime(saidAfter);
    expect(store.said.value).toBe("");
    for (const each of reactions) expect(decodeReaction(encodeReaction(each.name))).toBe(each);
  });

  it("are held back at this end, and from another page at the other", () => {
    const { bus, store } = enter();
    const sent = Array.from({ length: 20 }, () => store.send("laugh"));
    expect(sent.filter((each) => each)).toHaveLength(5);
    expect(bus.sent).toHaveLength(5);

    let last = store.shown.value.get("b")?.key ?? 0;
    let taken = 0;
    for (let count = 0; count < 1_000; count++) {
      bus.receive("b", "laugh");
      const key = store.shown.value.get("b")!.key;
      if (key !== last) taken++;
      last = key;
    }
    expect(taken).toBe(8);
    // Somebody else is not held back by it.
    bus.receive("c", "laugh");
    expect(store.shown.value.has("c")).toBe(true);
  });

  it("are said in one sentence for all that came together, and one's own not at all", () => {
    const { bus, store } = enter();
    store.send("heart");
    for (const from of ["b", "c", "b", "d"]) bus.receive(from, "applause");
    bus.receive("c", "laugh");
    bus.receive("d", "laugh");
    expect(store.said.value).toBe("");
    vi.advanceTimersByTime(saidAfter);
    expect(store.said.value).toBe("Applause from Ben and 2 others. Laugh from Cem and Dora.");
  });

  it("are told to who listens when they are this person's own, and only then", () => {
    const { bus, store } = enter();
    const heard: string[] = [];
    store.onSent((name) => heard.push(name));
    store.send("party");
    bus.receive("b", "heart");
    expect(heard).toEqual(["party"]);
  });

  it("leave nothing behind when the room is left", () => {
    const { bus, store } = enter();
    bus.receive("b", "heart");
    store.close();
    expect(store.shown.value.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(bus.peers.value).toEqual([]);
  });
});
