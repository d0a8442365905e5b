import { signal } from "@preact/signals";
import type { PeerBus } from "../call/mesh";

/** A bus whose other ends are the test. */
export class FakeBus implements PeerBus {
  readonly peers = signal<readonly string[]>(["b"]);
  readonly sent: { text: string; to: string | undefined }[] = [];
  #listener: (from: string, data: Uint8Array<ArrayBuffer>) => void = () => undefined;

  send(data: Uint8Array<ArrayBuffer>, to?: string): void {
    this.sent.push({ text: new TextDecoder().decode(data), to });
  }

  onMessage(listener: (from: string, data: Uint8Array<ArrayBuffer>) => void): () => void {
    this.#listener = listener;
    return () => (this.#listener = () => undefined);
  }

  receive(from: string, text: string): void {
    this.#listener(from, new TextEncoder().encode(text));
  }

  close(): void {
    this.peers.value = [];
  }
}
