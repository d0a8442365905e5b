import type { FrameState } from "../../src/plugins/frame/protocol";

/** The size of the surface: CSS pixels, and how many device pixels each has. */
export interface SurfaceSize {
  width: number;
  height: number;
  scale: number;
}

/** The first message to a plugin's worker; with it come the canvas, the line to the page and the link to the document, in this order. */
export interface Start {
  readonly state: FrameState;
  readonly canvas: OffscreenCanvas;
  readonly size: SurfaceSize;
}

/** From the document around a worker, over the link that the plugin's code never gets hold of. */
export type ToWorker = { t: "ping" } | { t: "size"; size: SurfaceSize } | { t: "input"; input: PluginRoomInput };

export type FromWorker = { t: "pong" } | { t: "cursor"; name: string } | { t: "describe"; text: string };
