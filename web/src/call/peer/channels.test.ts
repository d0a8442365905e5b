import { expect, test } from "vitest";
import { Channels } from "./channels";
import { dataChannelPair, type FakeConnection } from "./fakeDataChannels";

function pair() {
  const { left, right, flush } = dataChannelPair();
  const a = end(left, true);
  const b = end(right, false);
  flush();
  return { a, b, left, right, flush };
}

function end(connection: FakeConnection, leads: boolean) {
  const reachable = new Set<string>();
  const heard: string[] = [];
  const channels = new Channels(connection.real, leads, {
    opened: (label) => reachable.add(label),
    closed: (label) => reachable.delete(label),
    message: (label, data) => heard.push(`${label} ${new TextDecoder().decode(data)}`),
  });
  return { channels, reachable, heard, send: (label: string, text: string) => channels.send(label, new TextEncoder().encode(text)) };
}

test("a label is reachable only once both ends have opened it, whoever was first", () => {
  const { a, b, flush } = pair();
  a.channels.open("chat", {});
  b.channels.open("state", {});
  flush();
  expect([...a.reachable, ...b.reachable]).toEqual([]);
  expect(a.send("chat", "too early")).toBe(false);
  b.channels.open("chat", {});
  a.channels.open("state", {});
  flush();
  expect([...a.reachable].sort()).toEqual(["chat", "state"]);
  expect([...b.reachable].sort()).toEqual(["chat", "state"]);
});

test("messages arrive under their label in both directions", () => {
  const { a, b, flush } = pair();
  for (const end of [a, b]) for (const label of ["chat", "state"]) end.channels.open(label, {});
  flush();
  expect(a.send("chat", "1")).toBe(true);
  b.send("state", "2");
  flush();
  expect(b.heard).toEqual(["chat 1"]);
  expect(a.heard).toEqual(["state 2"]);
});

test("labels opened before the connection is up are announced when it is", () => {
  const { left, right, flush } = dataChannelPair();
  const a = end(left, true);
  a.channels.open("chat", {});
  const b = end(right, false);
  b.channels.open("chat", {});
  flush();
  expect(a.reachable.has("chat") && b.reachable.has("chat")).toBe(true);
});

test.each(["a", "b"] as const)("when %s closes a label both lose it, and opening it again brings it back", (who) => {
  const { flush, ...ends } = pair();
  for (const end of [ends.a, ends.b]) end.channels.open("chat", {});
  flush();
  ends[who].channels.close("chat");
  flush();
  expect([...ends.a.reachable, ...ends.b.reachable]).toEqual([]);
  ends[who].channels.open("chat", {});
  flush();
  ends.a.send("chat", "again");
  flush();
  expect(ends.b.heard).toEqual(["chat again"]);
});

test.each(["a", "b"] as const)("closing and opening at once on %s ends reachable, on one channel", (who) => {
  const { flush, ...ends } = pair();
  for (const end of [ends.a, ends.b]) end.channels.open("chat", {});
  flush();
  ends[who].channels.close("chat");
  ends[who].channels.open("chat", {});
  flush();
  ends.a.send("chat", "1");
  ends.b.send("chat", "2");
  flush();
  expect(ends.b.heard).toEqual(["chat 1"]);
  expect(ends.a.heard).toEqual(["chat 2"]);
});

test("a reliable message that does not fit ends the channel and builds another, so that nobody goes on without noticing", () => {
  const { a, b, left, flush } = pair();
  for (const end of [a, b]) end.channels.open("doc", {});
  flush();
  left.made.at(-1)!.full = true;
  expect(a.send("doc", "lost")).toBe(false);
  expect(a.reachable.has("doc")).toBe(false);
  flush();
  expect(a.send("doc", "next")).toBe(true);
  flush();
  expect(b.heard).toEqual(["doc next"]);
});

test("a lossy bus drops what would only queue up", () => {
  const { a, b, left, flush } = pair();
  for (const end of [a, b]) end.channels.open("cursor", { ordered: false, maxRetransmits: 0 });
  flush();
  left.made.at(-1)!.bufferedAmount = 300 * 1024;
  expect(a.send("cursor", "late")).toBe(false);
  expect(a.reachable.has("cursor")).toBe(true);
});

test("a channel that nobody here opened is closed at once", () => {
  const { left, b, flush } = pair();
  const unasked = left.createDataChannel("plugin:x:y");
  flush();
  expect(unasked.readyState).toBe("closed");
  expect([...b.reachable]).toEqual([]);
});
