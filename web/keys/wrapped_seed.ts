// The seed of a key, wrapped by the half of the password that nobody is shown, so that another computer
// can fetch it (docs/accounts.md): version 1, nonce 12, AES-256-GCM's ciphertext and tag.
import { fromBase64, joined, toBase64, toBytes, type Bytes } from "../proofs/bytes";

const kVersion = 1;
const kNonceBytes = 12;
const kSeedBytes = 32;
const kTagBytes = 16;

const additional = (publicKey: Bytes): Bytes => joined(toBytes("letopis wrapped seed v1\n"), publicKey);

const keyOf = (half: Bytes): Promise<CryptoKey> => crypto.subtle.importKey("raw", half, "AES-GCM", false, ["encrypt", "decrypt"]);

export async function wrapSeed(seed: Bytes, publicKey: Bytes, half: Bytes): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(kNonceBytes));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: additional(publicKey) }, await keyOf(half), seed);
  return toBase64(joined(Uint8Array.of(kVersion), publicKey, iv, new Uint8Array(sealed)));
}

// Undefined: altered, of another password, or of a later version.
export async function unwrapSeed(wrapped: string, half: Bytes): Promise<Bytes | undefined> {
  const bytes = fromBase64(wrapped);
  if (bytes?.length !== 1 + kSeedBytes + kNonceBytes + kSeedBytes + kTagBytes || bytes[0] !== kVersion) return undefined;
  const publicKey = bytes.slice(1, 33);
  const iv = bytes.slice(33, 33 + kNonceBytes);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(
      { name: "AES-GCM", iv, additionalData: additional(publicKey) }, await keyOf(half), bytes.slice(33 + kNonceBytes)));
  } catch {
    return undefined;
  }
}
