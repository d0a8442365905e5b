import { describe, expect, it, vi } from "vitest";
import { HubRefusal } from "../signaling/refusal";
import type { ToFrame } from "./frame/protocol";
import { PluginStore } from "./pluginStore";
import { flow, plugin, reply, SmallRoom } from "./testing/samples";

const chat = flow("content.chat", "ui");
const input = flow("plugin.input", "ui");
const minutes = plugin({
  flows: [chat, input],
  channels: [{ name: "strokes", ordered: true, maxMessageBytes: 100, maxMessagesPerSecond: 10 }],
  capabilities: ["channel.open", "files.offer"].map((name) => ({ name, reason: null, optional: false, critical: false })),
});

const choices = (...allowed: string[]) => ({ pluginId: minutes.id, choices: [chat, input].map(({ key }) => ({ flow: key, choice: allowed.includes(key) ? "allow" : "unset" })), update: null });

function enter(rest = {}) {
  const small = new SmallRoom();
  small.answer = (method) => (method === "ReadLedger" ? { before: "0".repeat(64), entries: [], last: 0 } : method === "ReadReceipts" ? { receipts: [] } : {});
  const store = new PluginStore(small.room, reply({ plugins: [minutes], ...rest }));
  return { small, store };
}

function attach(store: PluginStore) {
  const heard: ToFrame[] = [];
  const frame = (message: ToFrame) => void heard.push(message);
  const runtime = store.runtime(minutes.id);
  runtime.attach(frame);
  return { heard, runtime, frame, say: (message: Parameters<typeof runtime.fromFrame>[1]) => runtime.fromFrame(frame, message) };
}

describe("plugins of a room", () => {
  it("come, change and go by the host's word", () => {
    const { small, store } = enter();
    store.open(minutes.id);
    expect(store.stageTitle.value).toBe("Minutes");
    small.tell("roomPluginChanged", { ...minutes, state: "failed" });
    expect(store.roomPlugins.value.map(({ state }) => state)).toEqual(["failed"]);
    small.tell("roomPluginRemoved", { id: minutes.id, reason: "removed" });
    expect(store.roomPlugins.value).toEqual([]);
    expect(store.stageTitle.value).toBeNull();
  });

  it("are restarted by hand, and a refusal says why", async () => {
    const { small, store } = enter();
    await store.restart(minutes.id);
    expect(small.requests("RestartPlugin")).toEqual([{ pluginId: minutes.id }]);
    small.answer = () => {
      throw new HubRefusal("plugin.restart-rate", "Wait a minute and try again.");
    };
    await expect(store.restart(minutes.id)).rejects.toThrow("Wait a minute");
  });

  it("ask newcomers to decide, until they have or put it off", () => {
    const { small, store } = enter();
    expect(store.desk.waiting.value).toEqual([minutes]);
    store.desk.putOff([minutes.id]);
    expect(store.desk.waiting.value).toEqual([]);
    const second = enter();
    second.small.tell("consentChanged", { pluginId: minutes.id, choices: [{ flow: chat.key, choice: "refuse" }, { flow: input.key, choice: "refuse" }], update: null });
    expect(second.store.desk.waiting.value).toEqual([]);
    expect(small.requests("Decide")).toEqual([]);
  });

  it("ask whoever added one at once", async () => {
    const { small, store } = enter();
    const poll = plugin({ id: "poll", flows: [input] });
    small.answer = (method) => (method === "AddPlugin" ? poll : {});
    await store.add(poll.id);
    expect(store.desk.shown.value).toEqual(poll);
  });

  it("get this person's chat line only while this person allows it", () => {
    const { small } = enter();
    small.say({ messageId: "1", text: "not for plugins" });
    small.tell("consentChanged", choices(chat.key));
    small.say({ messageId: "2", text: "for minutes" });
    small.tell("consentChanged", choices());
    small.say({ messageId: "3", text: "not any more" });
    expect(small.requests("DeliverChat")).toEqual([{ pluginIds: [minutes.id], messageId: "2", text: "for minutes" }]);
  });
});

describe("a frame", () => {
  it("cannot reach the server side before the person allows their input", async () => {
    const { small, store } = enter();
    const { heard, say } = attach(store);
    say({ t: "server", id: 1, data: new Uint8Array([104, 105]) });
    await vi.waitFor(() => expect(heard).toContainEqual(expect.objectContaining({ t: "failed", id: 1, code: "consent.missing" })));
    expect(small.requests("SendInput")).toEqual([]);

    small.tell("consentChanged", choices(input.key));
    expect(heard).toContainEqual({ t: "state", state: { canSend: true } });
    say({ t: "server", id: 2, data: new Uint8Array([104, 105]) });
    await vi.waitFor(() => expect(heard).toContainEqual({ t: "done", id: 2 }));
    expect(small.requests("SendInput")).toEqual([{ pluginId: minutes.id, generation: 0, data: "aGk=" }]);
  });

  it("hears the host's refusal by its code, and nothing of the page's own trouble", async () => {
    const { small, store } = enter();
    const { heard, say } = attach(store);
    small.tell("consentChanged", choices(input.key));
    small.answer = () => {
      throw new HubRefusal("plugin.not-running", "It does not run.");
    };
    say({ t: "server", id: 1, data: new Uint8Array(1) });
    await vi.waitFor(() => expect(heard).toContainEqual({ t: "failed", id: 1, code: "plugin.not-running", message: "It does not run." }));
    small.answer = () => {
      throw new TypeError("secret detail");
    };
    say({ t: "server", id: 2, data: new Uint8Array(1) });
    await vi.waitFor(() => expect(heard).toContainEqual(expect.objectContaining({ t: "failed", id: 2, code: "server.busy" })));
    expect(JSON.stringify(heard)).not.toContain("secret");
  });

  it("knows people by their pseudonyms only, and hears nobody whom it may not know", () => {
    const { small, store } = enter();
    const { heard, say } = attach(store);
    say({ t: "open", channel: "strokes" });
    small.tell("pluginPeople", { pluginId: minutes.id, self: "me-alias", people: [{ participantId: "ada", pseudonym: "ada-alias", name: null }] });
    const bus = small.buses.get(`plugin:${minutes.id}:strokes:0`)!;
    bus.peers.value = ["ada", "eve"];
    bus.receive("ada", new Uint8Array([1]));
    bus.receive("eve", new Uint8Array([2]));
    expect(heard.filter((message) => message.t === "message")).toEqual([{ t: "message", channel: "strokes", from: "ada-alias", data: new Uint8Array([1]) }]);
    expect(heard.filter((message) => message.t === "peers").at(-1)).toEqual({ t: "peers", channel: "strokes", ids: ["ada-alias"] });
    expect(JSON.stringify(heard)).not.toMatch(/"(ada|eve)"/);
  });

  it("opens no channel that the manifest does not declare", () => {
    const { small, store } = enter();
    const { heard, say } = attach(store);
    say({ t: "open", channel: "other" });
    say({ t: "send", channel: "other", data: new Uint8Array(1) });
    expect(small.buses.size).toBe(0);
    expect(heard).toEqual([expect.objectContaining({ t: "problem", channel: "other", code: "channel.unknown" })]);
  });

  it("saves a file only by the person's own yes, and asks once at a time", async () => {
    const { store } = enter();
    const { heard, say } = attach(store);
    say({ t: "file", id: 1, name: "../board.png", file: new Blob(["x"]) });
    await vi.waitFor(() => expect(store.asks.pending.value).toHaveLength(1));
    say({ t: "file", id: 2, name: "again.png", file: new Blob(["x"]) });
    await vi.waitFor(() => expect(heard).toContainEqual(expect.objectContaining({ t: "failed", id: 2, code: "message.rate" })));
    expect(store.asks.pending.value[0]!.ask).toMatchObject({ kind: "file", fileName: "_board.png" });
    store.asks.pending.value[0]!.answer(false);
    await vi.waitFor(() => expect(heard).toContainEqual({ t: "done", id: 1, value: "refused" }));
  });

  it("leaves nothing open behind it", () => {
    const { small, store } = enter();
    const { runtime, frame, say } = attach(store);
    say({ t: "open", channel: "strokes" });
    runtime.detach(frame);
    store.release(minutes.id);
    expect(small.buses.get(`plugin:${minutes.id}:strokes:0`)!.closed).toBe(true);
  });

  it("of an earlier generation hears and says nothing more, and the next one has lines of its own", async () => {
    const { small, store } = enter();
    const old = attach(store);
    small.tell("consentChanged", choices(input.key));
    old.say({ t: "open", channel: "strokes" });
    old.say({ t: "file", id: 1, name: "board.png", file: new Blob(["x"]) });
    await vi.waitFor(() => expect(store.asks.pending.value).toHaveLength(1));
    const before = old.heard.length;
    store.open(minutes.id);
    const key = store.frames.value[0]!.key;

    small.tell("roomPluginChanged", { ...minutes, generation: 3 });

    expect(store.frames.value[0]!.key).not.toBe(key);
    expect(store.asks.pending.value).toHaveLength(0);
    expect(small.buses.get(`plugin:${minutes.id}:strokes:0`)!.closed).toBe(true);
    small.tell("pluginMessage", { pluginId: minutes.id, data: "aGk=" });
    old.say({ t: "server", id: 2, data: new Uint8Array([104, 105]) });
    old.say({ t: "send", channel: "strokes", data: new Uint8Array(1) });
    expect(old.heard.slice(before).filter((message) => message.t === "server")).toEqual([]);
    expect(small.requests("SendInput")).toEqual([]);

    const fresh = attach(store);
    fresh.say({ t: "open", channel: "strokes" });
    fresh.say({ t: "server", id: 1, data: new Uint8Array([104, 105]) });
    await vi.waitFor(() => expect(small.requests("SendInput")).toEqual([{ pluginId: minutes.id, generation: 3, data: "aGk=" }]));
    expect(small.buses.get(`plugin:${minutes.id}:strokes:3`)!.closed).toBe(false);
  });

  it("gets no file saved that was offered while it was being started anew", async () => {
    const { small, store } = enter();
    const { say } = attach(store);
    let answered: (value: unknown) => void = () => undefined;
    small.answer = () => new Promise((resolve) => (answered = resolve));
    say({ t: "file", id: 1, name: "board.png", file: new Blob(["x"]) });
    await vi.waitFor(() => expect(small.requests("OfferFile")).toHaveLength(1));
    small.tell("roomPluginChanged", { ...minutes, generation: 1 });
    answered({});
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.asks.pending.value).toHaveLength(0);
  });
});
