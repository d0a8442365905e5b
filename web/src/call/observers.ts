import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { LocalMedia } from "./localMedia";
import type { Mesh } from "./mesh";
import { judge, sample, type Quality, type Sample } from "./peer/quality";
import { soundLevel } from "./soundLevel";

const speakingAbove = 0.02;
const ownSpeakingAbove = 0.35;
// A breath between two words does not end speaking.
const heldFor = 700;

/** Ids of the people who speak right now, this person included. */
export function watchSpeaking(mesh: Mesh, local: LocalMedia, self: string): { speaking: ReadonlySignal<ReadonlySet<string>>; stop: () => void } {
  const speaking = signal<ReadonlySet<string>>(new Set());
  const own = soundLevel(computed(() => (local.muted.value ? null : local.microphone.value)));
  const heard = new Map<string, number>();
  const timer = setInterval(() => {
    const now = performance.now();
    if (own.level.peek() > ownSpeakingAbove) heard.set(self, now);
    for (const [id, peer] of mesh.peers.peek()) {
      const state = mesh.remoteStates.peek().get(id);
      if (state?.microphone !== false && remoteLevel(peer.connection.peek()?.connection) > speakingAbove) heard.set(id, now);
    }
    const ids = [...heard].filter(([, at]) => now - at < heldFor).map(([id]) => id);
    const before = speaking.peek();
    if (ids.length !== before.size || ids.some((id) => !before.has(id))) speaking.value = new Set(ids);
  }, 250);
  return {
    speaking,
    stop: () => {
      clearInterval(timer);
      own.stop();
    },
  };
}

/** Carried by the packets themselves (RFC 6464), so no sound has to be analysed. */
function remoteLevel(connection: RTCPeerConnection | undefined): number {
  const microphone = connection?.getReceivers().find((each) => each.track.kind === "audio");
  return microphone?.getSynchronizationSources()[0]?.audioLevel ?? 0;
}

/** How each connection does, looked at every few seconds. */
export function watchQuality(mesh: Mesh): { quality: ReadonlySignal<ReadonlyMap<string, Quality>>; stop: () => void } {
  const quality = signal<ReadonlyMap<string, Quality>>(new Map());
  const before = new Map<RTCPeerConnection, Sample>();
  const look = async () => {
    const found = new Map<string, Quality>();
    for (const [id, peer] of mesh.peers.peek()) {
      const connection = peer.connection.peek()?.connection;
      if (!connection || connection.connectionState !== "connected") continue;
      const now = await sample(connection);
      found.set(id, judge(before.get(connection) ?? now, now));
      before.set(connection, now);
    }
    quality.value = found;
  };
  const timer = setInterval(() => void look(), 3_000);
  const stopFirst = effect(() => void (mesh.connectionStates.value.size > 0 && look()));
  return {
    quality,
    stop: () => {
      clearInterval(timer);
      stopFirst();
    },
  };
}
