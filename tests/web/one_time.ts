// What a program of one-time passwords shows (RFC 6238), for a secret as it is typed.
import { createHmac } from "node:crypto";

const kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function digitsOf(secret: string, now_ms: number): string {
  const bits = [...secret].map((letter) => kBase32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now_ms / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = digest[19]! & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
