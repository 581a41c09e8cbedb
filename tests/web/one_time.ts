// What a telephone does with one-time passwords: reads the picture of the secret, and shows digits (RFC 6238).
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";

const kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

// The text of the one code in a PNG.
export const readCode = (png: Buffer): string =>
  execFileSync("zbarimg", ["-q", "--raw", "-"], { input: png, stdio: ["pipe", "pipe", "ignore"] }).toString().trim();

// For a secret as it is typed.
export function digitsOf(secret: string, now_ms: number): string {
  const bits = [...secret].map((letter) => kBase32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now_ms / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = digest[19]! & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
