// Activation codes (docs/accounts.md): what stands on a slip is a key. The grammar and its refusals are
// those of accounts/codes.h.
import { Problem } from "../client/problem";
import { fromHex, joined, toBytes, type Bytes } from "../proofs/bytes";
import { invariant } from "../proofs/refusal";
import { sha256 } from "../proofs/sha256";
import { kCost, kSaltBytes, stretch } from "./stretching";

const kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base32
const kLetters = 20;
const kMaxTyped = 200;
const kLeftOut = /[\s\-‐‑–—._]/gu;
// Each as the letter that it looks like.
const kAlike: Record<string, string> = {
  O: "0", I: "1", L: "1", А: "A", В: "B", Е: "E", З: "3", К: "K", М: "M", Н: "H", О: "0", Р: "P", С: "C", Т: "T", У: "Y", Х: "X", І: "1", Ѕ: "S",
};

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
  const letters = [...typed.slice(0, kMaxTyped).toUpperCase().replace(kLeftOut, "")].map((one) => kAlike[one] ?? one);
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
