// A person's signing key within the page: WebCrypto's, which no script can read, or noble's where the
// browser has no Ed25519.
import { getPublicKeyAsync, signAsync } from "@noble/ed25519";

import { fromHex, joined, toBytes, type Bytes } from "../proofs/bytes";
import { keyIdOf } from "../proofs/ed25519";
import { invariant } from "../proofs/refusal";

export interface EventSigner {
  keyId: string;      // hexadecimal
  publicKey: Bytes;
  // Over what event signatures are made of: "letopis event v1" LF and the bytes.
  signEvent(bytes: Bytes): Promise<Bytes>;
  sign(message: Bytes): Promise<Bytes>;
}

const kEventLine = toBytes("letopis event v1\n");
const kPkcs8 = fromHex("302e020100300506032b657004220420")!; // before the seed (RFC 8410)

// A key as it is kept between two pages of one session: it can be stored, and cannot be read.
export interface KeptKey {
  publicKey: Bytes;
  key: CryptoKey;
}

function made(publicKey: Bytes, sign: (message: Bytes) => Promise<Bytes>): EventSigner {
  return { keyId: keyIdOf(publicKey), publicKey, sign, signEvent: (bytes) => sign(joined(kEventLine, bytes)) };
}

export function signerOf({ publicKey, key }: KeptKey): EventSigner {
  return made(publicKey, async (message) => new Uint8Array(await crypto.subtle.sign("Ed25519", key, message)));
}

// Undefined where the browser has no Ed25519 of its own.
export async function keepableKey(seed: Bytes): Promise<KeptKey | undefined> {
  try {
    const key = await crypto.subtle.importKey("pkcs8", joined(kPkcs8, seed), "Ed25519", false, ["sign"]);
    return { publicKey: (await getPublicKeyAsync(seed)) as Bytes, key };
  } catch {
    return undefined;
  }
}

// Of a seed of 32 bytes, which whoever calls wipes where nothing keeps it.
export async function signerBySeed(seed: Bytes): Promise<EventSigner> {
  invariant(seed.length === 32, "a seed is 32 bytes");
  const own = seed.slice();
  return made((await getPublicKeyAsync(own)) as Bytes, async (message) => (await signAsync(message, own)) as Bytes);
}
