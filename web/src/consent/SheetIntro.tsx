import type { PluginStore } from "../plugins/pluginStore";
import type { RoomPluginView } from "../signaling/protocol";
import { TrustLine } from "../plugins/updates/TrustLine";
import { badgeOf } from "./saying/reach";

/** Who asks, how far it can go, and that nothing hangs on the answer. */
export function SheetIntro({ store, plugin, self }: { store: PluginStore; plugin: RoomPluginView; self: string }) {
  const badge = badgeOf(plugin);
  const { index, of } = store.desk.place;
  return (
    <div class="consent__intro">
      <p class="consent__who">
        <span class={`plugin__badge plugin__badge--${badge.kind}`}>{badge.text}</span>
        {of > 1 && (
          <span>
            {index} of {of}
          </span>
        )}
      </p>
      <p>
        By <bdi>{plugin.publisherName}</bdi>, added by {plugin.addedById === self ? "you" : <bdi>{plugin.addedBy}</bdi>}.{" "}
        <a href={plugin.privacyPolicyUrl} target="_blank" rel="noopener noreferrer">
          Its privacy policy
        </a>
      </p>
      <TrustLine trust={plugin.trust} />
      {plugin.flows.length > 0 && (
        <p>It gets nothing unless you allow it. If you refuse, the call goes on for you as before, without your data. The page shows nobody what you choose.</p>
      )}
    </div>
  );
}
