import { computed } from "@preact/signals";
import { watchOwnSpeaking } from "../../call/ownSpeaking";
import type { RoomSession } from "../../room/session";
import { reportQuality } from "./qualityReport";
import { SpeakingReport } from "./speakingReport";

/** What this person does and how their connections do, for the plugins that they allow to know it. Call the result to stop. */
export function deliverBehaviour({ plugins: { deliveries }, connection, local, mesh, reactions }: RoomSession): () => void {
  const own = watchOwnSpeaking(local, computed(() => deliveries.allowing("behaviour.speaking").length > 0));
  const report = new SpeakingReport(deliveries, own.speaking, computed(() => connection.state.value === "connected"));
  const stops = [
    reactions.onSent((reaction) => deliveries.deliver("DeliverReaction", "behaviour.interaction", { reaction })),
    report.stop,
    own.stop,
    reportQuality(deliveries, mesh),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
