import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { delayBefore } from "./backoff";
import { HubRefusal, RoomConnection } from "./connection";
import { FakeHub } from "./fakeHub";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const relay = { to: "b", kind: "candidate", sealed: "s" };

async function connected() {
  const fake = new FakeHub();
  const connection = new RoomConnection(fake.hub);
  void connection.start();
  await vi.advanceTimersByTimeAsync(0);
  return { fake, connection };
}

test("it connects at once and calls go through", async () => {
  const { fake, connection } = await connected();
  expect(connection.state.value).toBe("connected");
  await connection.invoke("Relay", relay);
  expect(fake.calls).toEqual([{ method: "Relay", request: relay }]);
});

test("a method without arguments sends an empty object", async () => {
  const { fake, connection } = await connected();
  await connection.invoke("Leave", null);
  expect(fake.calls[0]).toEqual({ method: "Leave", request: {} });
});

test("the host's no becomes a refusal with its code and words", async () => {
  const { fake, connection } = await connected();
  fake.answer = () => ({ value: null, error: { code: "room.full", message: "Eight people are in." } });
  const refusal = await connection.invoke("Relay", relay).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(HubRefusal);
  expect(refusal).toMatchObject({ code: "room.full", message: "Eight people are in." });
});

test("a dropped socket comes back, rejoins first, and lets waiting calls pass only then", async () => {
  const { fake, connection } = await connected();
  const order: string[] = [];
  connection.onReconnected(async () => void order.push("rejoin"));
  fake.answer = (method) => {
    order.push(method);
    return { value: {}, error: null };
  };
  fake.reachable = false;
  fake.drop();
  expect(connection.state.value).toBe("reconnecting");
  const waiting = connection.invoke("Relay", relay);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(connection.state.value).toBe("reconnecting");
  fake.reachable = true;
  await vi.advanceTimersByTimeAsync(10_000);
  await waiting;
  expect(order).toEqual(["rejoin", "Relay"]);
  expect(connection.state.value).toBe("connected");
});

test("it tries at once when the device comes back online", async () => {
  const { fake, connection } = await connected();
  fake.reachable = false;
  fake.drop();
  await vi.advanceTimersByTimeAsync(20_000);
  fake.reachable = true;
  dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.state.value).toBe("connected");
});

test("after two minutes it gives up, says so, and can be asked to try again", async () => {
  const { fake, connection } = await connected();
  fake.reachable = false;
  fake.drop();
  const waiting = connection.invoke("Relay", relay).catch((error: HubRefusal) => error.code);
  await vi.advanceTimersByTimeAsync(150_000);
  expect(connection.state.value).toBe("lost");
  expect(await waiting).toBe("connection.lost");
  fake.reachable = true;
  void connection.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.state.value).toBe("connected");
});

test("a closed connection stays closed", async () => {
  const { fake, connection } = await connected();
  await connection.close();
  fake.drop();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(fake.starts).toBe(1);
  expect(connection.state.value).toBe("lost");
});

test("events that come before anybody listens are kept in order", async () => {
  const { fake, connection } = await connected();
  const release = connection.holdEvents();
  fake.emit("participantLeft", { id: "a" });
  const heard: string[] = [];
  connection.on("participantLeft", ({ id }) => heard.push(id));
  fake.emit("participantLeft", { id: "b" });
  expect(heard).toEqual([]);
  release();
  fake.emit("participantLeft", { id: "c" });
  expect(heard).toEqual(["a", "b", "c"]);
});

test("a listener that fails does not keep the next from hearing", async () => {
  const { fake, connection } = await connected();
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  const heard = vi.fn();
  connection.on("participantLeft", () => {
    throw new Error("broken");
  });
  const stop = connection.on("participantLeft", heard);
  fake.emit("participantLeft", { id: "a" });
  stop();
  fake.emit("participantLeft", { id: "b" });
  expect(heard).toHaveBeenCalledTimes(1);
  expect(reported).toHaveBeenCalledTimes(2);
});

test("waiting grows to about five seconds and is spread", () => {
  expect(delayBefore(0)).toBe(0);
  expect(delayBefore(1, () => 0)).toBe(225);
  expect(delayBefore(1, () => 1)).toBe(375);
  expect(delayBefore(50, () => 0.5)).toBe(5_000);
});
