import { useEffect, useRef } from "preact/hooks";
import { ChatPanel } from "../chat/ChatPanel";
import { IconButton } from "../design/IconButton";
import { onDemand } from "../design/onDemand";
import type { CallModel } from "./callModel";

// With the call, and not before it: nobody needs it on the way in.
const PluginsPanel = onDemand(() => import("../plugins/PluginsPanel").then((part) => part.PluginsPanel));

const titles = { chat: "Chat", plugins: "Plugins" };

/** Beside the call on a desktop, over its lower part on a phone. */
export function SidePanel({ model }: { model: CallModel }) {
  const panel = model.panel.value;
  const element = useRef<HTMLElement>(null);
  // Whatever is open and takes text gets the focus; else the panel itself, so that the keyboard goes on from there.
  useEffect(() => {
    if (panel) (element.current!.querySelector("textarea") ?? element.current!).focus();
  }, [panel]);
  return (
    <aside
      id="panel"
      ref={element}
      class="panel"
      hidden={panel === null}
      aria-label={panel ? titles[panel] : undefined}
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && model.closePanel()}
    >
      <div class="panel__head">
        <h2>{panel && titles[panel]}</h2>
        <IconButton icon="close" label="Close panel" look="quiet" onClick={() => model.closePanel()} />
      </div>
      <div class="panel__body" hidden={panel !== "chat"}>
        <ChatPanel chat={model.session.chat} open={panel === "chat"} />
      </div>
      <div class="panel__body panel__body--scroll" hidden={panel !== "plugins"}>
        <PluginsPanel session={model.session} />
      </div>
    </aside>
  );
}
