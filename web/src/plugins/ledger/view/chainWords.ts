import type { ChainState } from "../chainCheck";

export interface ChainLine {
  readonly kind: "good" | "warning" | "danger";
  readonly text: string;
}

const because = {
  entry: "what it says is not what its seal was made for",
  hash: "it does not follow on the one before it",
  order: "an entry before it is missing",
};

/** What this page found out about the record itself; null before there is one. */
export function chainWords(state: ChainState, isComplete: boolean): ChainLine | null {
  if (state.kind === "broken") {
    return { kind: "danger", text: `This record is broken at entry ${state.at}: ${because[state.because]}. Do not rely on what stands here.` };
  }
  if (!isComplete) return { kind: "warning", text: "This record is incomplete: the host has written more than this page could read. It asks again with the next entry." };
  if (state.kind === "empty") return null;
  const count = state.to - state.from + 1;
  const entries = count === 1 ? "1 entry" : `${count.toLocaleString("en")} entries`;
  const since = state.from === 1 ? "from the room's first on" : `from entry ${state.from.toLocaleString("en")} on, where this page began`;
  return { kind: "good", text: `Checked by this page: ${entries}, ${since}, none changed or missing.` };
}
