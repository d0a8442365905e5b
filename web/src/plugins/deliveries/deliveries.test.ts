import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Mesh } from "../../call/mesh";
import type { Sample } from "../../call/peer/quality";
import type { Choices } from "../../consent/choices";
import type { RoomPluginView } from "../../signaling/protocol";
import { flow, plugin, SmallRoom } from "../testing/samples";
import { PluginDeliveries } from "./pluginDeliveries";
import { figuresOf, reportEvery, reportQuality } from "./qualityReport";
import { SpeakingReport } from "./speakingReport";

const speaks = flow("behaviour.speaking", "ui");
const meta = flow("room.meta", "ui");
const timer = plugin({ id: "org.example.timer", flows: [speaks, meta] });
const other = plugin({ id: "org.example.other", flows: [speaks, meta] });

const connected = signal(true);

function enter(...plugins: RoomPluginView[]) {
  const small = new SmallRoom();
  const running = signal<readonly RoomPluginView[]>(plugins);
  const consents = signal<ReadonlyMap<string, Choices>>(new Map());
  const allow = (id: string, ...keys: string[]) => (consents.value = new Map(consents.value).set(id, new Map(keys.map((key) => [key, "allow"]))));
  return { small, running, allow, deliveries: new PluginDeliveries(small.room.connection, running, consents) };
}

describe("speaking", () => {
  it("is told to those who are allowed it, and to nobody else", () => {
    const { small, allow, deliveries } = enter(timer, other);
    const speaking = signal(false);
    new SpeakingReport(deliveries, speaking, connected);
    speaking.value = true;
    expect(small.asked).toEqual([]);
    speaking.value = false;
    allow(timer.id, speaks.key);
    speaking.value = true;
    speaking.value = false;
    expect(small.requests("DeliverSpeaking")).toEqual([
      { pluginIds: [timer.id], speaking: true },
      { pluginIds: [timer.id], speaking: false },
    ]);
  });

  it("is told to whoever is allowed it in the middle of a sentence, and no more when it is taken back", () => {
    const { small, allow, deliveries } = enter(timer, other);
    const speaking = signal(true);
    new SpeakingReport(deliveries, speaking, connected);
    allow(other.id, speaks.key);
    allow(timer.id, speaks.key);
    allow(other.id);
    speaking.value = false;
    expect(small.requests("DeliverSpeaking")).toEqual([
      { pluginIds: [other.id], speaking: true },
      { pluginIds: [timer.id], speaking: true },
      { pluginIds: [timer.id], speaking: false },
    ]);
  });

  it("is told again to a process that started anew", () => {
    const { small, running, allow, deliveries } = enter(timer);
    allow(timer.id, speaks.key);
    new SpeakingReport(deliveries, signal(true), connected);
    running.value = [{ ...timer, state: "restarting" }];
    running.value = [{ ...timer, state: "running" }];
    expect(small.requests("DeliverSpeaking")).toEqual([
      { pluginIds: [timer.id], speaking: true },
      { pluginIds: [timer.id], speaking: true },
    ]);
  });
});

describe("speaking over a line that breaks", () => {
  it("is told after, if it is another then", () => {
    const { small, allow, deliveries } = enter(timer);
    allow(timer.id, speaks.key);
    const [speaking, line] = [signal(true), signal(true)];
    new SpeakingReport(deliveries, speaking, line);
    line.value = false;
    speaking.value = false;
    speaking.value = true;
    speaking.value = false;
    expect(small.asked).toHaveLength(1);
    line.value = true;
    expect(small.requests("DeliverSpeaking").at(-1)).toEqual({ pluginIds: [timer.id], speaking: false });
  });

  it("is told again when it did not get there", async () => {
    const { small, allow, deliveries } = enter(timer);
    allow(timer.id, speaks.key);
    const [speaking, line] = [signal(true), signal(true)];
    small.answer = () => {
      throw new Error("The plugin starts anew.");
    };
    new SpeakingReport(deliveries, speaking, line);
    await vi.waitFor(() => {
      line.value = false;
      line.value = true;
      expect(small.asked.length).toBeGreaterThan(1);
    });
    expect(small.requests("DeliverSpeaking").at(-1)).toEqual({ pluginIds: [timer.id], speaking: true });
  });
});

describe("the quality of connections", () => {
  const at = (rest: Partial<Sample>): Sample => ({ roundTrip: 0.05, received: 0, lost: 0, lostOutgoing: 0, bytes: 0, ...rest });

  it("is what came between two looks, over all connections that were there at both", () => {
    const before = new Map([["b", at({ received: 100, bytes: 1_000 })], ["c", at({})], ["gone", at({})]]);
    const now = new Map([
      ["b", at({ received: 190, lost: 10, bytes: 126_000, roundTrip: 0.03 })],
      ["c", at({ received: 100, bytes: 125_000 })],
      ["new", at({ received: 9_999, bytes: 9_999_999, roundTrip: 9 })],
    ]);
    // 10 of 200 packets; 250,000 bytes are 2,000 kilobits in 10 seconds; half way between 30 and 50 ms.
    expect(figuresOf(before, now, 10)).toEqual({ rttMs: 40, lossPercent: 5, kbps: 200 });
  });

  it("is nothing while there is no connection, and counts that go back are none", () => {
    expect(figuresOf(new Map(), new Map([["b", at({})]]), 10)).toBeNull();
    expect(figuresOf(new Map([["b", at({ received: 9, lost: 9, bytes: 9 })]]), new Map([["b", at({ roundTrip: null })]]), 10)).toEqual({ rttMs: 0, lossPercent: 0, kbps: 0 });
  });

  describe("measured", () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    function connected() {
      const candidates = { address: "192.0.2.7", relatedAddress: "10.0.0.3", port: 50_000 };
      const stats = new Map<string, object>([
        ["T", { type: "candidate-pair", nominated: true, currentRoundTripTime: 0.02, ...candidates }],
        ["L", { type: "local-candidate", ...candidates }],
        ["I", { type: "inbound-rtp", packetsReceived: 10, packetsLost: 0, bytesReceived: 5_000 }],
      ]);
      const getStats = vi.fn(async () => stats);
      const peer = { connection: signal({ connection: { connectionState: "connected", getStats } }) };
      return { getStats, mesh: { peers: signal(new Map([["b", peer]])) } as unknown as Pick<Mesh, "peers"> };
    }

    it("only while a plugin is allowed to know, and told as three numbers", async () => {
      const { small, allow, deliveries } = enter(timer);
      const { getStats, mesh } = connected();
      const stop = reportQuality(deliveries, mesh);
      await vi.advanceTimersByTimeAsync(3 * reportEvery);
      expect(getStats).not.toHaveBeenCalled();

      allow(timer.id, meta.key);
      await vi.advanceTimersByTimeAsync(2 * reportEvery);
      expect(small.asked).toEqual([{ method: "DeliverQuality", request: { pluginIds: [timer.id], rttMs: 20, lossPercent: 0, kbps: 0 } }]);
      allow(timer.id);
      await vi.advanceTimersByTimeAsync(2 * reportEvery);
      expect(small.asked).toHaveLength(1);
      expect(getStats).toHaveBeenCalledTimes(2);
      stop();
    });
  });
});
