import { IconButton } from "../design/IconButton";
import { Icon } from "../design/icons";
import { ReactionButton } from "../reactions/ReactionButton";
import type { CallModel, Panel } from "./callModel";
import { CameraButton, MicrophoneButton } from "./DeviceButtons";

export function ControlBar({ model }: { model: CallModel }) {
  const { session } = model;
  const people = model.people.value.length;
  return (
    <div class="bar" role="toolbar" aria-label="Call controls">
      <div class="bar__room">
        <strong>{session.room}</strong>
        <span class="muted small">{people === 1 ? "Only you" : `${people} people`}</span>
      </div>
      <div class="bar__controls">
        <MicrophoneButton local={session.local} shortcuts />
        <CameraButton local={session.local} shortcuts />
        {model.canShareScreen && <ScreenButton model={model} />}
        <ReactionButton store={session.reactions} open={model.reacting.value} onToggle={(open) => model.showReactions(open)} />
        <PanelButton model={model} panel="chat" label="Chat" shortcut="C" />
        <PanelButton model={model} panel="plugins" label="Plugins" shortcut="P" />
        <IconButton icon="settings" label="Settings" onClick={() => model.showSettings(true)} />
        <IconButton icon="leave" label="Leave" look="danger" onClick={() => void session.leave()} />
      </div>
      <div class="bar__invite">
        <button type="button" class="button button--quiet" onClick={() => void model.copyLink()}>
          <Icon name="link" />
          Copy link
        </button>
      </div>
    </div>
  );
}

function ScreenButton({ model }: { model: CallModel }) {
  const sharing = model.session.local.screen.value !== null;
  return (
    <IconButton
      icon={sharing ? "screenOff" : "screen"}
      label={sharing ? "Stop sharing" : "Share screen"}
      shortcut="S"
      look={sharing ? "on" : undefined}
      onClick={() => void model.toggleScreen()}
    />
  );
}

function PanelButton({ model, panel, label, shortcut }: { model: CallModel; panel: Panel; label: string; shortcut: string }) {
  const unread = panel === "chat" ? model.session.chat.unread.value : 0;
  return (
    <IconButton
      icon={panel}
      label={label}
      shortcut={shortcut}
      badge={unread}
      aria-description={unread > 0 ? `${unread} unread` : undefined}
      aria-expanded={model.panel.value === panel}
      aria-controls="panel"
      onClick={() => model.toggle(panel)}
    />
  );
}
