import { HubRefusal } from "../../signaling/refusal";
import type { ToFrame } from "../frame/protocol";
import { FrameRefusal } from "../recordingPort";

/** As many questions as a frame may have open; each one holds memory here until it is answered. */
const maxOpen = 64;

/** Answers what one frame asks, by the number that came with the question. */
export class FrameAnswers {
  #open = 0;

  constructor(private readonly send: (message: ToFrame) => void) {}

  with(id: number, work: () => Promise<string | File[] | void>): void {
    if (this.#open >= maxOpen) {
      this.send({ t: "failed", id, code: "message.rate", message: `At most ${maxOpen} questions at once.` });
      return;
    }
    this.#open++;
    // Work that throws before its first wait is answered like any other.
    void Promise.resolve()
      .then(work)
      .then(
        (value) => this.send(value === undefined ? { t: "done", id } : { t: "done", id, value }),
        (error: unknown) => this.send({ t: "failed", id, ...describe(error) }),
      )
      .finally(() => this.#open--);
  }
}

// Words that were written for people pass; anything else is the page's own trouble and none of the plugin's business.
const describe = (error: unknown) =>
  error instanceof HubRefusal || error instanceof FrameRefusal
    ? { code: error.code, message: error.message }
    : { code: "server.busy", message: "It did not work; try again." };
