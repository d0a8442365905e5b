import type { Role } from "./roles";

/** What one person sends to each of the others. */
export interface Encoding {
  readonly maxBitrate: number;
  readonly scaleResolutionDownBy: number;
  readonly maxFramerate: number;
}

/**
 * In a mesh everyone uploads once for each other person, and encodes as often. The camera (captured at 720p) shrinks as the call
 * grows, so that eight people stay near 3 Mbit/s up in all.
 */
export function cameraEncoding(others: number): Encoding {
  if (others <= 1) return { maxBitrate: 2_000_000, scaleResolutionDownBy: 1, maxFramerate: 30 };
  if (others === 2) return { maxBitrate: 1_200_000, scaleResolutionDownBy: 1, maxFramerate: 30 };
  if (others === 3) return { maxBitrate: 850_000, scaleResolutionDownBy: 1.5, maxFramerate: 30 };
  if (others <= 5) return { maxBitrate: 550_000, scaleResolutionDownBy: 2, maxFramerate: 24 };
  return { maxBitrate: 400_000, scaleResolutionDownBy: 2, maxFramerate: 20 };
}

/** Text has to stay sharp: the screen keeps its resolution and gives up frames instead. */
export function screenEncoding(others: number): Encoding {
  return { maxBitrate: others <= 2 ? 2_500_000 : 1_500_000, scaleResolutionDownBy: 1, maxFramerate: others <= 3 ? 30 : 15 };
}

/** Applies it; a browser that refuses a parameter keeps its own choice. */
export async function applyEncoding(sender: RTCRtpSender, role: Role, others: number): Promise<void> {
  if (role !== "camera" && role !== "screen") return;
  const parameters = sender.getParameters();
  if (!parameters.encodings?.length) return;
  const wanted = role === "camera" ? cameraEncoding(others) : screenEncoding(others);
  parameters.encodings = parameters.encodings.map((each) => ({ ...each, ...wanted }));
  parameters.degradationPreference = role === "screen" ? "maintain-resolution" : "balanced";
  await sender.setParameters(parameters).catch(() => undefined);
}
