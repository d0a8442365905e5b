import type { Negotiable } from "./negotiation";

/** The signaling state machine of a peer connection (W3C WebRTC 1.0, section 4.3) without any media. For tests. */
export class FakePeerConnection implements Negotiable {
  signalingState: RTCSignalingState = "stable";
  localDescription: RTCSessionDescription | null = null;
  onnegotiationneeded: RTCPeerConnection["onnegotiationneeded"] = null;
  onicecandidate: RTCPeerConnection["onicecandidate"] = null;
  readonly applied: string[] = [];
  /** Version of the offer that both ends agreed on. */
  agreed = "";
  /** As a browser does with a candidate of an offer that it does not know. */
  refusesCandidates = false;
  #pending = "";
  #needed = false;
  #count = 0;
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  needNegotiation(): void {
    this.#needed = true;
    this.#fireIfStable();
  }

  restartIce(): void {
    this.needNegotiation();
  }

  async setLocalDescription(): Promise<void> {
    await Promise.resolve();
    if (this.signalingState === "have-remote-offer") {
      this.localDescription = description("answer", this.#pending);
      this.#settle();
      return;
    }
    this.#needed = false;
    this.#pending = `${this.#name}${++this.#count}`;
    this.localDescription = description("offer", this.#pending);
    this.signalingState = "have-local-offer";
  }

  async setRemoteDescription(remote: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve();
    if (remote.type === "offer") {
      // An offer of one's own is rolled back, and is still wanted afterwards.
      if (this.signalingState === "have-local-offer") this.#needed = true;
      this.#pending = remote.sdp ?? "";
      this.signalingState = "have-remote-offer";
    } else {
      if (this.signalingState !== "have-local-offer") throw new DOMException("no offer is open", "InvalidStateError");
      this.#settle();
    }
    this.applied.push(`${remote.type} ${remote.sdp}`);
  }

  async addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
    await Promise.resolve();
    if (this.refusesCandidates) throw new DOMException("unknown offer", "OperationError");
    this.applied.push(`candidate ${candidate?.candidate}`);
  }

  #settle() {
    this.agreed = this.#pending;
    this.signalingState = "stable";
    this.#fireIfStable();
  }

  #fireIfStable() {
    if (!this.#needed || this.signalingState !== "stable") return;
    queueMicrotask(() => {
      if (this.#needed && this.signalingState === "stable") this.onnegotiationneeded?.call(null as never, new Event("negotiationneeded"));
    });
  }
}

const description = (type: RTCSdpType, sdp: string) => ({ type, sdp, toJSON: () => ({ type, sdp }) }) as RTCSessionDescription;
