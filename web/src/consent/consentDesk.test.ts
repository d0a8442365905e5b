import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { flow, plugin } from "../plugins/testing/samples";
import type { RoomPluginView } from "../signaling/protocol";
import type { Choices } from "./choices";
import { ConsentDesk } from "./consentDesk";
import type { Purposes } from "./purposes";
import { RememberedChoices } from "./remembering/rememberedChoices";

const asks = (id: string, ...flows: RoomPluginView["flows"]) =>
  plugin({ id, name: id, flows: flows.length > 0 ? flows : [flow("content.chat", "ui", { key: `${id}/chat` })] });
const [poll, minutes, board] = [asks("poll"), asks("minutes"), asks("board")];
const key = (each: RoomPluginView) => each.flows[0]!.key;
const answer = (each: RoomPluginView, choice: "allow" | "refuse") => ({ flow: each.flows[0]!, choice, sentence: "" });

const stops: (() => void)[] = [];

/** A room with these plugins, whose host takes every choice. */
function sit(...here: RoomPluginView[]) {
  const plugins = signal<readonly RoomPluginView[]>(here);
  const consents = signal<ReadonlyMap<string, Choices>>(new Map());
  const purposes = signal<Purposes>([{ name: "marketing", on: false }]);
  const decide = vi.fn(async (id: string, choices: readonly { flow: string; choice: string }[]) => {
    await Promise.resolve();
    consents.value = new Map(consents.value).set(id, new Map([...(consents.value.get(id) ?? []), ...choices.map((each) => [each.flow, each.choice] as const)]));
  });
  const desk = new ConsentDesk({ plugins, consents, purposes, decide });
  stops.push(() => desk.stop());
  return { plugins, consents, purposes, decide, desk };
}

beforeEach(() => localStorage.clear());
afterEach(() => stops.splice(0).forEach((stop) => stop()));

describe("the sheets", () => {
  it("of several plugins come one after the other, each answered or put off", () => {
    const { desk } = sit(poll, minutes, board);
    desk.open(desk.waiting.value.map(({ id }) => id));
    expect([desk.shown.value, desk.place]).toEqual([poll, { index: 1, of: 3 }]);
    desk.next();
    expect([desk.shown.value, desk.place]).toEqual([minutes, { index: 2, of: 3 }]);
    desk.next();
    desk.next();
    expect([desk.shown.value, desk.waiting.value]).toEqual([null, []]);
  });

  it("are all put off when one is closed", () => {
    const { desk } = sit(poll, minutes);
    desk.open([poll.id, minutes.id]);
    desk.close();
    expect([desk.shown.value, desk.waiting.value]).toEqual([null, []]);
  });

  it("of a plugin that left the room goes with it", () => {
    const { desk, plugins } = sit(poll, minutes);
    desk.open([poll.id, minutes.id]);
    plugins.value = [minutes];
    expect([desk.shown.value, desk.place]).toEqual([minutes, { index: 2, of: 2 }]);
  });

  it("are asked for again when a plugin comes back that was put off", () => {
    const { desk, plugins } = sit(poll);
    desk.putOff([poll.id]);
    plugins.value = [];
    desk.gone(poll.id);
    plugins.value = [poll];
    expect(desk.waiting.value).toEqual([poll]);
  });
});

describe("what a moderator switches on", () => {
  const ads = flow("content.chat", "sink:ads", { key: "letters/ads", purpose: "marketing", optional: true });
  const letters = asks("letters", flow("content.chat", "ui", { key: "letters/chat" }), ads);
  const on = [{ name: "marketing", on: true }];

  it("is nothing to decide about while it is off", () => {
    const { desk, consents } = sit(letters);
    consents.value = new Map([[letters.id, new Map([["letters/chat", "allow"]])]]);
    expect([desk.waiting.value, desk.asksAnew(letters)]).toEqual([[], false]);
    expect(sit(asks("only", ads)).desk.waiting.value).toEqual([]);
  });

  it("is asked when it is on, also of whoever has put the plugin off before", () => {
    const { desk, consents, purposes } = sit(letters);
    consents.value = new Map([[letters.id, new Map([["letters/chat", "refuse"]])]]);
    desk.putOff([letters.id]);
    purposes.value = on;
    desk.switchedOn("marketing");
    expect([desk.waiting.value, desk.asksAnew(letters)]).toEqual([[letters], true]);
    desk.putOff([letters.id]);
    expect(desk.waiting.value).toEqual([]);
  });

  it("is never answered by what was remembered", () => {
    const book = new RememberedChoices();
    book.keep(letters, [{ flow: ads, choice: "allow", sentence: "" }]);
    book.keep(letters, [{ flow: { ...ads, purpose: "functionality" }, choice: "allow", sentence: "" }]);
    const { decide, purposes } = sit(letters);
    purposes.value = on;
    expect([new RememberedChoices().choiceFor(ads), decide.mock.calls]).toEqual([null, []]);
  });
});

describe("remembered answers", () => {
  it("are given on joining, and nobody is asked about them", async () => {
    new RememberedChoices().keep(poll, [answer(poll, "refuse")]);
    const { desk, decide } = sit(poll, minutes);
    expect(desk.waiting.value).toEqual([minutes]);
    await vi.waitFor(() => expect(decide.mock.calls).toEqual([[poll.id, [{ flow: key(poll), choice: "refuse" }]]]));
    expect(desk.waiting.value).toEqual([minutes]);
  });

  it("are given to a plugin that is added later, and its sheet stays shut", async () => {
    new RememberedChoices().keep(poll, [answer(poll, "allow")]);
    const { desk, decide, plugins } = sit();
    plugins.value = [poll];
    desk.added(poll.id);
    expect(desk.shown.value).toBeNull();
    await vi.waitFor(() => expect(decide).toHaveBeenCalledOnce());
  });

  it("never go over what was chosen here, and never come twice", async () => {
    new RememberedChoices().keep(poll, [answer(poll, "allow")]);
    const { decide, consents, plugins } = sit(poll);
    await vi.waitFor(() => expect(consents.value.get(poll.id)?.get(key(poll))).toBe("allow"));
    consents.value = new Map([[poll.id, new Map([[key(poll), "unset"]])]]);
    plugins.value = [{ ...poll, state: "restarting" }];
    expect(decide).toHaveBeenCalledOnce();
  });

  it("are not those of a flow with another key, nor of what is asked each time", () => {
    const spoken = flow("content.audio", "download", { key: "k" });
    new RememberedChoices().keep(asks("recorder", spoken), [answer(asks("recorder", spoken), "allow")]);
    const { decide } = sit(asks("recorder", { ...spoken, key: "other" }), asks("second", { ...spoken, critical: true }));
    expect(decide).not.toHaveBeenCalled();
  });

  it("leave the person to be asked where the host does not take them", async () => {
    new RememberedChoices().keep(poll, [answer(poll, "allow")]);
    const plugins = signal([poll]);
    const desk = new ConsentDesk({ plugins, consents: signal(new Map()), purposes: signal([]), decide: () => Promise.reject(new Error("down")) });
    stops.push(() => desk.stop());
    expect(desk.waiting.value).toEqual([]);
    await vi.waitFor(() => expect(desk.waiting.value).toEqual([poll]));
  });
});
