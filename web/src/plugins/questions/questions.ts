import { signal, type ReadonlySignal } from "@preact/signals";
import { toast } from "../../design/Toast";
import type { RoomSession } from "../../room/session";
import type { PluginQuestion } from "../../signaling/protocol";
import { HubRefusal } from "../../signaling/refusal";
import { pickedFileName } from "../frame/fileName";
import { FileTransfers } from "./fileTransfers";
import { seenText } from "./visibleText";

export type QuestionRoom = Pick<RoomSession, "connection" | "chat">;

/** What a plugin's frame on this page asks for. */
export interface FrameFileRequest {
  readonly pluginId: string;
  readonly pluginName: string;
  readonly kinds: readonly string[];
  readonly maxBytes: number;
  readonly maxFiles: number;
}

/** After two noes in a row a frame has to wait, as a plugin's server side has. */
const peace = 60_000;

/** What plugins ask of this person, one after the other. The host decides what may be asked, and ends it. */
export class PluginQuestions {
  readonly transfers: FileTransfers;
  readonly #room: QuestionRoom;
  readonly #pending = signal<readonly PluginQuestion[]>([]);
  /** Those that a frame on this page asked; the host does not know them. */
  readonly #own = new Map<string, (files: readonly File[] | null) => void>();
  readonly #noes = new Map<string, { inARow: number; last: number }>();
  readonly #stops: (() => void)[];

  /** @param isAllowed Whether that plugin may have files of this person now. */
  constructor(room: QuestionRoom, isAllowed: (pluginId: string) => boolean) {
    this.#room = room;
    this.transfers = new FileTransfers(room.connection, isAllowed);
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
    const own = this.#own.get(question.id);
    if (own) {
      const noes = this.#noes.get(question.pluginId)?.inARow ?? 0;
      this.#noes.set(question.pluginId, { inARow: noes + 1, last: performance.now() });
      return this.#ownAnswered(question.id, null);
    }
    try {
      await this.#room.connection.invoke("AnswerQuestion", { id: question.id, allow });
      if (allow && question.kind === "sendAsUser") this.#room.chat.sendFor(question.pluginName, seenText(question.text));
    } catch (error) {
      // A no that does not get there is a no all the same.
      if (allow) toast(error instanceof Error ? error.message : "It did not work.");
    }
  }

  /** The yes to a question for files. Gives what is wrong with them, if anything is; then other ones can be chosen. */
  async hand(question: PluginQuestion, files: readonly File[]): Promise<string | null> {
    if (this.#own.has(question.id)) {
      this.#noes.delete(question.pluginId);
      this.#drop(question.id);
      this.#ownAnswered(question.id, files);
      return null;
    }
    this.transfers.begin(question.id, question, files);
    try {
      const list = files.map(({ name, type, size }) => ({ name: pickedFileName(name), type, bytes: size }));
      await this.#room.connection.invoke("HandFiles", { id: question.id, files: list });
      this.#drop(question.id);
      return null;
    } catch (error) {
      this.transfers.forget(question.id);
      const words = error instanceof Error ? error.message : "It did not work.";
      if (error instanceof HubRefusal && error.code.startsWith("files.")) return words;
      this.#drop(question.id);
      toast(words);
      return null;
    }
  }

  /** Asks for a frame on this page. Undefined: that plugin is asking already, or was told no twice just now. Null: no. */
  askHere({ kinds, ...request }: FrameFileRequest): Promise<readonly File[] | null> | undefined {
    const noes = this.#noes.get(request.pluginId);
    if (noes && noes.inARow > 1 && performance.now() - noes.last < peace) return undefined;
    if (this.#pending.peek().some((each) => each.pluginId === request.pluginId)) return undefined;
    const id = `frame ${crypto.randomUUID()}`;
    return new Promise((resolve) => {
      this.#own.set(id, resolve);
      this.#put({ ...request, id, kind: "pickFile", text: "", participantId: null, accept: [...kinds], seconds: 0 });
    });
  }

  /** That plugin's frames are gone: what they asked is over. */
  dropFor(pluginId: string): void {
    for (const { id, pluginId: by } of this.#pending.peek()) {
      if (by !== pluginId || !this.#own.has(id)) continue;
      this.#drop(id);
      this.#ownAnswered(id, null);
    }
  }

  /** After a dropped socket: what the host still wants to know is sent again. */
  resumed(): void {
    this.#pending.value = this.#pending.peek().filter(({ id }) => this.#own.has(id));
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.transfers.close();
    for (const id of [...this.#own.keys()]) this.#ownAnswered(id, null);
    this.#pending.value = [];
  }

  #ownAnswered(id: string, files: readonly File[] | null) {
    this.#own.get(id)?.(files);
    this.#own.delete(id);
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
