import { useId } from "preact/hooks";
import { isUndecided, newlyAsked, standingWords } from "../../consent/choices";
import { inForce } from "../../consent/purposes";
import { badgeOf } from "../../consent/saying/reach";
import { Button } from "../../design/Button";
import type { RoomSession } from "../../room/session";
import type { RoomPluginView } from "../../signaling/protocol";
import { PluginFrame } from "../frame/PluginFrame";
import { seal } from "../frame/seal";
import { windowWords } from "../frame/sealWords";
import { framesIn, windowsOf, type PluginStore } from "../pluginStore";
import { OverlaySwitch } from "../surfaces/OverlaySwitch";
import { PictureSwitch } from "../transform/PictureSwitch";
import { TrustLine } from "../updates/TrustLine";
import { WaitingUpdate } from "../updates/WaitingUpdate";
import { useAction } from "./useAction";
import { isolationWords, isUnconfined, stateWords, confinedWords } from "./words";

/** One plugin of the room: what it is, who brought it, what this person lets it know, and its windows. */
export function PluginCard({ session, plugin }: { session: RoomSession; plugin: RoomPluginView }) {
  const store = session.plugins;
  const heading = useId();
  const live = inForce(plugin, store.purposes.value);
  const badge = badgeOf(live);
  const state = stateWords(plugin);
  return (
    <article class="plugin" aria-labelledby={heading}>
      <header class="plugin__head">
        <h3 id={heading}>
          <bdi>{plugin.name}</bdi> <small>{plugin.version}</small>
        </h3>
        <span class={`plugin__badge plugin__badge--${badge.kind}`}>{badge.text}</span>
      </header>
      <p class="plugin__by">
        by <bdi>{plugin.publisherName}</bdi> · added by {plugin.addedById === session.self ? "you" : <bdi>{plugin.addedBy}</bdi>}
        {confinedWords(plugin) && ` · ${confinedWords(plugin)}`}
      </p>
      {isUnconfined(plugin) && (
        <p class="plugin__state plugin__state--trouble">Not confined on this host: it can read whatever the host can.</p>
      )}
      <p class={state.fine ? "plugin__state" : "plugin__state plugin__state--trouble"}>{state.text}</p>
      <TrustLine trust={plugin.trust} />
      <WaitingUpdate store={store} plugin={plugin} />
      <PluginActions store={store} plugin={plugin} />
      <OverlaySwitch overlays={store.overlays} plugin={plugin} />
      <PictureSwitch pictures={session.pictures} plugin={plugin} />
      <PluginPanelFrames store={store} plugin={plugin} />
      <PluginChoices store={store} plugin={live} />
      <PluginFacts plugin={plugin} />
    </article>
  );
}

function PluginActions({ store, plugin }: { store: PluginStore; plugin: RoomPluginView }) {
  const { busy, problem, run } = useAction();
  const open = store.isOpen(plugin.id);
  return (
    <>
      <div class="plugin__actions">
        {plugin.state === "failed" && (
          <Button look="primary" aria-label={`Restart ${plugin.name}`} disabled={busy} onClick={() => run(() => store.restart(plugin.id))}>
            Restart
          </Button>
        )}
        {windowsOf(plugin).length > 0 && (
          <Button
            look={open || plugin.state === "failed" ? "plain" : "primary"}
            aria-label={`${open ? "Close" : "Open"} ${plugin.name}`}
            onClick={() => (open ? store.closeFrames(plugin.id) : store.open(plugin.id))}
          >
            {open ? "Close" : "Open"}
          </Button>
        )}
        <Button aria-label={`Remove ${plugin.name}`} disabled={busy} onClick={() => run(() => store.remove(plugin.id))}>
          Remove
        </Button>
      </div>
      {problem && <p class="problem" role="alert">{problem}</p>}
    </>
  );
}

function PluginPanelFrames({ store, plugin }: { store: PluginStore; plugin: RoomPluginView }) {
  const frames = framesIn("panel", store.frames.value).filter((frame) => frame.plugin.id === plugin.id);
  return (
    <>
      {frames.map((frame) => (
        <div key={frame.key} class="plugin__frame">
          <PluginFrame store={store} frame={frame} />
        </div>
      ))}
    </>
  );
}

/** Where this person stands with it, and the way to the sheet. */
function PluginChoices({ store, plugin }: { store: PluginStore; plugin: RoomPluginView }) {
  const choices = store.consents.value.get(plugin.id);
  const anew = !isUndecided(plugin, choices) && newlyAsked(plugin, choices).length > 0;
  const undecided = isUndecided(plugin, choices) || anew;
  return (
    <div class={undecided ? "plugin__choices plugin__choices--open" : "plugin__choices"}>
      <p role="status">
        {standingWords(plugin, choices)}
        {anew && " Not decided: what a moderator switched on."}
      </p>
      <Button aria-label={`${undecided ? "Decide" : "What it may know"}: ${plugin.name}`} onClick={() => store.desk.open([plugin.id])}>
        {undecided ? "Decide" : "What it may know"}
      </Button>
    </div>
  );
}

function PluginFacts({ plugin }: { plugin: RoomPluginView }) {
  return (
    <details class="plugin__facts">
      <summary>About</summary>
      <dl>
        <dt>Its part on this host</dt>
        <dd>{isolationWords(plugin)}</dd>
        <dt>Its windows, in this browser</dt>
        <dd>{windowWords(windowsOf(plugin), seal.value)}</dd>
        <dt>Answers for it</dt>
        <dd>
          <bdi>{plugin.publisherName}</bdi>, {plugin.publisherContact}
        </dd>
        <dt>Privacy policy</dt>
        <dd>
          <a href={plugin.privacyPolicyUrl} target="_blank" rel="noopener noreferrer">
            What the publisher promises
          </a>
        </dd>
      </dl>
    </details>
  );
}
