import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import type { PluginStore } from "../pluginStore";
import { exportOwn } from "./exportOwn";
import { ChainStatus } from "./view/ChainStatus";
import { PluginLedger } from "./view/PluginLedger";
import { sumsOf } from "./view/sums";
import "./ledger.css";

/** How often the bars move on while nothing happens. */
const tick = 10_000;

/** Who sees what, live: one row a plugin, and whether the record itself holds together. */
export function LedgerPanel({ store }: { store: PluginStore }) {
  const book = store.ledger;
  const now = useSignal(book.now());
  useEffect(() => {
    void store.readLedger();
    const timer = setInterval(() => (now.value = book.now()), tick);
    return () => clearInterval(timer);
  }, []);
  const totals = book.totals.value;
  const recent = book.recent.value;
  const ids = [...new Set(totals.map((total) => total.pluginId))];
  // Nothing may lie in the future of the bars: an entry came since the last tick.
  const until = Math.max(now.value, recent.at(-1)?.at ?? 0);
  return (
    <div class="ledger">
      {ids.length === 0 ? (
        <EmptyState icon="shield" title="Nothing has gone to a plugin">
          <p>As soon as a plugin gets something, or asks for something and is stopped, it stands here.</p>
        </EmptyState>
      ) : (
        <p class="ledger__intro">What this host let plugins have and send, and what it blocked. Of others' data you see how much, never whose. The bars show the last ten minutes.</p>
      )}
      <ChainStatus book={book} />
      {ids.map((id) => (
        <PluginLedger
          key={id}
          store={store}
          sums={sumsOf(id, totals)}
          name={store.pluginName(id)}
          entries={recent.filter(({ pluginId }) => pluginId === id)}
          now={until}
        />
      ))}
      {ids.length > 0 && (
        <div class="ledger__save">
          <Button onClick={() => exportOwn(book)}>Save my entries as JSON</Button>
          <p class="ledger__intro">
            Yours whole, others' as hashes only. <code>pluginroom verify-ledger</code> checks the file.
          </p>
        </div>
      )}
    </div>
  );
}
