// Ed25519 (RFC 8032), judged strictly and therefore the same everywhere.
//
// A signature (R, S) over M under key A is valid iff A is a canonical encoding of a point without
// torsion, R is canonical and not of small order, S < L, and encode([S]B - [k]A) equals R byte for
// byte. No library's own rule is this one; it is computed here from points. Where key and form are
// right, what libraries still differ in is whether they multiply by the cofactor: a browser that
// passes the trial signatures does not, and checks the equation for us, some forty times faster.
import { Point } from "@noble/ed25519";

import { equal, fromHex, joined, toHex, type Bytes } from "./bytes";
import { kTrialSignatures } from "./ed25519_trial";
import { Refusal, refuse } from "./refusal";
import { sha256 } from "./sha256";

const kOrder = Point.CURVE().n;

export interface CheckedKey {
  readonly bytes: Bytes;
  readonly point: Point;
  readonly native: Promise<CryptoKey | undefined>;
}

export const keyIdOf = (publicKey: Uint8Array): string => toHex(sha256(publicKey));

// A canonical encoding of a point that is not of small order, or undefined.
function decode(bytes: Uint8Array): Point | undefined {
  try {
    const point = Point.fromBytes(bytes);
    return equal(point.toBytes(), bytes) && !point.isSmallOrder() ? point : undefined;
  } catch {
    return undefined;
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt("0x" + toHex(Uint8Array.from(bytes).reverse()));
}

const kSmallOrder = new Set([
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0000000000000000000000000000000000000000000000000000000000000080",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
]);

// y < p, and no sign where x is 0, that is where the point is of small order anyway.
function isCanonical(encoded: Uint8Array): boolean {
  if ((encoded[31]! & 0x7f) !== 0x7f) return true;
  for (let at = 1; at < 31; ++at) if (encoded[at] !== 0xff) return true;
  return encoded[0]! < 0xed;
}

// What can be said of a signature without its key: S < L, and R as it must be.
function hasForm(signature: Uint8Array): boolean {
  const r = signature.subarray(0, 32);
  return isCanonical(r) && !kSmallOrder.has(toHex(r)) && littleEndian(signature.subarray(32)) < kOrder;
}

async function holdsByPoints(key: CheckedKey, message: Bytes, signature: Bytes): Promise<boolean> {
  const r = signature.slice(0, 32);
  const digest = await crypto.subtle.digest("SHA-512", joined(r, key.bytes, message));
  const k = littleEndian(new Uint8Array(digest)) % kOrder;
  const s = littleEndian(signature.subarray(32));
  const left = Point.BASE.multiply(s, false);
  return equal(left.subtract(key.point.multiply(k, false)).toBytes(), r);
}

async function importNative(bytes: Bytes): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey("raw", bytes, "Ed25519", false, ["verify"]);
  } catch {
    return undefined;
  }
}

async function passesTrial(): Promise<boolean> {
  for (const one of kTrialSignatures) {
    const key = await importNative(fromHex(one.publicKey)!);
    if (!key) return false;
    const valid = await crypto.subtle.verify("Ed25519", key, fromHex(one.signature)!, fromHex(one.message)!);
    if (valid !== one.valid) return false;
  }
  return true;
}

let trial: Promise<boolean> | undefined;

// Whether this browser's own check may be used.
export function nativeIsStrict(): Promise<boolean> {
  trial ??= passesTrial().catch(() => false);
  return trial;
}

// Refuses what is not a canonical encoding of a point of the prime-order group.
export function admitKey(bytes: Bytes): CheckedKey | Refusal {
  const point = bytes.length === 32 ? decode(bytes) : undefined;
  if (!point || !point.isTorsionFree()) {
    return refuse("public_key.not_a_point", "Это не открытый ключ Ed25519: строгая проверка его не пропускает.",
      "This is not an Ed25519 public key: it fails the strict check.");
  }
  const native = nativeIsStrict().then((strict) => (strict ? importNative(bytes) : undefined));
  return { bytes, point, native };
}

// `byPoints` does without the browser's own check: the tests compare both.
export async function verify(key: CheckedKey, message: Bytes, signature: Bytes, byPoints = false): Promise<boolean> {
  if (signature.length !== 64 || !hasForm(signature)) return false;
  const native = byPoints ? undefined : await key.native;
  if (native) return crypto.subtle.verify("Ed25519", native, signature, message);
  return holdsByPoints(key, message, signature);
}
