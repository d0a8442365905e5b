import { ownScript } from "../../trustedScripts";
import workerUrl from "./ticker.worker.ts?worker&url";

/** Calls back at a steady rate, in a hidden tab too. */
export class Ticker {
  private readonly worker = new Worker(ownScript(workerUrl), { type: "module" });

  constructor(framesPerSecond: number, onTick: () => void) {
    this.worker.onmessage = onTick;
    this.worker.postMessage(1000 / framesPerSecond);
  }

  stop(): void {
    this.worker.terminate();
  }
}
