type Packet = { readonly from: string; readonly to: string | undefined; readonly channel: string; readonly data: Uint8Array };

/** What the page gives a frame, between frames of one browser. */
export class FakePage {
  readonly api: PluginRoomUi;
  readonly saved: { readonly name: string; readonly file: Blob }[] = [];
  readonly #canSend = new Set<(canSend: boolean) => void>();
  readonly #theme = new Set<(theme: "light" | "dark") => void>();
  readonly #people = new Map<string, PluginRoomPerson>();
  readonly #peerListeners = new Set<(ids: readonly string[]) => void>();
  readonly #hello = new BroadcastChannel("whiteboard-dev-people");
  #allowed: boolean;
  #shownTheme: "light" | "dark";

  constructor(id: string, name: string | null, theme: "light" | "dark", canSend: boolean) {
    this.#allowed = canSend;
    this.#shownTheme = theme;
    const me: PluginRoomPerson = { id, name };
    this.#people.set(id, me);
    this.#greet(me);
    const page = this;
    this.api = {
      ready: Promise.resolve(),
      surface: null,
      transform: null,
      me,
      get canSend() { return page.#allowed; },
      onCanSend: (listener) => void this.#canSend.add(listener),
      get people() { return [...page.#people.values()]; },
      onPeople: () => undefined,
      get theme() { return page.#shownTheme; },
      onTheme: (listener) => void this.#theme.add(listener),
      server: this.#server(id),
      channel: (channel) => this.#channel(id, channel),
      saveFile: (fileName, file) => Promise.resolve((this.saved.push({ name: fileName, file }), "saved" as const)),
      openLink: () => undefined,
      files: null as never,
      recording: null as never,
    };
  }

  allow(canSend: boolean): void {
    this.#allowed = canSend;
    this.#canSend.forEach((listener) => listener(canSend));
  }

  setTheme(theme: "light" | "dark"): void {
    this.#shownTheme = theme;
    this.#theme.forEach((listener) => listener(theme));
  }

  #greet(me: PluginRoomPerson): void {
    this.#hello.onmessage = ({ data }: MessageEvent<{ person: PluginRoomPerson; gone?: boolean }>) => {
      if (data.gone) this.#people.delete(data.person.id);
      else if (!this.#people.has(data.person.id)) this.#meet(me, data.person);
      this.#tellPeers(me.id);
    };
    this.#hello.postMessage({ person: me });
    addEventListener("pagehide", () => this.#hello.postMessage({ person: me, gone: true }));
  }

  #meet(me: PluginRoomPerson, person: PluginRoomPerson): void {
    this.#people.set(person.id, person);
    this.#hello.postMessage({ person: me });
  }

  #tellPeers(me: string): void {
    const ids = [...this.#people.keys()].filter((id) => id !== me);
    this.#peerListeners.forEach((listener) => listener(ids));
  }

  #server(me: string): PluginRoomUi["server"] {
    const bus = new BroadcastChannel("whiteboard-dev-server");
    return {
      send: (bytes) => {
        if (!this.#allowed) return Promise.reject(Object.assign(new Error("Not allowed."), { code: "consent.missing" }));
        bus.postMessage({ from: me, bytes });
        return Promise.resolve();
      },
      onMessage: (listener) => bus.addEventListener("message", ({ data }: MessageEvent<{ to?: string; bytes: Uint8Array }>) => data.to === me && listener(data.bytes)),
      onState: () => undefined,
    };
  }

  #channel(me: string, channel: string): PluginRoomChannel {
    const bus = new BroadcastChannel("whiteboard-dev-channels");
    return {
      send: (data, to) => this.#allowed && bus.postMessage({ from: me, to, channel, data } satisfies Packet),
      onMessage: (listener) => bus.addEventListener("message", ({ data: packet }: MessageEvent<Packet>) => packet.channel === channel && (packet.to ?? me) === me && listener(packet.from, packet.data)),
      onProblem: () => undefined,
      onPeers: (listener) => {
        this.#peerListeners.add(listener);
        setTimeout(() => this.#tellPeers(me));
      },
    };
  }
}
