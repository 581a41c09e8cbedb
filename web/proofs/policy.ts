// Whom to believe (C2SP tlog-policy): the known logs, the known witnesses, and how many of the
// latter must have cosigned.
import { fromDecimal, toHex, type Bytes } from "./bytes";
import { openCheckpoint, parseCheckpoint, type OpenedCheckpoint } from "./checkpoint";
import { admitVerifier, parseNote, type NoteVerifier, type VerifiedSignature } from "./note";
import { Refusal, refuse } from "./refusal";
import { kCosignature, kEd25519, kMlDsa44, parseVerifierKey, sameKey, type VerifierKey } from "./verifier_key";

const kMaxOfAKind = 256; // logs, witnesses, groups

export interface Witness {
  name: string; // within the policy only
  key: VerifierKey;
}

export interface Group {
  name: string;
  needed: number;
  members: string[];
}

export interface Policy {
  logs: VerifierKey[];
  witnesses: Witness[];
  groups: Group[];
  quorum?: string; // a witness or a group; without one no cosignature is asked for
}

class PolicyParser {
  readonly policy: Policy = { logs: [], witnesses: [], groups: [] };
  private hasQuorum = false;
  private readonly names = new Set<string>();
  private readonly members = new Set<string>();
  private readonly logKeys = new Set<string>();
  private readonly witnessKeys = new Set<string>();

  constructor(private line: number) {}

  read(words: string[]): Refusal | undefined {
    ++this.line;
    if (words.length === 0 || words[0]!.startsWith("#")) return undefined;
    if (words[0] === "log") return this.readLog(words);
    if (words[0] === "witness") return this.readWitness(words);
    if (words[0] === "group") return this.readGroup(words);
    if (words[0] === "quorum") return this.readQuorum(words);
    return this.malformed();
  }

  finish(): Policy | Refusal {
    return this.hasQuorum ? this.policy : this.quorumTwice();
  }

  private readLog(words: string[]): Refusal | undefined {
    if (words.length < 2 || words.length > 3) return this.malformed();
    if (this.policy.logs.length === kMaxOfAKind) return this.tooLong();
    const key = parseVerifierKey(words[1]!);
    if (key instanceof Refusal) return key;
    if (![kEd25519, kMlDsa44].includes(key.type)) return this.unsuitableKey();
    if (!this.isNew(this.logKeys, key.key)) return this.duplicate();
    this.policy.logs.push(key);
    return undefined;
  }

  private readWitness(words: string[]): Refusal | undefined {
    if (words.length < 3 || words.length > 4) return this.malformed();
    if (this.policy.witnesses.length === kMaxOfAKind) return this.tooLong();
    const key = parseVerifierKey(words[2]!);
    if (key instanceof Refusal) return key;
    if (![kCosignature, kMlDsa44].includes(key.type)) return this.unsuitableKey();
    if (!this.isNew(this.witnessKeys, key.key) || !this.define(words[1]!)) return this.duplicate();
    this.policy.witnesses.push({ name: words[1]!, key });
    return undefined;
  }

  private readGroup(words: string[]): Refusal | undefined {
    if (words.length < 4) return this.malformed();
    if (this.policy.groups.length === kMaxOfAKind) return this.tooLong();
    const members = words.slice(3);
    const needed = words[2] === "any" ? 1 : words[2] === "all" ? members.length : fromDecimal(words[2]!);
    if (!needed || needed > members.length) return this.malformed();
    for (const member of members) {
      if (!this.names.has(member)) return this.unknownName();
      if (this.members.has(member)) {
        return this.refuse("policy.member_twice", "участник уже состоит в группе.",
          "a member belongs to a group already.");
      }
      this.members.add(member);
    }
    if (!this.define(words[1]!)) return this.duplicate();
    this.policy.groups.push({ name: words[1]!, needed, members });
    return undefined;
  }

  private readQuorum(words: string[]): Refusal | undefined {
    if (words.length !== 2) return this.malformed();
    if (this.hasQuorum) return this.quorumTwice();
    this.hasQuorum = true;
    if (words[1] === "none") return undefined;
    if (!this.names.has(words[1]!)) return this.unknownName();
    this.policy.quorum = words[1]!;
    return undefined;
  }

  private define(name: string): boolean {
    if (name === "none" || this.names.has(name)) return false;
    this.names.add(name);
    return true;
  }

  private isNew(keys: Set<string>, key: Bytes): boolean {
    const spelled = toHex(key);
    if (keys.has(spelled)) return false;
    keys.add(spelled);
    return true;
  }

  private refuse(code: string, ru: string, en: string): Refusal {
    return refuse(code, `Правила доверия, строка ${this.line}: ${ru}`, `Trust policy, line ${this.line}: ${en}`);
  }
  private malformed = (): Refusal =>
    this.refuse("policy.malformed", "запись не того вида.", "not of a known shape.");
  private tooLong = (): Refusal =>
    this.refuse("policy.too_long", "слишком много строк этого рода.", "too many lines of this kind.");
  private unsuitableKey = (): Refusal =>
    this.refuse("policy.key_type", "ключ не того вида.", "the key is of an unsuitable type.");
  private duplicate = (): Refusal =>
    this.refuse("policy.duplicate", "этот ключ или это имя уже заняты.", "this key or this name is taken already.");
  private unknownName = (): Refusal =>
    this.refuse("policy.unknown_name", "имя выше не определено.", "a name is not defined above.");
  private quorumTwice = (): Refusal =>
    this.refuse("policy.quorum", "строка quorum должна быть ровно одна.", "there must be exactly one quorum line.");
}

// Lines without their ends. What is not a policy's is left out by the caller as empty lines, so that
// refusals name the right ones.
export function parsePolicy(lines: readonly string[]): Policy | Refusal {
  const parser = new PolicyParser(0);
  for (const line of lines) {
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line)) {
      return refuse("policy.characters",
        "В правилах доверия есть недопустимые знаки, или последняя строка не закончена переводом строки.",
        "The trust policy has forbidden characters, or its last line does not end in a newline.");
    }
    const refusal = parser.read(line.split(/[ \t]+/).filter((word) => word !== ""));
    if (refusal) return refusal;
  }
  return parser.finish();
}

export function meetsQuorum(policy: Policy, verified: readonly VerifiedSignature[]): boolean {
  if (policy.quorum === undefined) return true;
  const reached = new Set<string>();
  for (const { name, key } of policy.witnesses) {
    if (verified.some((one) => sameKey(one.key, key))) reached.add(name);
  }
  // A group's members stand above it, so one pass downwards settles all.
  for (const { name, needed, members } of policy.groups) {
    if (members.filter((member) => reached.has(member)).length >= needed) reached.add(name);
  }
  return reached.has(policy.quorum);
}

// A checkpoint of one of the policy's logs, cosignatures judged by its witnesses but no quorum asked
// for. Refuses what openCheckpoint refuses, and the origin of no log of the policy.
export async function openKnown(bytes: Uint8Array, policy: Policy): Promise<OpenedCheckpoint | Refusal> {
  const note = parseNote(bytes);
  if (note instanceof Refusal) return note;
  const claimed = parseCheckpoint(note.text);
  if (claimed instanceof Refusal) return claimed;
  const logs = policy.logs.filter(({ name, type }) => name === claimed.origin && type === kEd25519);
  if (logs.length === 0) {
    return refuse("policy.unknown_log", `Журнала «${claimed.origin}» нет среди известных.`,
      `The log “${claimed.origin}” is not among the known ones.`);
  }
  const signer = logs.find(({ name, id }) => note.signatures.some((line) => line.name === name && line.id === id))
    ?? logs[0]!;
  const log = admitVerifier(signer);
  if (log instanceof Refusal) return log;
  const others: NoteVerifier[] = [];
  const keys = [...logs.filter((one) => one !== signer),
    ...policy.witnesses.map(({ key }) => key).filter(({ type }) => type === kCosignature)];
  for (const key of keys) {
    const other = admitVerifier(key);
    if (other instanceof Refusal) return other;
    others.push(other);
  }
  return openCheckpoint(bytes, log, others);
}
