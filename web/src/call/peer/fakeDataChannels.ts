/** Two peer connections that carry data channels and nothing else; `flush` delivers what is under way, in order. For tests. */
export function dataChannelPair() {
  const queue: (() => void)[] = [];
  const left = new FakeConnection(queue);
  const right = new FakeConnection(queue);
  left.other = right;
  right.other = left;
  const flush = () => {
    for (let next = queue.shift(); next; next = queue.shift()) next();
  };
  return { left, right, flush };
}

export class FakeConnection {
  other!: FakeConnection;
  signalingState: RTCSignalingState = "stable";
  ondatachannel: ((event: { channel: FakeChannel }) => void) | null = null;
  readonly made: FakeChannel[] = [];
  readonly #queue: (() => void)[];
  #control: FakeChannel | null = null;

  constructor(queue: (() => void)[]) {
    this.#queue = queue;
  }

  get real(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }

  createDataChannel(label: string, options: RTCDataChannelInit = {}): FakeChannel {
    const channel = new FakeChannel(label, this.#queue);
    if (options.negotiated) {
      this.#control = channel;
      if (this.other.#control) this.#queue.push(() => channel.pairWith(this.other.#control!));
      return channel;
    }
    this.made.push(channel);
    this.#queue.push(() => {
      const theirs = new FakeChannel(label, this.#queue);
      this.other.ondatachannel?.({ channel: theirs });
      channel.pairWith(theirs);
    });
    return channel;
  }
}

export class FakeChannel {
  readonly label: string;
  readyState: RTCDataChannelState = "connecting";
  bufferedAmount = 0;
  binaryType = "arraybuffer";
  full = false;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly #queue: (() => void)[];
  #other: FakeChannel | null = null;

  constructor(label: string, queue: (() => void)[]) {
    this.label = label;
    this.#queue = queue;
  }

  pairWith(other: FakeChannel): void {
    this.#other = other;
    other.#other = this;
    // Closed before it was open: the other end hears of the close.
    if (this.readyState === "closed" || other.readyState === "closed") {
      for (const end of [this, other]) this.#queue.push(() => end.ended());
      return;
    }
    for (const end of [this, other]) {
      end.readyState = "open";
      this.#queue.push(() => end.onopen?.());
    }
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    if (this.full) throw new DOMException("queue is full", "OperationError");
    const copy = typeof data === "string" ? data : data.slice().buffer;
    this.#queue.push(() => this.#other?.onmessage?.({ data: copy }));
  }

  close(): void {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    this.#queue.push(() => this.onclose?.());
    this.#queue.push(() => this.#other?.ended());
  }

  ended(): void {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    this.onclose?.();
  }
}
