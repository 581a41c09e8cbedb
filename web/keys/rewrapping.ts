// Another password for the same key: the seed, wrapped anew; the server sees neither password.
import type { Schemas } from "../client/contract";
import { toHex, type Bytes } from "../proofs/bytes";
import type { Keyring } from "./keyring";
import { checkPassword } from "./password_rules";
import { halvesOf, kCost, kSaltBytes } from "./stretching";

// Throws Problem: password.…, key.not_opened.
export async function rewrapped(ring: Keyring, person: number, oldHalf: Bytes, wish: { login: string; password: string }): Promise<Schemas["BrowserKey"]> {
  checkPassword(wish.password, wish.login);
  const salt = crypto.getRandomValues(new Uint8Array(kSaltBytes));
  const { login, wrap } = await halvesOf(wish.password, salt, kCost);
  const { publicKey, wrapped } = await ring.rewrap(person, oldHalf, wrap);
  return { public_key: toHex(publicKey), salt: toHex(salt), passes: kCost.passes, memory_kib: kCost.memory_kib, half: toHex(login), wrapped_seed: wrapped };
}
