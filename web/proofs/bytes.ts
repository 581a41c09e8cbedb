// Bytes and the strict texts that stand for them: each value has one spelling, all else is refused
// by an answer of undefined.

export type Bytes = Uint8Array<ArrayBuffer>;

const kHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const kBase64 = new Map([...kAlphabet].map((letter, value) => [letter, value]));
const encoder = new TextEncoder();
// A byte order mark is a character like any other: no two byte strings may give one text.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const toBytes = (text: string): Bytes => encoder.encode(text) as Bytes;

// Undefined iff it is not UTF-8.
export function toText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; ++at) text += kHex[bytes[at]!];
  return text;
}

// Lower case alone.
export function fromHex(text: string): Bytes | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; ++at) bytes[at] = parseInt(text.substr(2 * at, 2), 16);
  return bytes;
}

export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += kAlphabet[group >> 18]! + kAlphabet[(group >> 12) & 63]!;
    text += at + 1 < bytes.length ? kAlphabet[(group >> 6) & 63]! : "=";
    text += at + 2 < bytes.length ? kAlphabet[group & 63]! : "=";
  }
  return text;
}

export function fromBase64(text: string): Bytes | undefined {
  if (text.length % 4 !== 0) return undefined;
  const digits = text.replace(/={1,2}$/, "");
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  let pending = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits) {
    const value = kBase64.get(digit);
    if (value === undefined) return undefined;
    pending = (pending << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = pending >> bits;
      pending &= (1 << bits) - 1;
    }
  }
  // What is left over belongs to no byte, so only zero has one spelling.
  return pending === 0 ? bytes : undefined;
}

// Whole numbers without spare zeros, up to 2^53 - 1: what counts bytes and entries is far below.
export function fromDecimal(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]*)$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

export function equal(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; ++at) if (left[at] !== right[at]) return false;
  return true;
}

export function joined(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

// Text that has no control characters but newline: what a fact, a file's name and a readable line
// may hold.
const kControl = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;
export const isPlain = (text: string): boolean => !kControl.test(text);
