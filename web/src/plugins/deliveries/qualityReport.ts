import type { Mesh } from "../../call/mesh";
import { sample, type Sample } from "../../call/peer/quality";
import type { PluginDeliveries } from "./pluginDeliveries";

const category = "room.meta";

/** Milliseconds between two reports. */
export const reportEvery = 10_000;

export interface ConnectionFigures {
  /** There and back, in milliseconds: the mean over this person's connections. */
  readonly rttMs: number;
  /** 0 to 100. */
  readonly lossPercent: number;
  /** Received and sent together, in kilobits a second. */
  readonly kbps: number;
}

/** How this person's connections do, every ten seconds, and only while a plugin is allowed to know: else nothing is even measured. */
export function reportQuality(deliveries: PluginDeliveries, mesh: Pick<Mesh, "peers">): () => void {
  let before = new Map<RTCPeerConnection, Sample>();
  let looked = 0;
  const report = async () => {
    if (deliveries.allowing(category).length === 0) {
      before.clear();
      return;
    }
    const now = await samplesOf(mesh);
    const at = performance.now();
    const figures = figuresOf(before, now, (at - looked) / 1_000);
    [before, looked] = [now, at];
    if (figures) deliveries.deliver("DeliverQuality", category, figures);
  };
  const timer = setInterval(() => void report(), reportEvery);
  return () => clearInterval(timer);
}

async function samplesOf(mesh: Pick<Mesh, "peers">): Promise<Map<RTCPeerConnection, Sample>> {
  const samples = new Map<RTCPeerConnection, Sample>();
  for (const peer of mesh.peers.peek().values()) {
    const connection = peer.connection.peek()?.connection;
    if (connection?.connectionState === "connected") samples.set(connection, await sample(connection));
  }
  return samples;
}

/** Between two looks; null while no connection was there at both. Numbers only: no address and nothing about a device. */
export function figuresOf<Key>(before: ReadonlyMap<Key, Sample>, now: ReadonlyMap<Key, Sample>, seconds: number): ConnectionFigures | null {
  const both = [...now].flatMap(([key, sampled]) => (before.has(key) ? [{ was: before.get(key)!, is: sampled }] : []));
  if (both.length === 0 || seconds <= 0) return null;
  const grown = (count: (each: Sample) => number) => both.reduce((sum, { was, is }) => sum + Math.max(0, count(is) - count(was)), 0);
  const lost = grown((each) => each.lost);
  const all = lost + grown((each) => each.received);
  const roundTrips = both.flatMap(({ is }) => (is.roundTrip === null ? [] : [is.roundTrip]));
  const mean = roundTrips.length === 0 ? 0 : roundTrips.reduce((sum, each) => sum + each, 0) / roundTrips.length;
  return {
    rttMs: Math.min(60_000, Math.round(mean * 1_000)),
    lossPercent: all === 0 ? 0 : Math.round((lost / all) * 1_000) / 10,
    kbps: Math.min(10_000_000, Math.round((grown((each) => each.bytes) * 8) / 1_000 / seconds)),
  };
}
