// Activation codes (docs/accounts.md): what stands on a slip is a key. The grammar and its refusals are
// those of accounts/codes.h.
import { Problem } from "../client/problem";
import { fromHex, joined, toBytes, toHex, type Bytes } from "../proofs/bytes";
import { invariant } from "../proofs/refusal";
import { sha256 } from "../proofs/sha256";
import { signerBySeed } from "./signer";
import { kCost, kSaltBytes, stretch } from "./stretching";

const kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base32
const kLetters = 20;
const kMaxTypedBytes = 200;
const kLeftOut = /[\p{White_Space}\-‐‑–—._]/gu;
// Each as the letter that it looks like.
const kAlike: Record<string, string> = {
  O: "0", I: "1", L: "1", А: "A", В: "B", Е: "E", З: "3", К: "K", М: "M", Н: "H", О: "0", Р: "P", С: "C", Т: "T", У: "Y", Х: "X", І: "1", Ѕ: "S",
};

// Latin and Russian letters alone: no other sign becomes a letter by being made large.
const capital = (one: string): string => (/^[a-zа-яѐ-џ]$/.test(one) ? one.toUpperCase() : one);

// A sum in GF(32), the field of x^5 + x^2 + 1.
function checkLetter(letters: string): string {
  let sum = 0;
  for (const letter of letters) {
    sum ^= kAlphabet.indexOf(letter);
    sum <<= 1;
    if (sum & 32) sum ^= 0b100101;
  }
  return kAlphabet[sum]!;
}

const refused = (code: string, ru: string, en: string): Problem => new Problem({ status: 422, code, ru, en });

// Its 20 letters, in capitals. Throws Problem: code.unreadable, code.mistyped.
export function readCode(typed: string): string {
  if (new TextEncoder().encode(typed).length > kMaxTypedBytes) {
    throw refused("code.unreadable", "это длиннее любого кода", "this is longer than any code");
  }
  const letters = [...typed.replace(kLeftOut, "")].map(capital).map((one) => kAlike[one] ?? one);
  const stranger = letters.find((one) => !kAlphabet.includes(one));
  if (stranger !== undefined) {
    throw refused("code.unreadable", `в коде не бывает знака «${stranger}»`, `a code has no “${stranger}”`);
  }
  if (letters.length !== kLetters + 1) {
    throw refused("code.unreadable", `в коде 21 буква и цифра, набрано ${letters.length}`,
      `a code has 21 letters and digits; ${letters.length} were typed`);
  }
  const code = letters.slice(0, kLetters).join("");
  if (checkLetter(code) !== letters[kLetters]) {
    throw refused("code.mistyped", "код набран с ошибкой: одна буква не та или две соседние переставлены",
      "the code is mistyped: one letter is wrong, or two neighbours changed places");
  }
  return code;
}

export function codeSalt(log: string): Bytes {
  const id = fromHex(log);
  invariant(id !== undefined, "a log's id is hexadecimal");
  return sha256(joined(toBytes("letopis code v1\n"), id)).slice(0, kSaltBytes);
}

// The seed of the key that the code is in this log.
export const codeSeed = (code: string, log: string): Promise<Bytes> => stretch(code, codeSalt(log), kCost);

export interface NewCode {
  code: string; // as it stands on a slip
  key: string;  // the public half, hexadecimal: all that anybody else is told
}

// Made where it is printed: no server sees it.
export async function makeCode(log: string): Promise<NewCode> {
  // 256 is eight times 32, so each letter is as likely as any other.
  const letters = [...crypto.getRandomValues(new Uint8Array(kLetters))].map((byte) => kAlphabet[byte % kAlphabet.length]!).join("");
  const { publicKey } = await signerBySeed(await codeSeed(letters, log));
  return { code: printCode(letters), key: toHex(publicKey) };
}

// In three groups of seven, the check letter last.
export const printCode = (letters: string): string => (letters + checkLetter(letters)).replace(/(.{7})(?=.)/g, "$1-");
