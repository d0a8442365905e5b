import { effect } from "@preact/signals";
import type { Mesh } from "../../call/mesh";
import type { RoomConnection } from "../../signaling/connection";
import type { PluginPerson } from "../../signaling/protocol";
import type { PluginAsks } from "../asks";
import { toBase64 } from "../base64";
import { pickedFileName, safeFileName } from "../frame/fileName";
import { readLink } from "../frame/link";
import type { FrameState, FromFrame, ToFrame } from "../frame/protocol";
import { maxServerBytes } from "../frame/readMessage";
import type { PluginQuestions } from "../questions/questions";
import { FrameRefusal, recordingControl } from "../recordingPort";
import { FrameAnswers } from "./frameAnswers";
import { PluginChannels } from "./pluginChannels";
import type { PluginPart } from "./pluginPart";

export interface RuntimeContext {
  readonly connection: Pick<RoomConnection, "invoke">;
  readonly mesh: Pick<Mesh, "bus">;
  readonly asks: PluginAsks;
  readonly questions: PluginQuestions;
}

export type SendToFrame = (message: ToFrame) => void;

/** What all frames of one plugin on this page share: the way to its server side, its channels, and what it may know. */
export class PluginRuntime {
  readonly #context: RuntimeContext;
  readonly #part: PluginPart;
  readonly #frames = new Map<SendToFrame, FrameAnswers>();
  readonly #channels: PluginChannels;
  readonly #stop: () => void;
  #told: FrameState;

  constructor(context: RuntimeContext, part: PluginPart) {
    this.#context = context;
    this.#part = part;
    this.#told = part.state.peek();
    this.#channels = new PluginChannels(context, part, (message) => this.#tell(message));
    this.#stop = effect(() => this.#changed(part.state.value));
  }

  get state(): FrameState {
    return this.#part.state.peek();
  }

  get generation(): number {
    return this.#part.generation;
  }

  get isUsed(): boolean {
    return this.#frames.size > 0;
  }

  attach(frame: SendToFrame): void {
    this.#frames.set(frame, new FrameAnswers(frame));
  }

  detach(frame: SendToFrame): void {
    this.#frames.delete(frame);
  }

  close(): void {
    this.#stop();
    this.#frames.clear();
    this.#channels.close();
    this.#context.asks.dropFor(this.#part.id);
    this.#context.questions.dropFor(this.#part.id);
  }

  fromServer(data: Uint8Array): void {
    this.#tell({ t: "server", data });
  }

  fromFrame(frame: SendToFrame, message: FromFrame): void {
    const answers = this.#frames.get(frame);
    if (!answers) return;
    const { id: pluginId } = this.#part;
    if (message.t === "server") answers.with(message.id, () => this.#toServer(message.data));
    else if (message.t === "open") this.#channels.open(message.channel);
    else if (message.t === "send") this.#channels.send(message.channel, message.data as Uint8Array<ArrayBuffer>, message.to);
    else if (message.t === "file") answers.with(message.id, () => this.#offer(message.name, message.file));
    else if (message.t === "pick") answers.with(message.id, () => this.#pick(message));
    else if (message.t === "link") this.#link(message.url);
    else if (message.t === "record") answers.with(message.id, () => this.#recorder().start(pluginId));
    else answers.with(message.id, () => this.#recorder().stop(pluginId));
  }

  async #toServer(data: Uint8Array) {
    if (data.byteLength > maxServerBytes) throw new FrameRefusal("message.too-large", "A message to the server side has at most 256 KiB.");
    // Withheld here, at the source: the host would refuse it, but it should not even get there.
    if (!this.state.canSend) throw new FrameRefusal("consent.missing", "This person has not allowed what they do here to leave the frame.");
    await this.#context.connection.invoke("SendInput", { pluginId: this.#part.id, generation: this.generation, data: toBase64(data) });
  }

  async #offer(name: string, file: Blob): Promise<string> {
    const fileName = safeFileName(name);
    const { id: pluginId, name: pluginName, generation } = this.#part;
    await this.#context.connection.invoke("OfferFile", { pluginId, generation, fileName, bytes: file.size });
    // While the gate was asked, the frames may have been started anew, and what they held with them.
    if (!this.isUsed) throw new FrameRefusal("plugin.stale", "This window is being started anew.");
    const asked = this.#context.asks.put({ kind: "file", pluginId, pluginName, fileName, file });
    if (!asked) throw new FrameRefusal("message.rate", "The person is being asked already.");
    return (await asked) ? "saved" : "refused";
  }

  async #pick({ kinds, maxBytes, maxFiles }: Extract<FromFrame, { t: "pick" }>): Promise<File[]> {
    const { id: pluginId, name: pluginName, generation } = this.#part;
    if (!this.#part.declares("files.pick")) throw new FrameRefusal("capability.denied", "Add files.pick to the manifest's capabilities.");
    if (!this.#part.mayHaveFiles) throw new FrameRefusal("consent.missing", "This person has not allowed this window to have files of theirs.");
    const asked = this.#context.questions.askHere({ pluginId, pluginName, kinds, maxBytes, maxFiles });
    if (!asked) throw new FrameRefusal("message.rate", "The person is being asked already, or has said no twice just now.");
    const chosen = await asked;
    if (!chosen) throw new FrameRefusal("question.declined", "The person said no.");
    // In memory, so that a frame has what was there when it was chosen and no way to the file on the device.
    const files = await Promise.all(chosen.map(async (file) => new File([await file.arrayBuffer()], pickedFileName(file.name), { type: file.type, lastModified: 0 })));
    const list = files.map(({ name, type, size }) => ({ name, type, bytes: size }));
    await this.#context.connection.invoke("ShowFiles", { pluginId, generation, files: list });
    if (!this.isUsed) throw new FrameRefusal("plugin.stale", "This window is being started anew.");
    return files;
  }

  #link(address: string) {
    const url = readLink(address);
    if (url) void this.#context.asks.put({ kind: "link", pluginId: this.#part.id, pluginName: this.#part.name, url });
  }

  #recorder() {
    const control = recordingControl.peek();
    if (!this.#part.declares("recording.write"))
      throw new FrameRefusal("capability.denied", "Add recording.write to the manifest's capabilities.");
    if (!control) throw new FrameRefusal("server.busy", "Recording is not ready yet; try again.");
    return control;
  }

  // Only what differs is told; the recorder changes its counts every second.
  #changed(state: FrameState) {
    const told = this.#told;
    const change: Partial<FrameState> = {};
    for (const key of Object.keys(state) as (keyof FrameState)[])
      if (JSON.stringify(state[key]) !== JSON.stringify(told[key])) Object.assign(change, { [key]: state[key] });
    this.#told = state;
    if (Object.keys(change).length === 0) return;
    this.#tell({ t: "state", state: change });
    this.#channels.follow(change);
  }

  #tell(message: ToFrame) {
    for (const send of this.#frames.keys()) send(message);
  }
}

export const pseudonymsOf = (people: readonly PluginPerson[], ids: readonly string[]): string[] =>
  ids.flatMap((id) => people.find((person) => person.participantId === id)?.pseudonym ?? []);
