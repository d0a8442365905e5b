import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { FrameWord } from "../frame/useFrame";
import type { OpenFrame } from "../pluginStore";

/** How one overlay does, and how often it was started. */
export interface OverlayState {
  readonly word: Signal<FrameWord>;
  readonly starts: Signal<number>;
}

/** What plugins draw over the pictures in this page. Each person hides for themselves what they do not want to see. */
export class Overlays {
  /** In the order in which they were opened; the last one is on top. */
  readonly shown: ReadonlySignal<readonly OpenFrame[]>;
  readonly #hidden = signal<ReadonlySet<string>>(new Set());
  readonly #states = new Map<string, OverlayState>();

  constructor(frames: ReadonlySignal<readonly OpenFrame[]>) {
    this.shown = computed(() => frames.value.filter(({ ui, plugin }) => ui.slot === "overlay" && !this.#hidden.value.has(plugin.id)));
  }

  isHidden(pluginId: string): boolean {
    return this.#hidden.value.has(pluginId);
  }

  /** Takes it away, frame and all. */
  hide(pluginId: string): void {
    this.#hidden.value = new Set(this.#hidden.peek()).add(pluginId);
  }

  show(pluginId: string): void {
    if (!this.#hidden.peek().has(pluginId)) return;
    this.#hidden.value = new Set([...this.#hidden.peek()].filter((each) => each !== pluginId));
  }

  stateOf({ key }: OpenFrame): OverlayState {
    const known = this.#states.get(key) ?? { word: signal<FrameWord>("loading"), starts: signal(0) };
    this.#states.set(key, known);
    return known;
  }
}
