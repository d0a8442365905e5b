import { describe, expect, it, vi } from "vitest";
import { HubRefusal } from "../../signaling/refusal";
import { SmallRoom } from "../testing/samples";
import { PluginChannel } from "./pluginChannel";

const view = { name: "strokes", ordered: true, maxMessageBytes: 4, maxMessagesPerSecond: 3 };
const small = new Uint8Array([1, 2, 3, 4]);

function open(answer: () => unknown = () => ({})) {
  const room = new SmallRoom();
  room.answer = answer;
  const message = vi.fn();
  const { connection, mesh } = room.room;
  const channel = new PluginChannel({ pluginId: "p", generation: 2, connection, mesh, message, peers: () => undefined }, view);
  return { room, channel, message, bus: room.buses.get("plugin:p:strokes:2")! };
}

const allowed = async (answer?: () => unknown) => {
  const opened = open(answer);
  opened.channel.allow(true);
  await vi.waitFor(() => expect(opened.room.requests("OpenChannel")).toHaveLength(1));
  await Promise.resolve();
  await Promise.resolve();
  return opened;
};

describe("a plugin's channel", () => {
  it("receives before this person allows anything, and sends nothing", () => {
    const { channel, bus, message, room } = open();
    bus.receive("ada", small);
    expect(message).toHaveBeenCalledWith("ada", small);
    expect(channel.send(small)).toBe("consent.missing");
    expect(bus.sent).toHaveLength(0);
    expect(room.asked).toHaveLength(0);
  });

  it("sends after this person and the gate said yes, within its limits", async () => {
    const { channel, bus } = await allowed();
    expect(channel.send(new Uint8Array(5))).toBe("message.too-large");
    expect([small, small, small, small].map((data) => channel.send(data))).toEqual([null, null, null, "message.rate"]);
    expect(bus.sent).toHaveLength(3);
  });

  it("sends nothing when the gate says no", async () => {
    const { channel, bus } = await allowed(() => {
      throw new HubRefusal("capability.denied", "no");
    });
    await vi.waitFor(() => expect(channel.send(small)).toBe("sink.blocked"));
    expect(bus.sent).toHaveLength(0);
  });

  it("stops at once when the permission ends, and reports its counts", async () => {
    const { channel, bus, room } = await allowed();
    channel.send(small);
    channel.allow(false);
    expect(channel.send(small)).toBe("consent.missing");
    expect(bus.sent).toHaveLength(1);
    expect(room.requests("CloseChannel")).toEqual([{ pluginId: "p", generation: 2, channel: "strokes", messagesSent: 1, bytesSent: 4 }]);
  });

  it("does not open when the permission ended before the gate answered", async () => {
    let say: (value: unknown) => void = () => undefined;
    const { channel } = await allowed(() => new Promise((resolve) => (say = resolve)));
    channel.allow(false);
    say({});
    await Promise.resolve();
    expect(channel.send(small)).toBe("consent.missing");
  });

  it("drops what a changed page sends too large or too often", () => {
    const { bus, message } = open();
    bus.receive("ada", new Uint8Array(5));
    for (let count = 0; count < 10; count++) bus.receive("ada", small);
    expect(message).toHaveBeenCalledTimes(6);
    bus.receive("bob", small);
    expect(message).toHaveBeenCalledTimes(7);
  });
});
