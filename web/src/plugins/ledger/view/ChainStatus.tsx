import { Icon } from "../../../design/icons";
import type { LedgerBook } from "../ledgerBook";
import { chainWords } from "./chainWords";

/** Whether the record holds together, as this page has recomputed it. */
export function ChainStatus({ book }: { book: LedgerBook }) {
  const state = book.chain.value;
  const line = chainWords(state, book.isComplete);
  if (!line) return null;
  return (
    <div class={`chain chain--${line.kind}`} role={line.kind === "good" ? undefined : "alert"}>
      <Icon name={line.kind === "good" ? "check" : "warning"} />
      <div>
        <p>{line.text}</p>
        {state.kind === "whole" && (
          <details>
            <summary>Compare it with others</summary>
            <p>Whoever in this room is at entry {state.to.toLocaleString("en")} has the same last hash. If yours differs, you were shown different records.</p>
            <code>{state.head}</code>
          </details>
        )}
      </div>
    </div>
  );
}
