import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { DevicePickers } from "../call/devices/DevicePicker";
import { Button } from "../design/Button";
import { Toggle } from "../design/Toggle";
import { Wordmark } from "../design/Wordmark";
import type { Lobby } from "../room/lobby";
import { Preview } from "./Preview";
import { rememberedName, rememberName } from "./rememberedName";
import "./prejoin.css";

export interface JoinWish {
  readonly name: string;
  readonly camera: boolean;
  readonly microphone: boolean;
}

interface Props {
  lobby: Lobby;
  /** Why the last attempt did not work, in words. */
  problem: string | null;
  onJoin: (wish: JoinWish) => void;
}

const maxName = 64;

export function PreJoinPage({ lobby, problem, onJoin }: Props) {
  const { local, room } = lobby;
  useEffect(() => {
    // After an attempt that did not work the devices are as the person left them.
    if (!problem) void local.start({ camera: true, microphone: true });
  }, [local]);
  return (
    <main class="prejoin">
      <Wordmark />
      <Preview local={local} />
      <div class="prejoin__side">
        <div>
          <p class="muted small">You are about to enter</p>
          <h1>{room}</h1>
        </div>
        {problem && (
          <p class="notice notice--danger" role="alert">
            {problem}
          </p>
        )}
        <NameForm
          onName={(name) => onJoin({ name, camera: local.camera.value !== null, microphone: !local.muted.value })}
        />
        <details class="prejoin__devices">
          <summary>Camera, microphone and speaker</summary>
          <DevicePickers local={local} />
        </details>
        <p class="muted small">Picture, sound and messages go straight to the people in the room. This host passes on only how to reach them, sealed.</p>
      </div>
    </main>
  );
}

function NameForm({ onName }: { onName: (name: string) => void }) {
  const kept = useRef(rememberedName()).current;
  const name = useSignal(kept.name);
  const remember = useSignal(kept.remember);
  const missing = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const described = useComputed(() => (missing.value ? "name-missing" : undefined));
  useEffect(() => {
    // On a phone the keyboard would hide the preview.
    if (!matchMedia("(pointer: coarse)").matches) input.current?.focus();
  }, []);
  const submit = (event: Event) => {
    event.preventDefault();
    const shown = name.value.trim();
    missing.value = shown === "";
    if (missing.value) {
      input.current?.focus();
      return;
    }
    rememberName(shown, remember.value);
    onName(shown);
  };
  return (
    <form class="prejoin__form" onSubmit={submit} noValidate>
      <div class="field">
        <label for="your-name">Your name</label>
        <input
          ref={input}
          id="your-name"
          class="input"
          maxLength={maxName}
          autocomplete="name"
          value={name}
          aria-invalid={missing}
          aria-describedby={described}
          onInput={(event) => {
            name.value = event.currentTarget.value;
            missing.value = false;
          }}
        />
        {missing.value && (
          <p id="name-missing" class="prejoin__missing" role="alert">
            The others need something to call you. Any name will do.
          </p>
        )}
      </div>
      <Toggle checked={remember.value} onChange={(checked) => (remember.value = checked)}>
        Remember my name in this browser
      </Toggle>
      <Button look="primary" type="submit">
        Join
      </Button>
    </form>
  );
}
