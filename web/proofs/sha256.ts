// SHA-256 at once, for the many short messages of a tree: a promise for each leaf would cost more
// than the hash. Whole files go to the browser's own, if it has one here.
import type { Bytes } from "./bytes";

const kRound = new Uint32Array(64);
const kStart = new Uint32Array(8);

// The fractional parts of the roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3).
function fraction(root: number): number {
  return ((root - Math.floor(root)) * 0x1_0000_0000) >>> 0;
}
for (let prime = 2, count = 0; count < 64; ++prime) {
  let divided = false;
  for (let by = 2; by * by <= prime; ++by) divided ||= prime % by === 0;
  if (divided) continue;
  if (count < 8) kStart[count] = fraction(Math.sqrt(prime));
  kRound[count++] = fraction(Math.cbrt(prime));
}

const schedule = new Uint32Array(64);

function compress(state: Uint32Array, block: Uint8Array, from: number): void {
  const w = schedule;
  for (let t = 0, at = from; t < 16; ++t, at += 4) {
    w[t] = (block[at]! << 24) | (block[at + 1]! << 16) | (block[at + 2]! << 8) | block[at + 3]!;
  }
  for (let t = 16; t < 64; ++t) {
    const x = w[t - 15]!;
    const y = w[t - 2]!;
    const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = (w[t - 16]! + small0 + w[t - 7]! + small1) | 0;
  }
  let a = state[0]! | 0, b = state[1]! | 0, c = state[2]! | 0, d = state[3]! | 0;
  let e = state[4]! | 0, f = state[5]! | 0, g = state[6]! | 0, h = state[7]! | 0;
  for (let t = 0; t < 64; ++t) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + big1 + ((e & f) ^ (~e & g)) + kRound[t]! + w[t]!) | 0;
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

const state = new Uint32Array(8);
const tail = new Uint8Array(128);

export function sha256(message: Uint8Array): Bytes {
  state.set(kStart);
  const whole = message.length - (message.length % 64);
  for (let at = 0; at < whole; at += 64) compress(state, message, at);
  const left = message.length - whole;
  const padded = left < 56 ? 64 : 128;
  tail.fill(0);
  tail.set(message.subarray(whole));
  tail[left] = 0x80;
  const bits = new DataView(tail.buffer);
  bits.setUint32(padded - 8, Math.floor(message.length / 0x2000_0000));
  bits.setUint32(padded - 4, (message.length << 3) >>> 0);
  for (let at = 0; at < padded; at += 64) compress(state, tail, at);
  const digest = new Uint8Array(32);
  const words = new DataView(digest.buffer);
  for (let at = 0; at < 8; ++at) words.setUint32(4 * at, state[at]!);
  return digest;
}

export async function sha256OfFile(contents: Bytes): Promise<Bytes> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle || contents.length < 4096) return sha256(contents);
  return new Uint8Array(await subtle.digest("SHA-256", contents));
}
