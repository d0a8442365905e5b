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
  if (keysWait) return "This host's disk fails at the moment. Nobody is given it any more, but what was stored is not destroyed yet.";
  if (state !== "forgotten") return "Being forgotten on this host…";
  return `Forgotten on this host after ${secondsWords(tookMs ?? 0)}.`;
}

/** In short, for somebody who does something else. */
export function noticeWords({ state, sent }: Pick<RevocationReceipt, "state" | "sent">): string {
  const left = sent.length > 0;
  if (state !== "forgotten") return `Its process is gone, but this host's disk fails: what was stored is not destroyed yet${left ? "; some had been sent before." : "."}`;
  return left ? "This host has forgotten it; some had been sent before." : "This host has forgotten it, and nothing had been sent.";
}

/** What this host did, one sentence each. */
export function blockedWords(receipt: RevocationReceipt): readonly string[] {
  const { framesReset, occasion } = receipt;
  const gone = occasion === "removed";
  return [
    sinceWords(receipt),
    processWords(receipt),
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

/** Its end is asked for at once, and is a fact when the rest is forgotten. */
function processWords({ workerEnded, occasion, state, keysWait }: RevocationReceipt): string {
  if (!workerEnded) return "Its process had none of it.";
  if (state !== "forgotten" && !keysWait) return "Its process, which has some of it, is being ended.";
  return `Its process, which had some of it, was ended.${occasion === "removed" ? "" : " A new one began without it."}`;
}

function storedWords({ valuesDeleted, keysWait, state }: RevocationReceipt): string {
  if (valuesDeleted === 0) return "It had stored none of it on this host.";
  const what = valuesDeleted === 1 ? "One stored value that may have held it was deleted" : `${valuesDeleted} stored values that may have held it were deleted`;
  if (state === "forgotten") return `${what}, with ${valuesDeleted === 1 ? "its key" : "their keys"}.`;
  const unread = `${what}: nobody is given ${valuesDeleted === 1 ? "it" : "them"} any more.`;
  const keys = valuesDeleted === 1 ? "Its key is" : "Their keys are";
  return keysWait ? `${unread} ${keys} destroyed as soon as this host's disk works again.` : `${unread} ${keys} being destroyed.`;
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
