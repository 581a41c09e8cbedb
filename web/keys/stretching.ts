// A password made slow to guess, and its two halves (docs/accounts.md): one is shown to the server, the
// other wraps the key's seed and is shown to nobody.
import { argon2id } from "hash-wasm";

import { toBytes, type Bytes } from "../proofs/bytes";

export interface Cost {
  passes: number;
  memory_kib: number;
}

export const kCost: Cost = { passes: 3, memory_kib: 32_768 };
export const kSaltBytes = 16;

// What this page is ready to pay, whatever a server asks for: less would make the password easy to guess
// for whoever is given the half, more would stop the browser.
const kLeast: Cost = { passes: 2, memory_kib: 19_456 };
const kMost: Cost = { passes: 10, memory_kib: 262_144 };

export interface Halves {
  login: Bytes;
  wrap: Bytes;
}

const isBetween = ({ passes, memory_kib }: Cost): boolean =>
  passes >= kLeast.passes && passes <= kMost.passes && memory_kib >= kLeast.memory_kib && memory_kib <= kMost.memory_kib;

// 32 bytes. Throws RangeError for a cost out of its bounds.
export async function stretch(password: string | Bytes, salt: Bytes, cost: Cost): Promise<Bytes> {
  if (!isBetween(cost)) throw new RangeError("the cost of stretching is out of its bounds");
  return (await argon2id({
    password, salt, iterations: cost.passes, memorySize: cost.memory_kib, parallelism: 1, hashLength: 32, outputType: "binary",
  })) as Bytes;
}

// HKDF with SHA-256 and no salt (RFC 5869).
export async function split(stretched: Bytes): Promise<Halves> {
  const key = await crypto.subtle.importKey("raw", stretched, "HKDF", false, ["deriveBits"]);
  const half = async (info: string): Promise<Bytes> => new Uint8Array(await crypto.subtle.deriveBits(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: toBytes(info) }, key, 256));
  return { login: await half("letopis login v1"), wrap: await half("letopis wrap v1") };
}

// A password is the same however the keyboard composed its letters.
export async function halvesOf(password: string, salt: Bytes, cost: Cost): Promise<Halves> {
  return split(await stretch(password.normalize("NFC"), salt, cost));
}
