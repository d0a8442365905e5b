import type { ErasureView, RevocationReceipt, SentView } from "../../signaling/protocol";
import { categoryWords, hostOf, inCountry, purposeWords } from "../sentences";

// Three words are used exactly: blocked (this host stopped it), sent (it left before), promised (somebody else said so).

type Occasion = Pick<RevocationReceipt, "occasion" | "purpose" | "pluginName">;

export function headline({ occasion, purpose, pluginName }: Occasion): string {
  if (occasion === "removed") return `${pluginName} was removed from the room`;
  if (occasion === "switchedOff") return `Switched off for ${pluginName}: use ${purposeWords(purpose ?? "")}`;
  return `Taken back from ${pluginName}`;
}

export function stateWords({ state, tookMs, keysWait }: Pick<RevocationReceipt, "state" | "tookMs" | "keysWait">): string {
  if (keysWait) return "This host's disk fails at the moment; the rest is forgotten.";
  if (state !== "forgotten") return "Being forgotten on this host…";
  return `Forgotten on this host after ${secondsWords(tookMs ?? 0)}.`;
}

/** What this host did, one sentence each. */
export function blockedWords(receipt: RevocationReceipt): readonly string[] {
  const { workerEnded, framesReset, occasion } = receipt;
  const gone = occasion === "removed";
  return [
    sinceWords(receipt),
    workerEnded ? `Its process, which had some of it, was ended.${gone ? "" : " A new one began without it."}` : "Its process had none of it.",
    ...(framesReset ? [gone ? "Its windows, which showed some of it, are closed." : "Its windows, which had shown some of it, were emptied for everybody."] : []),
    storedWords(receipt),
  ];
}

// What was taken back may be one use of several: the same data can still go elsewhere, where that is allowed.
function sinceWords({ occasion, purpose, at, categories }: RevocationReceipt): string {
  const what = categories.map((name) => categoryWords(name, true)).join("; ");
  if (occasion === "switchedOff") return `Since ${clockWords(at)} it cannot use this ${purposeWords(purpose ?? "")}: ${what}.`;
  if (occasion !== "removed") return `Since ${clockWords(at)} what you no longer allow is blocked. It is about ${what}.`;
  return what ? `Since ${clockWords(at)} it gets nothing more of this: ${what}.` : `Since ${clockWords(at)} it gets nothing more.`;
}

function storedWords({ valuesDeleted, keysWait }: RevocationReceipt): string {
  if (valuesDeleted === 0) return "It had stored none of it on this host.";
  const what = valuesDeleted === 1 ? "One stored value that may have held it was deleted" : `${valuesDeleted} stored values that may have held it were deleted`;
  if (!keysWait) return `${what}, with its key.`.replace("its key", valuesDeleted === 1 ? "its key" : "their keys");
  return `${what}: nobody is given them any more. Their keys are destroyed as soon as this host's disk works again.`;
}

/** One place where some of it had gone. */
export function sentWords(sent: SentView): string {
  const times = sent.count === 1 ? "once" : `${sent.count.toLocaleString("en")} times`;
  const when = sent.count === 1 ? `at ${clockWords(sent.first)}` : `from ${clockWords(sent.first)} to ${clockWords(sent.last)}`;
  return `${placeWords(sent)}: ${times}, ${when}, ${bytesWords(sent.bytes)} in all.`;
}

/** What somebody outside said to being asked to erase it. */
export function promisedWords({ url, state, reason, at }: ErasureView): string {
  const host = hostOf(url);
  if (state === "promised") return `${host} promised at ${clockWords(at)} to erase it. Whether it does is out of this host's hands.`;
  if (state === "asked") return `${host} was asked at ${clockWords(at)} to erase it, and has not answered yet.`;
  return `${host} promised nothing. ${reason ?? ""}`.trimEnd();
}

/** Outside places that nobody could ask. */
export const unasked = ({ sent, erasures }: RevocationReceipt): readonly SentView[] =>
  sent.filter(({ sink }) => sink.startsWith("sink:") && !erasures.some((each) => each.sink === sink.slice("sink:".length)));

export const unaskedWords = (sent: SentView): string => `${operatorWords(sent)} has no address where this host could ask, and promised nothing.`;

function placeWords(sent: SentView): string {
  if (sent.sink === "room") return "To everyone in the room, whose pages show it";
  if (sent.sink === "download") return "Into files on the devices of people in the room";
  if (sent.sink.startsWith("plugin:")) return `To the plugin ${sent.sink.slice("plugin:".length)}`;
  return `To ${operatorWords(sent)}`;
}

const operatorWords = ({ sink, operator, country }: SentView): string =>
  operator === null ? sink : country === null ? operator : `${operator} in ${inCountry(country)}`;

const clockWords = (at: number): string => new Date(at).toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });

const secondsWords = (ms: number): string => (ms < 950 ? `${Math.max(0.1, Math.round(ms / 100) / 10)} s` : `${Math.round(ms / 1000)} s`);

const bytesWords = (bytes: number): string => (bytes < 1000 ? `${bytes} bytes` : bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
