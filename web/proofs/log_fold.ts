// A log followed entry by entry, trusting nothing: what must hold between entries whatever their
// facts say.
//
//   for each entry:   hash(leaf)  ─▶  take(…) or takeUnknown(…) or lose(…)
//   at the end:       finish()
import { fromHex, toHex, type Bytes } from "./bytes";
import { admitKey, type CheckedKey } from "./ed25519";
import type { EntryParts } from "./entry";
import { EnvelopeSequence } from "./envelope_sequence";
import type { Envelope, Event } from "./event";
import type { Fault, Findings } from "./findings";
import { KeyStandings } from "./key_standing";
import { LogOrigin } from "./log_origin";
import { MerkleFrontier, type TileHash } from "./merkle";
import { NumberTable } from "./number_table";
import { Refusal, refuse } from "./refusal";

// The parts of a command's name, as numbers: its author and the four quarters of its id.
function commandName({ author, command }: Envelope): number[] {
  return [author, ...[0, 8, 16, 24].map((at) => parseInt(command.substr(at, 8), 16))];
}

export class LogFold {
  readonly frontier = MerkleFrontier.empty();
  readonly keys = new KeyStandings();
  readonly origin = new LogOrigin();
  trial = false;
  private before = MerkleFrontier.empty(); // without the last entry
  private readonly roots = new Map<number, string | undefined>();
  private readonly sequence = new EnvelopeSequence();
  private readonly versions = new NumberTable(4);
  private readonly commandsSeen = new NumberTable(5);
  private commandCount = 0;
  private readonly repeated: number[] = []; // positions of commands that stand twice
  private readonly checked = new Map<string, CheckedKey>();
  private lostBefore = false; // the entry before this one could not be read

  constructor(private readonly findings: Findings) {}

  get size(): number {
    return this.frontier.size;
  }
  get streams(): number {
    return this.versions.size;
  }
  get commands(): number {
    return this.commandCount;
  }

  // Remembers the root of the tree of that size when it comes by.
  watch(size: number): void {
    if (!this.roots.has(size)) this.roots.set(size, size === this.size ? toHex(this.frontier.root()) : undefined);
  }
  rootAt(size: number): string | undefined {
    return this.roots.get(size);
  }

  hash(leaf: Bytes, completed: TileHash[]): void {
    this.before = this.frontier.copy();
    this.frontier.append(leaf, completed);
    if (this.roots.has(this.size)) this.roots.set(this.size, toHex(this.frontier.root()));
  }

  // The entry just hashed says this. The key to check its signature by, if there is one that may
  // sign here; else that is a finding.
  take(parts: EntryParts, event: Event): CheckedKey | undefined {
    this.hold(this.origin.next(event, this.before));
    if (event.fact.name === "log_started") this.trial = event.says["trial"] as boolean;
    this.checkSequence(parts, event);
    this.checkVersion(event);
    // The founder's key comes with entry 0, which it signs.
    const founding = this.position === 0;
    if (founding) this.hold(this.keys.apply(event, this.position));
    const key = this.standing(parts, event);
    if (key && !founding) this.hold(this.keys.apply(event, this.position));
    return key;
  }

  // It brings a fact of a later schema: it is whole, and whose it is; what it says is not known.
  takeUnknown(parts: EntryParts, event: Envelope, unknown: Refusal): CheckedKey | undefined {
    this.add("incomplete", unknown);
    this.checkSequence(parts, event);
    this.checkVersion(event);
    return this.standing(parts, event);
  }

  // It says nothing that could be followed; what comes after it is still hashed.
  lose(why: Refusal): void {
    this.add("altered", why);
    this.lostBefore = true;
  }

  // After the last entry: the last command is whole, and no command stands twice.
  finish(): void {
    if (!this.sequence.whole) {
      const what = refuse("entry.command_torn", "последняя команда записана не целиком",
        "the last command is not whole");
      this.findings.add({ fault: "incomplete", where: "entries", what });
    }
    for (const position of this.repeated.splice(0)) {
      this.add("altered", refuse("entry.command_twice", "одна и та же команда записана дважды",
        "one and the same command stands twice"), position);
    }
  }

  private get position(): number {
    return this.size - 1;
  }

  private add(fault: Fault, what: Refusal, position = this.position): void {
    this.findings.add({ fault, where: "entries", what, position });
  }

  private hold(refusal: Refusal | undefined): void {
    if (refusal) this.add("altered", refusal);
  }

  // After a break the sequence goes on from the entry that broke it: one fault is one finding, not
  // one for each entry that follows.
  private checkSequence({ key, recorded }: EntryParts, event: Envelope): void {
    if (event.index === 0) this.nameCommand(event);
    const refusal = this.sequence.next(event, key, recorded);
    const excused = this.lostBefore;
    this.lostBefore = false;
    if (!refusal) return;
    if (!excused) this.hold(refusal);
    this.sequence.restart(event, key, recorded);
  }

  private nameCommand(event: Envelope): void {
    ++this.commandCount;
    const name = commandName(event);
    if (this.commandsSeen.get(name) === undefined) this.commandsSeen.set(name, 1);
    else this.repeated.push(this.position);
  }

  private checkVersion({ stream, version }: Envelope): void {
    const expected = ((this.versions.get(stream) ?? 0) + 1) >>> 0;
    this.versions.set(stream, version);
    if (version === expected) return;
    this.add("altered", refuse("stream.version",
      `версия события в его потоке — ${version}, а должна быть ${expected}`,
      `the event has version ${version} in its stream, it must be ${expected}`));
  }

  private standing(parts: EntryParts, event: Envelope): CheckedKey | undefined {
    const record = this.keys.standing(parts.key, event.author);
    if (record instanceof Refusal) {
      this.hold(record);
      return undefined;
    }
    const known = this.checked.get(parts.key);
    if (known) return known;
    const key = admitKey(fromHex(record.publicKey)!);
    if (key instanceof Refusal) {
      this.hold(key);
      return undefined;
    }
    this.checked.set(parts.key, key);
    return key;
  }
}
