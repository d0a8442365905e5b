import { useEffect, useMemo } from "preact/hooks";
import { ConsentSheets } from "../consent/ConsentSheets";
import { Cards } from "../cards/Cards";
import { PluginDialogs } from "../plugins/PluginDialogs";
import { Questions } from "../plugins/questions/Questions";
import { Toolbars } from "../plugins/surfaces/Toolbars";
import { ReactionVoice } from "../reactions/ReactionButton";
import type { RoomSession } from "../room/session";
import { CallModel } from "./callModel";
import { ControlBar } from "./ControlBar";
import { Notices } from "./Notices";
import { SettingsSheet } from "./SettingsSheet";
import { listenForShortcuts } from "./shortcuts";
import { SidePanel } from "./SidePanel";
import { TileArea } from "./tiles/TileArea";
import "./call.css";

/** Notices on top, people and stage in the middle, a panel beside them, controls at the bottom. */
export function CallPage({ session }: { session: RoomSession }) {
  const model = useMemo(() => new CallModel(session), [session]);
  useEffect(() => {
    const stopListening = listenForShortcuts(model);
    return () => {
      stopListening();
      model.stop();
    };
  }, [model]);
  return (
    <main class={model.panel.value ? "call call--panel" : "call"}>
      <h1 class="visually-hidden">Call in {session.room}</h1>
      <Notices session={session} onDecide={() => model.showPanel("plugins")} />
      <TileArea model={model} />
      <SidePanel model={model} />
      <Toolbars store={session.plugins} />
      <ControlBar model={model} />
      <ReactionVoice store={session.reactions} />
      <PluginDialogs store={session.plugins} />
      <Questions session={session} />
      <Cards session={session} />
      <ConsentSheets store={session.plugins} self={session.self} />
      {model.settings.value && <SettingsSheet model={model} />}
    </main>
  );
}
