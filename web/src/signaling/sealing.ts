import { fromBase64Url, toBase64Url } from "./base64url";

// Offers, answers and candidates carry people's addresses. They are sealed from page to page, so that the host that relays them
// reads nothing: ECDH P-256 -> HKDF-SHA-256 (RFC 5869) -> AES-256-GCM, one key for each direction.

const curve = { name: "ECDH", namedCurve: "P-256" } as const;
const nonceBytes = 12;
const utf8 = new TextEncoder();

/** This page's key. It lives as long as the page, and its private half cannot be read out. */
export interface PageKey {
  readonly pair: CryptoKeyPair;
  /** Raw public key, base64url. */
  readonly publicKey: string;
}

export async function createPageKey(): Promise<PageKey> {
  const pair = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { pair, publicKey: toBase64Url(raw) };
}

/** One end of a sealed line, as it stands in a room. */
export interface SealedEnd {
  readonly id: string;
  readonly publicKey: string;
}

/** Seals for one other person and opens what that person sealed. */
export class SealedLine {
  readonly #outgoing: CryptoKey;
  readonly #incoming: CryptoKey;
  #sent = 0;
  #received = 0;

  private constructor(outgoing: CryptoKey, incoming: CryptoKey) {
    this.#outgoing = outgoing;
    this.#incoming = incoming;
  }

  static async open(room: string, key: PageKey, self: string, other: SealedEnd): Promise<SealedLine> {
    const theirs = await crypto.subtle.importKey("raw", fromBase64Url(other.publicKey), curve, false, []);
    const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, key.pair.privateKey, 256);
    const secret = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
    const own = { id: self, publicKey: key.publicKey };
    const [outgoing, incoming] = await Promise.all([
      directionKey(secret, room, own, other, "encrypt"),
      directionKey(secret, room, other, own, "decrypt"),
    ]);
    return new SealedLine(outgoing, incoming);
  }

  /** `kind` is bound to the text, so that the host cannot pass one off as the other. */
  async seal(kind: string, text: string): Promise<string> {
    const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
    const plain = utf8.encode(`${++this.#sent}\n${text}`);
    const cipher = new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, kind), this.#outgoing, plain));
    const sealed = new Uint8Array(nonceBytes + cipher.length);
    sealed.set(nonce);
    sealed.set(cipher, nonceBytes);
    return toBase64Url(sealed);
  }

  /** Throws when it was not sealed by that person for this one in this room, was changed on the way, or was opened before. */
  async unseal(kind: string, sealed: string): Promise<string> {
    const bytes = fromBase64Url(sealed);
    const plain = await crypto.subtle.decrypt(gcm(bytes.subarray(0, nonceBytes), kind), this.#incoming, bytes.subarray(nonceBytes));
    const text = new TextDecoder().decode(plain);
    const end = text.indexOf("\n");
    const number = Number(text.slice(0, end));
    if (!(number > this.#received)) throw new RangeError("sealed message repeated or out of order");
    this.#received = number;
    return text.slice(end + 1);
  }
}

const gcm = (nonce: Uint8Array<ArrayBuffer>, kind: string) => ({ name: "AES-GCM", iv: nonce, additionalData: utf8.encode(kind) });

function directionKey(secret: CryptoKey, room: string, from: SealedEnd, to: SealedEnd, use: "encrypt" | "decrypt"): Promise<CryptoKey> {
  // A JSON array has one reading only, whatever stands in the names.
  const info = utf8.encode(JSON.stringify(["pluginroom sealed signaling 1", room, from.id, from.publicKey, to.id, to.publicKey]));
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info },
    secret,
    { name: "AES-GCM", length: 256 },
    false,
    [use],
  );
}
