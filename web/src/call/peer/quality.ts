export interface Quality {
  readonly level: "good" | "fair" | "poor";
  readonly words: string;
}

export interface Sample {
  /** Seconds there and back; null while unknown. */
  readonly roundTrip: number | null;
  /** Packets received and lost since the connection began. */
  readonly received: number;
  readonly lost: number;
  /** What the other end says is lost of what is sent, 0 to 1. */
  readonly lostOutgoing: number;
  /** Of sound and pictures, received and sent since the connection began. */
  readonly bytes: number;
}

export async function sample(connection: RTCPeerConnection): Promise<Sample> {
  let roundTrip: number | null = null;
  let received = 0;
  let lost = 0;
  let lostOutgoing = 0;
  let bytes = 0;
  (await connection.getStats()).forEach((report: RTCStats & Record<string, unknown>) => {
    if (report.type === "candidate-pair" && report.nominated === true && typeof report.currentRoundTripTime === "number") {
      roundTrip = report.currentRoundTripTime;
    }
    if (report.type === "inbound-rtp") {
      received += numberOf(report.packetsReceived);
      lost += Math.max(0, numberOf(report.packetsLost));
      bytes += numberOf(report.bytesReceived);
    }
    if (report.type === "outbound-rtp") bytes += numberOf(report.bytesSent);
    if (report.type === "remote-inbound-rtp") lostOutgoing = Math.max(lostOutgoing, numberOf(report.fractionLost));
  });
  return { roundTrip, received, lost, lostOutgoing, bytes };
}

const numberOf = (value: unknown) => (typeof value === "number" ? value : 0);

/** Judges the time between two samples. ITU-T G.114: above 400 ms one way people talk over each other; half of that is felt. */
export function judge(before: Sample, now: Sample): Quality {
  const lost = Math.max(0, now.lost - before.lost);
  const all = lost + Math.max(0, now.received - before.received);
  const loss = Math.max(all > 0 ? lost / all : 0, now.lostOutgoing);
  const delay = (now.roundTrip ?? 0) * 1_000;
  const level = loss > 0.08 || delay > 500 ? "poor" : loss > 0.02 || delay > 250 ? "fair" : "good";
  const figures = `${Math.round(delay)} ms there and back, ${(loss * 100).toFixed(1)} % lost`;
  return { level, words: `${titles[level]}: ${figures}` };
}

const titles = { good: "Good connection", fair: "Fair connection", poor: "Poor connection" };
