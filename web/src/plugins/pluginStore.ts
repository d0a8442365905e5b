import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { type Choice, type Choices } from "../consent/choices";
import { ConsentDesk } from "../consent/consentDesk";
import type { Purposes } from "../consent/purposes";
import { toast } from "../design/Toast";
import type { RoomSession } from "../room/session";
import type { CatalogPlugin, ConsentView, JoinReply, PluginPeople, PluginUiView, RoomPluginView } from "../signaling/protocol";
import { PluginAsks } from "./asks";
import { fromBase64 } from "./base64";
import { PluginDeliveries } from "./deliveries/pluginDeliveries";
import { ReceiptBook } from "../consent/receipts/receiptBook";
import { LedgerBook } from "./ledger/ledgerBook";
import { LedgerReader } from "./ledger/ledgerReader";
import { PluginQuestions } from "./questions/questions";
import { PluginPart } from "./room/pluginPart";
import { PluginRuntime } from "./room/pluginRuntime";
import { Overlays } from "./surfaces/overlays";
import { UpdateDesk } from "./updates/updateDesk";

/** The parts of a room that plugins need; a test makes them small. */
export type PluginRoom = Pick<RoomSession, "connection" | "self" | "mesh" | "chat">;

/** A frame that is to be seen now. */
export interface OpenFrame {
  readonly key: string;
  readonly plugin: RoomPluginView;
  readonly ui: PluginUiView;
}

/** What the page knows about plugins, by the host's word, and what this person does about it. */
export class PluginStore {
  readonly catalog = signal<readonly CatalogPlugin[]>([]);
  readonly roomPlugins = signal<readonly RoomPluginView[]>([]);
  /** Plugin id -> flow key -> `allow`, `refuse` or `unset`. */
  readonly consents = signal<ReadonlyMap<string, Choices>>(new Map());
  /** The purposes that this room has to switch on first. */
  readonly purposes = signal<Purposes>([]);
  readonly pluginPeople = signal<ReadonlyMap<string, PluginPeople>>(new Map());
  readonly ledger = new LedgerBook();
  readonly receipts = new ReceiptBook();
  /** What the Plugins panel shows. */
  readonly view = signal<"plugins" | "ledger" | "receipts">("plugins");
  readonly asks = new PluginAsks();
  readonly updates: UpdateDesk;
  /** The plugin whose waiting version the panel shows. */
  readonly shownUpdate = signal<string | null>(null);
  readonly questions: PluginQuestions;
  readonly deliveries: PluginDeliveries;
  readonly frames: ReadonlySignal<readonly OpenFrame[]>;
  readonly desk: ConsentDesk;
  readonly overlays: Overlays;
  /** Title of the plugin that stands on the stage in this page; null while none does. */
  readonly stageTitle: ReadonlySignal<string | null>;
  readonly #open = signal<ReadonlySet<string>>(new Set());
  readonly #room: PluginRoom;
  readonly #reader: LedgerReader;
  readonly #runtimes = new Map<string, PluginRuntime>();
  /** By this person, who need not be told. */
  readonly #removing = new Set<string>();
  readonly #stops: (() => void)[];

  constructor(room: PluginRoom, reply: JoinReply) {
    this.#room = room;
    this.#reader = new LedgerReader(this.ledger, (request) => room.connection.invoke("ReadLedger", request));
    this.questions = new PluginQuestions(room, (id) => this.deliveries.allowing("content.file").some((plugin) => plugin.id === id));
    this.deliveries = new PluginDeliveries(room.connection, this.roomPlugins, this.consents);
    // In the order in which they were opened.
    this.frames = computed(() =>
      [...this.#open.value].flatMap((id) => this.roomPlugins.value.filter((plugin) => plugin.id === id)).flatMap((plugin) => framesOf(plugin)),
    );
    this.overlays = new Overlays(this.frames);
    this.stageTitle = computed(() => framesIn("stage", this.frames.value).at(-1)?.plugin.name ?? null);
    this.updates = new UpdateDesk(room, this.roomPlugins, this.consents, (view) => this.#setChoices(view));
    this.#stops = this.#listen();
    this.resumed(reply);
    this.desk = new ConsentDesk({ plugins: this.roomPlugins, consents: this.consents, purposes: this.purposes, decide: (id, choices) => this.decide(id, choices) });
  }

  /** After joining or a dropped socket: the host's state is the truth. */
  resumed(reply: JoinReply): void {
    this.catalog.value = reply.catalog;
    for (const view of reply.consents) this.updates.heard(view);
    this.consents.value = new Map(reply.consents.map((view) => [view.pluginId, choicesOf(view)]));
    this.purposes.value = reply.purposes;
    this.pluginPeople.value = new Map(reply.pluginPeople.map((people) => [people.pluginId, people]));
    this.#setPlugins(reply.plugins);
    this.questions.resumed();
    for (const id of this.#runtimes.keys()) if (!reply.plugins.some((plugin) => plugin.id === id)) this.#gone(id);
    void this.readLedger();
    void this.#readReceipts();
  }

  /** What the page does not have of the ledger yet; live entries come by themselves. */
  readLedger(): Promise<void> {
    return this.#reader.read();
  }

  // After a reload, and what came while the line was down.
  async #readReceipts(): Promise<void> {
    const kept = await this.#room.connection.invoke("ReadReceipts", null).catch(() => null);
    if (kept) this.receipts.restore(kept.receipts);
  }

  async add(pluginId: string): Promise<void> {
    const plugin = await this.#room.connection.invoke("AddPlugin", { pluginId });
    // The event that says the same can come after this reply.
    if (!this.roomPlugins.peek().some(({ id }) => id === pluginId)) this.roomPlugins.value = put(this.roomPlugins.peek(), plugin);
    this.open(pluginId);
    this.desk.added(pluginId);
  }

  async remove(pluginId: string): Promise<void> {
    this.#removing.add(pluginId);
    try {
      await this.#room.connection.invoke("RemovePlugin", { pluginId });
    } catch (error) {
      this.#removing.delete(pluginId);
      throw error;
    }
  }

  /** What another plugin is called, as far as it is in the room or installed. */
  readonly pluginName = (id: string): string => [...this.roomPlugins.value, ...this.catalog.value].find((plugin) => plugin.id === id)?.name ?? id;

  /** For one that stopped for good. */
  async restart(pluginId: string): Promise<void> {
    await this.#room.connection.invoke("RestartPlugin", { pluginId });
  }

  async decide(pluginId: string, choices: readonly { flow: string; choice: Choice }[]): Promise<void> {
    if (choices.length === 0) return;
    this.#setChoices(await this.#room.connection.invoke("Decide", { pluginId, choices: [...choices] }));
  }

  /** For moderators. */
  async switchPurpose(purpose: string, on: boolean): Promise<void> {
    await this.#room.connection.invoke("SwitchPurpose", { purpose, on });
  }

  isOpen(pluginId: string): boolean {
    return this.#open.value.has(pluginId);
  }

  open(pluginId: string): void {
    this.#open.value = new Set(without(this.#open.peek(), pluginId)).add(pluginId);
  }

  closeFrames(pluginId: string): void {
    this.overlays.show(pluginId);
    this.#open.value = without(this.#open.peek(), pluginId);
  }

  /** What the frames of that plugin share on this page; made with the first of them. */
  runtime(pluginId: string): PluginRuntime {
    const known = this.#runtimes.get(pluginId);
    if (known) return known;
    const { connection, mesh } = this.#room;
    const part = new PluginPart(
      pluginId,
      computed(() => this.roomPlugins.value.find((plugin) => plugin.id === pluginId)),
      computed(() => this.pluginPeople.value.get(pluginId)),
      computed(() => this.consents.value.get(pluginId)),
    );
    const runtime = new PluginRuntime({ connection, mesh, asks: this.asks, questions: this.questions }, part);
    this.#runtimes.set(pluginId, runtime);
    return runtime;
  }

  /** Call when a frame is gone; with the last one its plugin's channels close. */
  release(pluginId: string): void {
    const runtime = this.#runtimes.get(pluginId);
    if (!runtime || runtime.isUsed) return;
    runtime.close();
    this.#runtimes.delete(pluginId);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.questions.close();
    this.desk.stop();
    for (const id of [...this.#runtimes.keys()]) this.#gone(id);
    this.#open.value = new Set();
  }

  #listen(): (() => void)[] {
    const { connection, chat } = this.#room;
    return [
      connection.on("catalogChanged", (plugins) => (this.catalog.value = plugins)),
      connection.on("roomPluginChanged", (plugin) => this.#setPlugins(put(this.roomPlugins.peek(), plugin))),
      connection.on("roomPluginRemoved", ({ id, reason }) => {
        const name = this.roomPlugins.peek().find((plugin) => plugin.id === id)?.name;
        if (name && !this.#removing.delete(id)) toast(`${name} is not in the room any more. ${reason}`, 10_000);
        this.#gone(id);
      }),
      connection.on("consentChanged", (view) => this.#setChoices(view)),
      connection.on("purposesChanged", ({ purposes }) => this.#setPurposes(purposes)),
      connection.on("pluginPeople", (people) => (this.pluginPeople.value = new Map(this.pluginPeople.peek()).set(people.pluginId, people))),
      connection.on("pluginMessage", ({ pluginId, data }) => this.#runtimes.get(pluginId)?.fromServer(fromBase64(data))),
      connection.on("pluginChat", (line) => chat.appendPluginLine(line)),
      connection.on("pluginNotification", ({ pluginName, text }) => toast(`${pluginName}: ${text}`, 6_000)),
      connection.on("receipt", (receipt) => this.receipts.put(receipt)),
      connection.on("ledger", (batch) => this.#reader.heard(batch)),
      chat.onSent((line) => this.deliveries.deliver("DeliverChat", "content.chat", line)),
    ];
  }

  // A new generation: the frames have been shown what may no longer be used. They hear and say nothing more, before they are taken
  // away, and whatever of theirs waited for this person's answer is dropped.
  #setPlugins(plugins: readonly RoomPluginView[]) {
    const stale = plugins.filter(({ id, generation }) => (this.#runtimes.get(id)?.generation ?? generation) !== generation);
    for (const { id } of stale) {
      this.#runtimes.get(id)!.close();
      this.#runtimes.delete(id);
    }
    const before = this.roomPlugins.peek();
    this.roomPlugins.value = plugins;
    for (const { id, name, version } of stale)
      // Not why: where two meet, that somebody took something back names the other one.
      if (before.some((plugin) => plugin.id === id && plugin.version === version)) toast(`${name} started anew, without what it may not know any more.`, 6_000);
  }

  #setChoices(view: ConsentView) {
    this.updates.heard(view);
    this.consents.value = new Map(this.consents.peek()).set(view.pluginId, choicesOf(view));
  }

  #setPurposes(purposes: Purposes) {
    const before = this.purposes.peek();
    this.purposes.value = purposes;
    for (const { name, on } of purposes) {
      if (before.some((each) => each.name === name && each.on === on)) continue;
      if (on) this.desk.switchedOn(name);
      // Whoever is asked now, or gets a receipt now, is told by that.
      if (on ? this.desk.waiting.peek().some((plugin) => this.desk.asksAnew(plugin)) : this.#hasAllowedFor(name)) continue;
      // Rare, so its words come when they are needed.
      void import("../consent/saying/switchedOff").then(({ switchedWords }) => toast(switchedWords(name, on), 8_000));
    }
  }

  #hasAllowedFor = (purpose: string): boolean =>
    this.roomPlugins.peek().some(({ id, flows }) => flows.some((flow) => flow.purpose === purpose && this.consents.peek().get(id)?.get(flow.key) === "allow"));

  #gone(pluginId: string) {
    this.roomPlugins.value = this.roomPlugins.peek().filter((plugin) => plugin.id !== pluginId);
    this.closeFrames(pluginId);
    this.desk.gone(pluginId);
    this.#runtimes.get(pluginId)?.close();
    this.#runtimes.delete(pluginId);
  }
}

/** The open frames of one slot. */
export const framesIn = (slot: "panel" | "stage" | "toolbar" | "overlay", frames: readonly OpenFrame[]): readonly OpenFrame[] =>
  frames.filter((frame) => frame.ui.slot === slot);

/** What a plugin shows; the script that changes pictures is no window. */
export const windowsOf = (plugin: Pick<RoomPluginView, "ui">): readonly PluginUiView[] => plugin.ui.filter(({ slot }) => slot !== "transform");

export const createPluginStore = (room: PluginRoom, reply: JoinReply): PluginStore => new PluginStore(room, reply);

const framesOf = (plugin: RoomPluginView): OpenFrame[] =>
  windowsOf(plugin).map((ui, index) => ({ key: `${plugin.id} ${index} ${ui.url} ${plugin.generation}`, plugin, ui }));

const choicesOf = (view: ConsentView): Choices => new Map(view.choices.map(({ flow, choice }) => [flow, choice]));

const put = (plugins: readonly RoomPluginView[], plugin: RoomPluginView): readonly RoomPluginView[] =>
  plugins.some((each) => each.id === plugin.id) ? plugins.map((each) => (each.id === plugin.id ? plugin : each)) : [...plugins, plugin];

const without = (set: ReadonlySet<string>, value: string): ReadonlySet<string> => new Set([...set].filter((each) => each !== value));
