import { computed, type ReadonlySignal } from "@preact/signals";
import { allowsData, allowsInput, choiceOf, type Choices } from "../../consent/choices";
import type { PluginChannelView, PluginPeople, RoomPluginView } from "../../signaling/protocol";
import type { FrameServerState, FrameState } from "../frame/protocol";
import { idleRecording, recordingControl } from "../recordingPort";
import { theme } from "./theme";

const serverStates: Record<string, FrameServerState | undefined> = {
  starting: "restarting", restarting: "restarting", running: "running", failed: "failed",
};

/** One plugin of the room as its frames see it: what they may know, and what the manifest lets them do. */
export class PluginPart {
  readonly state: ReadonlySignal<FrameState>;
  /** Of the frames that this part is for; the host refuses what comes from earlier ones. */
  readonly generation: number;

  constructor(
    readonly id: string,
    readonly view: ReadonlySignal<RoomPluginView | undefined>,
    readonly people: ReadonlySignal<PluginPeople | undefined>,
    readonly choices: ReadonlySignal<Choices | undefined>,
  ) {
    this.generation = view.peek()?.generation ?? 0;
    this.state = computed(() => {
      const plugin = view.value;
      const known = (people.value?.people ?? []).map(({ pseudonym, name }) => ({ id: pseudonym, name }));
      const me = known.find((person) => person.id === people.value?.self) ?? { id: people.value?.self ?? "", name: null };
      return {
        me,
        people: known.includes(me) ? known : [...known, me],
        canSend: plugin !== undefined && allowsInput(plugin, choices.value),
        theme: theme.value,
        server: serverStates[plugin?.state ?? ""] ?? null,
        recording: recordingControl.value?.state(id).value ?? idleRecording,
      };
    });
  }

  get name(): string {
    return this.view.peek()?.name ?? this.id;
  }

  declares(capability: string): boolean {
    return this.view.peek()?.capabilities.some((each) => each.name === capability) ?? false;
  }

  /** Whether files that this person chooses may be shown to this plugin's frames. */
  get mayHaveFiles(): boolean {
    const [plugin, choices] = [this.view.peek(), this.choices.peek()];
    if (!plugin || !allowsData(plugin, choices, "content.file")) return false;
    return plugin.flows.some((flow) => flow.data === "content.file" && flow.to === "ui" && choiceOf(choices, flow) === "allow");
  }

  channel(name: string): PluginChannelView | undefined {
    return this.view.peek()?.channels.find((each) => each.name === name);
  }
}
