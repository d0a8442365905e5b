/** How a label's messages travel; the same on both ends. */
export interface BusOptions {
  ordered?: boolean;
  maxRetransmits?: number;
}

type Announcement = { open: string } | { close: string };

export interface ChannelsListener {
  opened(label: string): void;
  closed(label: string): void;
  message(label: string, data: Uint8Array<ArrayBuffer>): void;
}

interface Line {
  options: BusOptions | null;
  theirs: boolean;
  channel: RTCDataChannel | null;
}

// Beyond this a lossy bus drops instead of queueing what would arrive too late anyway.
const lossyBacklog = 256 * 1024;

/**
 * The data channels to one person, by label. A channel exists only while both ends have opened its label; each end announces
 * what it opens on a control channel of its own, and the leading end creates the channel.
 */
export class Channels {
  readonly #connection: RTCPeerConnection;
  readonly #leads: boolean;
  readonly #listener: ChannelsListener;
  readonly #control: RTCDataChannel;
  readonly #lines = new Map<string, Line>();

  constructor(connection: RTCPeerConnection, leads: boolean, listener: ChannelsListener) {
    this.#connection = connection;
    this.#leads = leads;
    this.#listener = listener;
    this.#control = connection.createDataChannel("control", { negotiated: true, id: 0 });
    this.#control.onopen = () => {
      for (const [label, line] of this.#lines) if (line.options) this.#announce({ open: label });
    };
    this.#control.onmessage = ({ data }) => this.#announced(data);
    connection.ondatachannel = ({ channel }) => this.#offered(channel);
  }

  open(label: string, options: BusOptions): void {
    const line = this.#line(label);
    line.options = options;
    this.#announce({ open: label });
    this.#connect(label, line);
  }

  close(label: string): void {
    const line = this.#line(label);
    line.options = null;
    this.#drop(label, line);
    this.#announce({ close: label });
  }

  /** Whether it was handed over; never throws. */
  send(label: string, data: Uint8Array<ArrayBuffer>): boolean {
    const line = this.#lines.get(label);
    const channel = line?.channel;
    if (channel?.readyState !== "open") return false;
    if (line?.options?.maxRetransmits !== undefined && channel.bufferedAmount > lossyBacklog) return false;
    try {
      channel.send(data);
      return true;
    } catch {
      // The queue is full: a reliable bus must not lose one message silently, so the peer goes and comes again.
      this.#drop(label, line!);
      this.#connect(label, line!);
      return false;
    }
  }

  #line(label: string): Line {
    let line = this.#lines.get(label);
    if (!line) this.#lines.set(label, (line = { options: null, theirs: false, channel: null }));
    return line;
  }

  #announce(announcement: Announcement) {
    if (this.#control.readyState === "open") this.#control.send(JSON.stringify(announcement));
  }

  #announced(data: unknown) {
    const announcement = parse(data);
    if (!announcement) return;
    const label = "open" in announcement ? announcement.open : announcement.close;
    if (this.#lines.size >= maxLabels && !this.#lines.has(label)) return;
    const line = this.#line(label);
    line.theirs = "open" in announcement;
    if (line.theirs) this.#connect(label, line);
    else this.#drop(label, line);
  }

  #connect(label: string, line: Line) {
    if (!this.#leads || !line.options || !line.theirs || line.channel) return;
    if (this.#connection.signalingState === "closed") return;
    this.#attach(label, line, this.#connection.createDataChannel(label, line.options));
  }

  #offered(channel: RTCDataChannel) {
    const line = this.#lines.get(channel.label);
    if (!line?.options) {
      channel.close();
      return;
    }
    this.#drop(channel.label, line);
    this.#attach(channel.label, line, channel);
  }

  #attach(label: string, line: Line, channel: RTCDataChannel) {
    line.channel = channel;
    channel.binaryType = "arraybuffer";
    const current = () => line.channel === channel;
    const opened = () => current() && this.#listener.opened(label);
    channel.onmessage = ({ data }) => {
      if (current() && data instanceof ArrayBuffer) this.#listener.message(label, new Uint8Array(data));
    };
    channel.onclose = () => {
      if (!current()) return;
      this.#drop(label, line);
      this.#connect(label, line);
    };
    if (channel.readyState === "open") opened();
    else channel.onopen = opened;
  }

  #drop(label: string, line: Line) {
    const channel = line.channel;
    if (!channel) return;
    line.channel = null;
    channel.close();
    this.#listener.closed(label);
  }
}

// What a page may make another remember.
const maxLabels = 256;
const maxAnnouncement = 512;

function parse(data: unknown): Announcement | null {
  try {
    const value: unknown = typeof data === "string" && data.length <= maxAnnouncement ? JSON.parse(data) : null;
    if (typeof value !== "object" || value === null) return null;
    if ("open" in value && typeof value.open === "string") return { open: value.open };
    if ("close" in value && typeof value.close === "string") return { close: value.close };
    return null;
  } catch {
    return null;
  }
}
