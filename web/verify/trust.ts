// The trust file: what an inspector keeps to judge a log by, never taken from the log itself.
// docs/archive-format.md has its lines.
import { isDigest, toBytes, toText } from "../proofs/bytes";
import type { Checkpoint } from "../proofs/checkpoint";
import { kMaxNoteBytes } from "../proofs/note";
import { openKnown, parsePolicy, type Policy } from "../proofs/policy";
import { Refusal, refuse } from "../proofs/refusal";

const kMaxTrustBytes = 1_048_576;
const kMaxCheckpoints = 1_000;
const kMaxAuthorities = 100;

export interface Trust {
  policy: Policy;
  genesis?: string; // leaf hash of entry 0
  founder?: string; // public key
  authorities: string[]; // SHA-256 of root certificates that may stand behind documents' signatures
  checkpoints: Checkpoint[]; // seen on earlier visits, signed by a log of the policy
}

// The inspector knows authorities, so a document that no certificate signed is not certified.
export const asksForCertificates = (trust: Trust | undefined): boolean =>
  trust !== undefined && trust.authorities.length > 0;

const wrong = (code: string, line: number, ru: string, en: string): Refusal =>
  refuse(code, `строка ${line} файла доверия: ${ru}`, `line ${line} of the trust file: ${en}`);

type Own = "genesis" | "founder" | "authority";

// Reads the lines that are the trust file's own; all others are the policy's.
class TrustReader {
  genesis: string | undefined;
  founder: string | undefined;
  readonly authorities: string[] = [];
  readonly policy: string[] = []; // with empty lines for those that are not its own
  readonly notes: { line: number; text: string }[] = [];
  private at = 0;

  constructor(private readonly lines: readonly string[]) {}

  read(): Refusal | undefined {
    while (this.at < this.lines.length) {
      const line = this.lines[this.at++]!;
      const own = /^(genesis|founder|authority) (.*)$/.exec(line);
      this.policy.push(own || line === "checkpoint" ? "" : line);
      const refusal = own ? this.digits(own[1] as Own, own[2]!) : undefined;
      if (refusal) return refusal;
      if (line === "checkpoint" && !this.checkpoint()) {
        return wrong("trust.too_long", this.at, "контрольных точек слишком много", "there are too many checkpoints");
      }
    }
    return undefined;
  }

  private digits(what: Own, digits: string): Refusal | undefined {
    if (!isDigest(digits)) {
      return wrong("trust.malformed", this.at, "нужны 64 шестнадцатеричные цифры",
        "64 hexadecimal digits are needed");
    }
    if (what === "authority" ? this.authorities.includes(digits) : this[what] !== undefined) {
      return wrong("trust.twice", this.at, "второй раз то же самое", "the same for the second time");
    }
    if (what !== "authority") this[what] = digits;
    else if (this.authorities.push(digits) > kMaxAuthorities) {
      return wrong("trust.too_long", this.at, "удостоверяющих центров слишком много",
        "there are too many authorities");
    }
    return undefined;
  }

  // Three lines of text, an empty one, and signature lines as many as there are.
  private checkpoint(): boolean {
    const line = this.at;
    let text = "";
    let signatures = false;
    while (this.at < this.lines.length && (!signatures || this.lines[this.at]!.startsWith("— "))) {
      if (text.length > kMaxNoteBytes) break;
      const next = this.lines[this.at++]!;
      this.policy.push("");
      signatures ||= next === "";
      text += next + "\n";
    }
    this.notes.push({ line, text });
    return this.notes.length <= kMaxCheckpoints;
  }
}

export async function parseTrust(bytes: Uint8Array): Promise<Trust | Refusal> {
  if (bytes.length > kMaxTrustBytes) {
    return refuse("trust.too_long", "файл доверия слишком велик", "the trust file is too large");
  }
  const lines = (toText(bytes) ?? "\u0000").split("\n");
  if (lines.pop() !== "") {
    return wrong("trust.malformed", lines.length + 1, "строка не окончена", "the line is not ended");
  }
  const reader = new TrustReader(lines);
  const refusal = reader.read();
  if (refusal) return refusal;
  const policy = parsePolicy(reader.policy);
  if (policy instanceof Refusal) return policy;
  if (policy.logs.length === 0) {
    return refuse("trust.no_log", "в файле доверия нет ни одного ключа журнала (строка log)",
      "the trust file holds no log's key (a line log)");
  }
  const trust: Trust = { policy, authorities: reader.authorities, checkpoints: [] };
  if (reader.genesis !== undefined) trust.genesis = reader.genesis;
  if (reader.founder !== undefined) trust.founder = reader.founder;
  for (const { line, text } of reader.notes) {
    const opened = await openKnown(toBytes(text), policy);
    if (opened instanceof Refusal) return wrong("trust.checkpoint", line, opened.says.ru, opened.says.en);
    trust.checkpoints.push(opened.checkpoint);
  }
  return trust;
}
