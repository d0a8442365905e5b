import type { FrameState, ToFrame } from "../src/plugins/frame/protocol";
import { Port, problem } from "./port";

type Listener<A extends unknown[]> = (...values: A) => void;

class Listeners<A extends unknown[]> {
  readonly #all: Listener<A>[] = [];

  readonly add = (listener: Listener<A>): void => void this.#all.push(listener);

  /** One listener that throws must not keep the others from hearing. */
  tell(...values: A): void {
    for (const listener of this.#all) {
      try {
        listener(...values);
      } catch (error) {
        reportError(error);
      }
    }
  }
}

class Channel implements PluginRoomChannel {
  readonly messages = new Listeners<[string, Uint8Array]>();
  readonly peers = new Listeners<[readonly string[]]>();
  readonly problems = new Listeners<[PluginRoomError]>();
  ids: readonly string[] = [];

  constructor(
    private readonly port: Port,
    private readonly name: string,
  ) {
    port.send({ t: "open", channel: name });
  }

  send(data: Uint8Array, to?: string): void {
    this.port.send(to === undefined ? { t: "send", channel: this.name, data } : { t: "send", channel: this.name, data, to });
  }

  onMessage(listener: Listener<[string, Uint8Array]>): void {
    this.messages.add(listener);
  }

  onPeers(listener: Listener<[readonly string[]]>): void {
    this.peers.add(listener);
    if (this.ids.length > 0) queueMicrotask(() => listener(this.ids));
  }

  onProblem(listener: Listener<[PluginRoomError]>): void {
    this.problems.add(listener);
  }
}

const idle: PluginRoomRecording = { phase: "idle", startedAt: null, mine: false, startedBy: null, allowed: 0, people: 0, bytes: 0, problem: null };

export interface Room {
  /** The `pluginroom` of pluginroom-ui.d.ts. */
  readonly api: PluginRoomUi;
  /** Call once, with what the page handed over. */
  open(line: MessagePort, state: FrameState): void;
}

/** @param show called with each new theme, where there is something to show it by. */
export function createRoom(show: (theme: "light" | "dark") => void): Room {
  const state: FrameState = { me: { id: "", name: null }, people: [], canSend: false, theme: "light", server: null, recording: idle };
  const channels = new Map<string, Channel>();
  const on = {
    canSend: new Listeners<[boolean]>(),
    people: new Listeners<[readonly PluginRoomPerson[]]>(),
    theme: new Listeners<["light" | "dark"]>(),
    serverState: new Listeners<["running" | "restarting" | "failed"]>(),
    serverMessage: new Listeners<[Uint8Array]>(),
    recording: new Listeners<[PluginRoomRecording]>(),
  };

  const changed = (change: Partial<FrameState>) => {
    Object.assign(state, change);
    if (change.theme) show(change.theme);
    if (change.people || change.me) on.people.tell(state.people);
    if (change.canSend !== undefined) on.canSend.tell(change.canSend);
    if (change.theme) on.theme.tell(change.theme);
    if (change.server) on.serverState.tell(change.server);
    if (change.recording) on.recording.tell(change.recording);
  };

  const receive = (message: ToFrame) => {
    if (message.t === "state") return changed(message.state);
    if (message.t === "server") return on.serverMessage.tell(message.data);
    if (!("channel" in message)) return;
    const channel = channels.get(message.channel);
    if (!channel) return;
    if (message.t === "message") channel.messages.tell(message.from, message.data);
    if (message.t === "problem") channel.problems.tell(problem(message.code, message.message) as PluginRoomError);
    if (message.t === "peers") channel.peers.tell((channel.ids = message.ids));
  };

  const port = new Port(receive);
  const nothing = () => undefined;
  const api: PluginRoomUi = {
    ready: port.ready,
    surface: null,
    transform: null,
    get me() {
      return state.me;
    },
    get canSend() {
      return state.canSend;
    },
    onCanSend: on.canSend.add,
    get people() {
      return state.people;
    },
    onPeople: on.people.add,
    get theme() {
      return state.theme;
    },
    onTheme: on.theme.add,
    server: {
      send: (data) => port.ask((id) => ({ t: "server", id, data })).then(nothing),
      onMessage: on.serverMessage.add,
      onState: (listener) => {
        on.serverState.add(listener);
        if (state.server) queueMicrotask(() => state.server && listener(state.server));
      },
    },
    channel(name) {
      const channel = channels.get(name) ?? new Channel(port, name);
      channels.set(name, channel);
      return channel;
    },
    saveFile: (name, file) => port.ask((id) => ({ t: "file", id, name, file })).then((value) => (value === "saved" ? "saved" : "refused")),
    files: {
      pick: ({ kinds = [], maxBytes = 1 << 20, maxFiles = 1 } = {}) =>
        port.ask((id) => ({ t: "pick", id, kinds: [...kinds], maxBytes, maxFiles })).then((value) => (Array.isArray(value) ? value : [])),
    },
    openLink: (url) => port.send({ t: "link", url: String(url) }),
    recording: {
      start: () => port.ask((id) => ({ t: "record", id })).then(nothing),
      stop: () => port.ask((id) => ({ t: "stop", id })).then(nothing),
      get state() {
        return state.recording;
      },
      onState: on.recording.add,
    },
  };
  return { api, open: (line, state) => port.open(line, state) };
}
