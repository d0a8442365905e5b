import { useEffect } from "preact/hooks";
import { Button } from "../../design/Button";
import { EmptyState } from "../../design/EmptyState";
import type { PluginStore } from "../pluginStore";
import { exportOwn } from "./exportOwn";
import type { LedgerTotal } from "./ledgerBook";
import { aboutWords, blockedBecause, isBlocked, timesWords, wentWords, whoseWords } from "./ledgerWords";
import { RecentEntries } from "./RecentEntries";
import "./ledger.css";
import { sizeWords } from "../sizeWords";

/** Who sees what, live: the gate's decisions in words. */
export function LedgerPanel({ store }: { store: PluginStore }) {
  const totals = store.ledger.totals.value;
  useEffect(() => void store.readLedger(), []);
  if (totals.length === 0) {
    return (
      <EmptyState icon="shield" title="Nothing has gone to a plugin">
        <p>As soon as a plugin gets something, or asks for something and is stopped, it stands here.</p>
      </EmptyState>
    );
  }
  const names = new Map([...store.catalog.value, ...store.roomPlugins.value].map((plugin) => [plugin.id, plugin.name]));
  return (
    <div class="ledger">
      <p class="ledger__intro">What the gate on this host let through and what it stopped. Who the others are is not told to anybody.</p>
      {[...new Set(totals.map((total) => total.pluginId))].map((id) => (
        <PluginTotals key={id} name={names.get(id) ?? id} totals={totals.filter((total) => total.pluginId === id)} />
      ))}
      <RecentEntries entries={store.ledger.recent.value} names={names} />
      <Button onClick={() => exportOwn(store.ledger)}>Save my entries as JSON</Button>
    </div>
  );
}

const order = ["me", "other", "nobody"];

function PluginTotals({ name, totals }: { name: string; totals: readonly LedgerTotal[] }) {
  const passed = totals.filter((total) => !isBlocked(total));
  const blocked = totals.filter((total) => isBlocked(total) && total.words === null);
  const limits = totals.filter((total) => total.words !== null);
  return (
    <section class="ledger__plugin">
      <h3>{name}</h3>
      {order.map((subject) => (
        <Lines key={subject} title={whoseWords(subject)} totals={passed.filter((total) => total.subject === subject)} />
      ))}
      <div class="ledger__plugin--blocked">
        <Lines title="Blocked" totals={blocked} />
        <Lines title="Over its limits" totals={limits} />
      </div>
    </section>
  );
}

function Lines({ title, totals }: { title: string; totals: readonly LedgerTotal[] }) {
  if (totals.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {totals.map((total) => (
          <li key={`${total.capability} ${total.category} ${total.subject} ${total.sink} ${total.verdict} ${total.words}`}>
            <Line total={total} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ total }: { total: LedgerTotal }) {
  if (total.words !== null) {
    return (
      <>
        <span>{total.words}</span>
        <span class="ledger__count">{timesWords(total.count)}</span>
      </>
    );
  }
  const went = wentWords(total);
  const facts = [went, timesWords(total.count), total.bytes > 0 ? sizeWords(total.bytes) : null].filter((fact) => fact !== null);
  return (
    <>
      <span>{aboutWords(total)}</span>
      <span class="ledger__count">
        {facts.join(" · ")}
        {isBlocked(total) && `. Stopped, because ${blockedBecause(total.verdict)}.`}
      </span>
    </>
  );
}
