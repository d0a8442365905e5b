import { signal, type ReadonlySignal } from "@preact/signals";
import { toast } from "../../design/Toast";
import type { RoomSession } from "../../room/session";
import type { PluginQuestion } from "../../signaling/protocol";
import { seenText } from "./visibleText";

export type QuestionRoom = Pick<RoomSession, "connection" | "chat">;

/** What plugins ask of this person, one after the other. The host decides what may be asked, and ends it. */
export class PluginQuestions {
  readonly #room: QuestionRoom;
  readonly #pending = signal<readonly PluginQuestion[]>([]);
  readonly #stops: (() => void)[];

  constructor(room: QuestionRoom) {
    this.#room = room;
    this.#stops = [
      room.connection.on("pluginQuestion", (question) => this.#put(question)),
      room.connection.on("pluginQuestionGone", ({ id }) => this.#drop(id)),
    ];
  }

  /** The first one is to be shown now. */
  get pending(): ReadonlySignal<readonly PluginQuestion[]> {
    return this.#pending;
  }

  /** Each question is answered once; what comes of a yes is up to the host. */
  async answer(question: PluginQuestion, allow: boolean): Promise<void> {
    if (!this.#drop(question.id)) return;
    try {
      await this.#room.connection.invoke("AnswerQuestion", { id: question.id, allow });
      if (allow && question.kind === "sendAsUser") this.#room.chat.sendFor(question.pluginName, seenText(question.text));
    } catch (error) {
      // A no that does not get there is a no all the same.
      if (allow) toast(error instanceof Error ? error.message : "It did not work.");
    }
  }

  /** After a dropped socket: what still waits is sent again. */
  resumed(): void {
    this.#pending.value = [];
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#pending.value = [];
  }

  #put(question: PluginQuestion) {
    // What is nothing but hidden characters could not be shown, so there is nothing to say yes to.
    if (question.kind === "sendAsUser" && seenText(question.text) === "") {
      this.#room.connection.invoke("AnswerQuestion", { id: question.id, allow: false }).catch(() => undefined);
      return;
    }
    if (!this.#pending.peek().some((each) => each.id === question.id)) this.#pending.value = [...this.#pending.peek(), question];
  }

  #drop(id: string): boolean {
    const left = this.#pending.peek().filter((each) => each.id !== id);
    const had = left.length < this.#pending.peek().length;
    if (had) this.#pending.value = left;
    return had;
  }
}
