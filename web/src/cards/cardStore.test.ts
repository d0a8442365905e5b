import { signal } from "@preact/signals";
import { beforeEach, expect, test } from "vitest";
import { SmallBus, plugin } from "../plugins/testing/samples";
import { emptyCard } from "./card";
import { CardStore } from "./cardStore";
import { readOwnCard } from "./ownCard";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const text = (data: Uint8Array) => JSON.parse(new TextDecoder().decode(data)) as unknown;
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

function enter() {
  const bus = new SmallBus();
  const reading = signal([plugin()]);
  const delivered: { ids: readonly string[]; fields: unknown }[] = [];
  const deliveries = {
    allowing: () => reading.value,
    deliverTo: async (ids: readonly string[], _: string, { fields }: { fields: unknown }) => {
      delivered.push({ ids, fields });
      return true;
    },
  };
  const cards = new CardStore(bus, deliveries as never);
  return { bus, reading, delivered, cards };
}

test("nothing of a card is shown that is not ticked", () => {
  const { bus, cards, delivered } = enter();
  bus.peers.value = ["ada"];
  cards.save({ values: { role: "Chair" }, shown: [], remember: false });
  expect(bus.sent).toEqual([]);
  expect(delivered).toEqual([]);
});

test("what is ticked goes to those here and to whoever comes, and unticking takes it back at once", () => {
  const { bus, cards } = enter();
  bus.peers.value = ["ada"];
  cards.save({ values: { role: "Chair", about: "secret" }, shown: ["role"], remember: false });
  expect(bus.sent.map(({ data, to }) => [text(data), to])).toEqual([[{ ...emptyCard, role: "Chair" }, undefined]]);
  bus.peers.value = ["ada", "cem"];
  expect(bus.sent.slice(1).map(({ data, to }) => [text(data), to])).toEqual([[{ ...emptyCard, role: "Chair" }, "cem"]]);
  cards.save({ values: { role: "Chair" }, shown: [], remember: false });
  expect(text(bus.sent[2]!.data)).toBeNull();
});

test("another's card is shown until they withdraw it, or are out of reach", () => {
  const { bus, cards } = enter();
  bus.peers.value = ["ada", "cem"];
  bus.receive("ada", bytes({ role: "Chair" }));
  bus.receive("cem", bytes({ role: "Cellist" }));
  expect([...cards.others.value.keys()]).toEqual(["ada", "cem"]);
  bus.receive("ada", bytes(null));
  expect([...cards.others.value.keys()]).toEqual(["cem"]);
  bus.peers.value = ["ada"];
  expect(cards.others.value.size).toBe(0);
});

test("plugins get what is shown, once, again after a restart, and its withdrawal", () => {
  const { cards, delivered, reading } = enter();
  const card = { ...emptyCard, role: "Chair" };
  cards.save({ values: { role: "Chair" }, shown: ["role"], remember: false });
  cards.save({ values: { role: "Chair", about: "not ticked" }, shown: ["role"], remember: false });
  expect(delivered.map(({ fields }) => fields)).toEqual([card]);
  reading.value = [plugin({ state: "restarting" })];
  reading.value = [plugin()];
  expect(delivered.map(({ fields }) => fields)).toEqual([card, card]);
  cards.save({ values: {}, shown: ["role"], remember: false });
  expect(delivered.map(({ fields }) => fields)).toEqual([card, card, null]);
});

test("a plugin that is no longer allowed gets nothing more", () => {
  const { cards, delivered, reading } = enter();
  reading.value = [];
  cards.save({ values: { role: "Chair" }, shown: ["role"], remember: false });
  expect(delivered).toEqual([]);
});

test("a card is kept in this browser only if that is ticked", () => {
  const { cards } = enter();
  cards.save({ values: { role: "Chair" }, shown: ["role"], remember: false });
  expect(localStorage.length).toBe(0);
  expect(readOwnCard()).toEqual({ values: { role: "Chair" }, shown: ["role"], remember: false });
  cards.save({ values: { role: "Chair" }, shown: ["role"], remember: true });
  expect([localStorage.length, sessionStorage.length]).toEqual([1, 0]);
  cards.save({ values: { role: " " }, shown: [], remember: true });
  expect(localStorage.length).toBe(0);
});

test.each(["", "null", "7", "{}", '{"values":{"role":7},"shown":["nothing"]}', "{"])("what stands in the browser may be anything: %j", (kept) => {
  localStorage.setItem("pluginroom.card", kept);
  expect(readOwnCard()).toEqual({ values: {}, shown: [], remember: true });
});
