// Keys of logs and witnesses as C2SP signed-note writes them: NAME+ID+KEY.
import { fromBase64, joined, toBase64, toBytes, toHex, type Bytes } from "./bytes";
import { Refusal, refuse } from "./refusal";
import { sha256 } from "./sha256";

export const kEd25519 = 0x01;
export const kCosignature = 0x04;
export const kMlDsa44 = 0x06;
const kOther = 0xff;
const kMaxBytes = 4_096;
const kMaxNameBytes = 255;

export interface VerifierKey {
  name: string;
  type: number;
  key: Bytes;
  id: string; // four bytes, in hexadecimal
}

const malformed = (): Refusal =>
  refuse("verifier_key.malformed", "Это не ключ проверки вида ИМЯ+НОМЕР+КЛЮЧ.",
    "This is not a verifier key of the form NAME+ID+KEY.");

// What Unicode calls white space, which no name of a key may hold, and no plus sign.
const kNotInNames = /[\u0000-\u0020+\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

export function isKeyName(name: string): boolean {
  return name !== "" && toBytes(name).length <= kMaxNameBytes && !kNotInNames.test(name);
}

function idOf(name: string, typed: Uint8Array): string {
  return toHex(sha256(joined(toBytes(name + "\n"), typed))).slice(0, 8);
}

function isLengthOf(type: number, length: number): boolean {
  if (type === kEd25519 || type === kCosignature) return length === 32;
  return type === kMlDsa44 ? length === 1312 : length > 0;
}

export function printVerifierKey({ name, type, key, id }: VerifierKey): string {
  return `${name}+${id}+${toBase64(joined(Uint8Array.of(type), key))}`;
}

export const sameKey = (left: VerifierKey, right: VerifierKey): boolean =>
  printVerifierKey(left) === printVerifierKey(right);

// The same key under another name.
export const renamedKey = ({ type, key }: VerifierKey, name: string): VerifierKey =>
  ({ name, type, key, id: idOf(name, joined(Uint8Array.of(type), key)) });

export function parseVerifierKey(text: string): VerifierKey | Refusal {
  // Base64 has a plus sign of its own, so only the first two divide.
  const parts = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(text);
  if (!parts || text.length > kMaxBytes) return malformed();
  const [, name, id, encoded] = parts as unknown as [string, string, string, string];
  const typed = fromBase64(encoded);
  if (!isKeyName(name) || !typed || typed.length === 0) return malformed();
  const type = typed[0]!;
  if (![kEd25519, kCosignature, kMlDsa44, kOther].includes(type)) {
    return refuse("verifier_key.type", "Ключ проверки неизвестного вида.", "The verifier key is of an unknown type.");
  }
  const key = typed.slice(1);
  if (!isLengthOf(type, key.length)) {
    return refuse("verifier_key.length", "Длина ключа проверки не подходит к его виду.",
      "The verifier key's length does not suit its type.");
  }
  if (idOf(name, typed) !== id) {
    return refuse("verifier_key.id",
      "Номер в ключе проверки не следует из имени и ключа: возможно, опечатка.",
      "The id in the verifier key does not follow from name and key: a typing error perhaps.");
  }
  return { name, type, key, id };
}
