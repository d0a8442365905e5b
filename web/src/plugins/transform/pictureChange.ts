import { effect, signal, untracked, type ReadonlySignal } from "@preact/signals";
import type { LocalMedia } from "../../call/localMedia";
import type { RoomConnection } from "../../signaling/connection";
import type { PluginUiView, RoomPluginView } from "../../signaling/protocol";
import type { ChangeEnd, PictureRun } from "./pictureRun";

export interface ChangeState {
  readonly pluginId: string;
  readonly pluginName: string;
  readonly url: string;
  /** While it starts the others see the camera as before. */
  readonly phase: "starting" | "on";
}

export interface ChangeNotice {
  readonly pluginName: string;
  readonly reason: ChangeEnd | "gone";
}

/** The part of a plugin that changes pictures, where it has one. */
export const pictureUiOf = (plugin: RoomPluginView): PluginUiView | undefined => plugin.ui.find(({ slot }) => slot === "transform");

/** The one plugin, if any, that changes this person's camera picture before it is sent. Nothing of that is remembered. */
export class PictureChange {
  readonly #state = signal<ChangeState | null>(null);
  readonly #notice = signal<ChangeNotice | null>(null);
  readonly #connection: Pick<RoomConnection, "invoke">;
  readonly #local: LocalMedia;
  readonly #unfollow: () => void;
  #run: PictureRun | null = null;

  constructor(connection: Pick<RoomConnection, "invoke">, local: LocalMedia, plugins: ReadonlySignal<readonly RoomPluginView[]>) {
    this.#connection = connection;
    this.#local = local;
    // Taken out of the room, or another version: nobody said yes to that one.
    this.#unfollow = effect(() => {
      const state = this.#state.value;
      const plugin = plugins.value.find(({ id }) => id === state?.pluginId);
      if (state && (!plugin || pictureUiOf(plugin)?.url !== state.url)) untracked(() => this.#end(state, "gone"));
    });
  }

  get state(): ReadonlySignal<ChangeState | null> {
    return this.#state;
  }

  /** Why it ended, when that was not this person's doing. */
  get notice(): ReadonlySignal<ChangeNotice | null> {
    return this.#notice;
  }

  dismissNotice(): void {
    this.#notice.value = null;
  }

  /** At the person's own click, after they were told what it means. Throws what the host refuses with. */
  async start(plugin: RoomPluginView): Promise<void> {
    const ui = pictureUiOf(plugin);
    if (!ui) return;
    this.stop();
    this.dismissNotice();
    await this.#connection.invoke("StartTransform", { pluginId: plugin.id });
    const state: ChangeState = { pluginId: plugin.id, pluginName: plugin.name, url: ui.url, phase: "starting" };
    this.#state.value = state;
    const { PictureRun } = await import("./pictureRun");
    if (this.#state.peek() !== state) return;
    const run = new PictureRun(ui.url, this.#local.cameraDevice, {
      began: () => {
        this.#state.value = { ...state, phase: "on" };
        this.#local.changeCamera({ pluginId: plugin.id, picture: run.picture });
      },
      ended: (reason) => this.#end(state, reason),
    });
    this.#run = run;
  }

  stop(): void {
    const state = this.#state.peek();
    if (state) this.#end(state, null);
  }

  close(): void {
    this.#unfollow();
    this.stop();
  }

  #end({ pluginId, pluginName }: ChangeState, reason: ChangeNotice["reason"] | null) {
    const run = this.#run;
    this.#run = null;
    this.#local.changeCamera(null);
    this.#state.value = null;
    if (reason) this.#notice.value = { pluginName, reason };
    run?.stop();
    // Only the count for the ledger; a host that is away at the moment does without.
    this.#connection.invoke("StopTransform", { pluginId, frames: run?.frames ?? 0 }).catch(() => undefined);
  }
}
