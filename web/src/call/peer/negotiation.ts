/** The part of RTCPeerConnection that negotiating needs, so that a test can stand in for it. */
export type Negotiable = Pick<
  RTCPeerConnection,
  "setLocalDescription" | "setRemoteDescription" | "addIceCandidate" | "restartIce" | "localDescription" | "signalingState"
> & {
  onnegotiationneeded: RTCPeerConnection["onnegotiationneeded"];
  onicecandidate: RTCPeerConnection["onicecandidate"];
};

export interface NegotiationOptions {
  /** The first offer comes from the other end: whatever is prepared here before goes into its answer. */
  waits: boolean;
  /** Gives way when both offer at once. Exactly one of the two ends is polite. */
  polite: boolean;
  send: (kind: "description" | "candidate", message: object) => void;
  /** Runs on an offer, between reading it and answering: the place to attach tracks to what was offered. */
  beforeAnswer?: () => void;
}

/** Perfect negotiation (W3C WebRTC 1.0, section 10.7), with a way to repeat what a dropped socket lost. */
export class Negotiation {
  readonly #connection: Negotiable;
  readonly #options: NegotiationOptions;
  #makingOffer = false;
  #ignoringOffer = false;
  #settingAnswer = false;
  #waits: boolean;

  constructor(connection: Negotiable, options: NegotiationOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#waits = options.waits;
    connection.onnegotiationneeded = () => {
      if (!this.#waits) void this.#offer();
    };
    connection.onicecandidate = ({ candidate }) => {
      // Browsers do not listen on TCP, so such a candidate reaches nobody.
      if (candidate && candidate.protocol !== "tcp") options.send("candidate", candidate.toJSON());
    };
  }

  async receiveDescription(description: RTCSessionDescriptionInit): Promise<void> {
    const { polite, beforeAnswer } = this.#options;
    const ready = !this.#makingOffer && (this.#connection.signalingState === "stable" || this.#settingAnswer);
    this.#ignoringOffer = description.type === "offer" && !ready && !polite;
    if (this.#ignoringOffer) return;
    // An answer to an offer that was answered already: repeated after a dropped socket.
    if (description.type === "answer" && this.#connection.signalingState === "stable") return;
    this.#settingAnswer = description.type === "answer";
    this.#waits = false;
    try {
      await this.#connection.setRemoteDescription(description);
    } finally {
      this.#settingAnswer = false;
    }
    if (description.type !== "offer") return;
    beforeAnswer?.();
    await this.#connection.setLocalDescription();
    this.#sendLocal();
  }

  async receiveCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    try {
      await this.#connection.addIceCandidate(candidate);
    } catch (error) {
      if (!this.#ignoringOffer) throw error;
    }
  }

  /** Says again what may have been lost while either socket was down. `broken`: look for a new path as well. */
  repeat(broken: boolean): void {
    if (this.#connection.signalingState === "have-local-offer") this.#sendLocal();
    else if (broken && !this.#waits) this.#connection.restartIce();
  }

  async #offer() {
    this.#makingOffer = true;
    try {
      await this.#connection.setLocalDescription();
      this.#sendLocal();
    } catch (error) {
      if (this.#connection.signalingState !== "closed") reportError(error);
    } finally {
      this.#makingOffer = false;
    }
  }

  #sendLocal() {
    const local = this.#connection.localDescription;
    if (local) this.#options.send("description", { type: local.type, sdp: local.sdp });
  }
}
