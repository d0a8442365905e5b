import { useSignal } from "@preact/signals";
import type { LedgerEntryView, RoomPluginView } from "../../../signaling/protocol";
import { aboutWords, blockedBecause, isBlocked, wentWords } from "../ledgerWords";

const shown = 50;

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** The latest decisions one by one, newest first. */
export function RecentEntries({ plugin, entries }: { plugin: RoomPluginView | undefined; entries: readonly LedgerEntryView[] }) {
  const open = useSignal(false);
  return (
    <details class="ledger__recent" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>One by one</summary>
      {open.value && (
        <ol reversed>
          {entries
            .slice(-shown)
            .reverse()
            .map((entry) => (
              <li key={entry.sequence}>
                <time dateTime={new Date(entry.at).toISOString()}>{time.format(entry.at)}</time> {sentence(entry, plugin)}
              </li>
            ))}
        </ol>
      )}
    </details>
  );
}

const owner: Record<string, string> = { me: " (you)", other: " (somebody else)" };

function sentence(entry: LedgerEntryView, plugin: RoomPluginView | undefined): string {
  if (entry.words !== null) return entry.words;
  const went = wentWords(entry, plugin);
  const about = aboutWords(entry) + (owner[entry.subject] ?? "") + (went ? `, ${went}` : "");
  return isBlocked(entry) ? `${about}. Blocked: ${blockedBecause(entry.verdict)}.` : `${about}.`;
}
