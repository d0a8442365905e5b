import { useSignal } from "@preact/signals";
import { wanting } from "../../consent/saying/switchedOff";
import { listed, named, Said, say, type Words } from "../../consent/saying/words";
import { purposeWords } from "../../consent/sentences";
import { Toggle } from "../../design/Toggle";
import type { RoomSession } from "../../room/session";
import type { PurposeView, RoomPluginView } from "../../signaling/protocol";
import { useAction } from "./useAction";

/** What is off in every room until a moderator switches it on: everybody sees how it stands, a moderator changes it. */
export function PurposeSwitches({ session }: { session: RoomSession }) {
  const store = session.plugins;
  const purposes = store.purposes.value;
  const on = purposes.filter((purpose) => purpose.on);
  return (
    <details class="purposes" open={on.length > 0}>
      <summary>
        Training and marketing: {on.length === 0 ? "off" : on.length < purposes.length ? `${on[0]!.name} is on` : "both are on"}
      </summary>
      <p class="purposes__note">
        No plugin may use anybody's data for these unless a moderator of this room switches it on, and then only the data of those who say yes themselves.
      </p>
      {purposes.map((purpose) => (
        <PurposeSwitch key={purpose.name} session={session} purpose={purpose} />
      ))}
      {session.moderation.isMine.value && (
        <p class="purposes__note">
          Switching on agrees to nothing for anybody: everyone here is asked, and whoever comes later. Switching off ends at once what people have allowed for it; each of them
          gets a receipt.
        </p>
      )}
    </details>
  );
}

function PurposeSwitch({ session, purpose: { name, on } }: { session: RoomSession; purpose: PurposeView }) {
  const { busy, problem, run } = useAction();
  const wish = useSignal(on);
  const ask = (wanted: boolean) => {
    wish.value = wanted;
    void run(() => session.plugins.switchPurpose(name, wanted));
  };
  const words = `Use ${purposeWords(name)}`;
  const wanted = wantedWords(wanting(session.plugins.roomPlugins.value, name), on);
  return (
    <div class="purposes__one">
      {session.moderation.isMine.value ? (
        <Toggle checked={busy ? wish.value : on} disabled={busy} onChange={ask}>
          {words}
        </Toggle>
      ) : (
        <p>
          {words}: <strong>{on ? "switched on by a moderator" : "switched off"}</strong>
        </p>
      )}
      <p class="purposes__note">
        <Said words={wanted} />
      </p>
      {problem && <p class="problem" role="alert">{problem}</p>}
    </div>
  );
}

function wantedWords(plugins: readonly RoomPluginView[], on: boolean): Words {
  if (plugins.length === 0) return ["No plugin in this room wants it."];
  const names = listed(plugins.map(({ name }) => [named(name)]));
  if (on) return say`${names} ${plugins.length === 1 ? "asks" : "ask"} you for it, and you can refuse.`;
  return say`${names} ${plugins.length === 1 ? "wants" : "want"} it.`;
}
