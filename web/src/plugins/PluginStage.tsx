import type { RoomSession } from "../room/session";

/** Where plugins' stage frames stand. `visible` is false while something else is on the stage; frames stay alive then. */
export function PluginStage({ session, visible }: { session: RoomSession; visible: boolean }) {
  return <div hidden={!visible}>{session.plugins.stageTitle.value}</div>;
}
