// Keys of logs and witnesses, and the lines that they put under notes.
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";

const kOfPrivateKey = Buffer.from("302e020100300506032b657004220420", "hex");

export class NoteKey {
  readonly publicKey: Buffer;
  private readonly privateKey: KeyObject;
  private readonly typed: Buffer;
  private readonly id: Buffer;

  // `seed`: 32 times this byte; a witness states when it signs, a log does not.
  constructor(readonly name: string, seed: number, private readonly witness = false) {
    const key = Buffer.concat([kOfPrivateKey, Buffer.alloc(32, seed)]);
    this.privateKey = createPrivateKey({ key, format: "der", type: "pkcs8" });
    this.publicKey = createPublicKey(this.privateKey).export({ format: "der", type: "spki" }).subarray(-32);
    this.typed = Buffer.concat([Buffer.from([witness ? 4 : 1]), this.publicKey]);
    this.id = createHash("sha256").update(`${name}\n`).update(this.typed).digest().subarray(0, 4);
  }

  get verifierKey(): string {
    return `${this.name}+${this.id.toString("hex")}+${this.typed.toString("base64")}`;
  }

  // `time`: of a witness, in seconds.
  line(text: string, time = 1_780_000_000): string {
    const moment = Buffer.alloc(this.witness ? 8 : 0);
    if (this.witness) moment.writeBigUInt64BE(BigInt(time));
    const signed = this.witness ? `cosignature/v1\ntime ${time}\n${text}` : text;
    const signature = Buffer.concat([this.id, moment, sign(null, Buffer.from(signed), this.privateKey)]);
    return `— ${this.name} ${signature.toString("base64")}\n`;
  }
}

export const noteBy = (text: string, ...keys: NoteKey[]): string =>
  `${text}\n${keys.map((key) => key.line(text)).join("")}`;
