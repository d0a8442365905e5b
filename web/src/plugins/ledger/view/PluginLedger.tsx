import type { ComponentChildren } from "preact";
import { keepingWords } from "../../../consent/saying/keeping";
import { plain, Said } from "../../../consent/saying/words";
import { categoryWords } from "../../../consent/sentences";
import type { LedgerEntryView, RoomPluginView } from "../../../signaling/protocol";
import type { PluginStore } from "../../pluginStore";
import { sizeWords } from "../../sizeWords";
import type { LedgerTotal } from "../ledgerBook";
import { aboutWords, blockedBecause, capitalised, timesWords, wentWords } from "../ledgerWords";
import { Bars } from "./Bars";
import { placeWords } from "./places";
import { RecentEntries } from "./RecentEntries";
import { summaryWords, type Destination, type PluginSums } from "./sums";
import { timeline } from "./timeline";

interface Props {
  store: PluginStore;
  sums: PluginSums;
  name: string;
  entries: readonly LedgerEntryView[];
  now: number;
}

/** One plugin: a line and its bars, and everything in detail below. */
export function PluginLedger({ store, sums, name, entries, now }: Props) {
  const words = summaryWords(sums);
  const plugin = store.roomPlugins.value.find(({ id }) => id === sums.pluginId);
  return (
    <details class="ledger__plugin">
      <summary>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <Bars buckets={timeline(entries, now)} />
        <p>
          {words.passed}
          {words.blocked && (
            <>
              , <strong class="ledger__blocked">{words.blocked}</strong>
            </>
          )}
          .
        </p>
      </summary>
      <Part title="It got from you" items={sums.mine}>
        {(total) => <Line text={aboutWords(total)} facts={factsOf(total, plugin)} />}
      </Part>
      <Part title="It got from others" items={sums.others}>
        {({ category, count }) => <Line text={capitalised(categoryWords(category, false))} facts={[timesWords(count)]} />}
      </Part>
      <Part title="Where it went" items={sums.went}>
        {(place) => <Went store={store} plugin={plugin} place={place} />}
      </Part>
      <Part title="It did without anyone's data" items={sums.deeds}>
        {(total) => <Line text={aboutWords(total)} facts={factsOf(total, plugin)} />}
      </Part>
      <div class="ledger__stopped">
        <Part title="Blocked" items={sums.blocked}>
          {(total) => <Line text={aboutWords(total)} facts={factsOf(total, plugin)} more={`Nothing left, because ${blockedBecause(total.verdict)}.`} />}
        </Part>
        <Part title="Over its limits" items={sums.limits}>
          {(total) => <Line text={total.words!} facts={[timesWords(total.count)]} />}
        </Part>
      </div>
      <RecentEntries plugin={plugin} entries={entries} />
    </details>
  );
}

function Part<T>({ title, items, children }: { title: string; items: readonly T[]; children: (item: T) => ComponentChildren }) {
  if (items.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {items.map((item, index) => (
          <li key={index}>{children(item)}</li>
        ))}
      </ul>
    </>
  );
}

const factsOf = (total: LedgerTotal, plugin: RoomPluginView | undefined) => [wentWords(total, plugin), timesWords(total.count), total.bytes > 0 ? sizeWords(total.bytes) : null];

function Line({ text, facts, more = null }: { text: ComponentChildren; facts: readonly (string | null)[]; more?: ComponentChildren }) {
  return (
    <>
      <span>{text}</span>
      <span class="ledger__count">{facts.filter((fact) => fact !== null).join(" · ")}</span>
      {more && <span class="ledger__count">{more}</span>}
    </>
  );
}

/** What left, and what whoever has it now promised; a promise is the manifest's, so it is told only where the plugin is here. */
function Went({ store, plugin, place }: { store: PluginStore; plugin: RoomPluginView | undefined; place: Destination }) {
  const flows = place.sink.startsWith("sink:") ? (plugin?.flows.filter(({ to }) => to === place.sink) ?? []) : [];
  const promises = new Map(flows.map((flow) => keepingWords(plugin!, flow, store.pluginName)).map((words) => [plain(words), words]));
  const mine = place.mine.map((category) => categoryWords(category, true));
  return (
    <Line
      text={<Said words={placeWords(plugin, place.sink, store.pluginName)} />}
      facts={[timesWords(place.count), place.bytes > 0 ? sizeWords(place.bytes) : null]}
      more={
        <>
          {mine.length === 0 ? "Without your data." : `Of yours in it: ${new Intl.ListFormat("en").format(mine)}.`}
          {[...promises.values()].map((words, index) => (
            <span key={index}>
              {" "}
              <Said words={words} />.
            </span>
          ))}
        </>
      }
    />
  );
}
