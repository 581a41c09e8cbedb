// What is kept of each entry so that a log of a million can be looked through: 25 bytes of it. The
// entries themselves are read again from the volume when they are shown.
import type { EntryParts } from "../proofs/entry";
import type { Event } from "../proofs/event";
import { schema } from "../proofs/schema";
import type { Listener } from "./chain";
import { Naming } from "./naming";

export interface Filter {
  person?: number; // author, or named in the fact
  schoolClass?: number;
  fact?: number;
  from?: number; // recorded, milliseconds, inclusive
  to?: number; // exclusive
}

export const kUnreadable = 255; // in the place of a fact's number
const kFirstCapacity = 4_096;

export class EntryIndex implements Listener {
  naming = new Naming();
  size = 0;
  private facts = new Uint8Array(kFirstCapacity);
  private authors = new Uint32Array(kFirstCapacity);
  private persons = new Uint32Array(kFirstCapacity);
  private others = new Uint32Array(kFirstCapacity);
  private classes = new Uint32Array(kFirstCapacity);
  private moments = new Float64Array(kFirstCapacity);

  restart(): void {
    this.naming = new Naming();
    this.size = 0;
  }

  entry(position: number, parts: EntryParts | undefined, event: Event | undefined): void {
    if (position >= this.facts.length) this.grow();
    this.size = position + 1;
    this.moments[position] = parts?.recorded ?? 0;
    this.facts[position] = kUnreadable;
    this.authors[position] = this.persons[position] = this.others[position] = this.classes[position] = 0;
    if (!event) return;
    this.naming.take(event);
    this.facts[position] = schema.facts.indexOf(event.fact);
    this.authors[position] = event.author;
    const [person, other] = event.fact.fields.filter(({ of }) => of === "PersonNumber")
      .map(({ name }) => event.says[name] as number | null);
    this.persons[position] = person ?? 0;
    this.others[position] = other ?? 0;
    this.classes[position] = this.naming.classOf(event.says);
  }

  // Positions of the entries that pass, in the order of the log.
  find(filter: Filter): Uint32Array {
    const found = new Uint32Array(this.size);
    let count = 0;
    for (let at = 0; at < this.size; ++at) if (this.passes(at, filter)) found[count++] = at;
    return found.subarray(0, count);
  }

  // How often each kind of fact occurs, by its number.
  counts(): number[] {
    const counts = new Array<number>(256).fill(0);
    for (let at = 0; at < this.size; ++at) ++counts[this.facts[at]!]!;
    return counts;
  }

  private passes(at: number, { person, schoolClass, fact, from, to }: Filter): boolean {
    if (fact !== undefined && this.facts[at] !== fact) return false;
    if (schoolClass !== undefined && this.classes[at] !== schoolClass) return false;
    if (from !== undefined && this.moments[at]! < from) return false;
    if (to !== undefined && this.moments[at]! >= to) return false;
    if (person === undefined) return true;
    const isUnreadable = this.facts[at] === kUnreadable;
    return !isUnreadable &&
      (this.authors[at] === person || (person !== 0 && (this.persons[at] === person || this.others[at] === person)));
  }

  private grow(): void {
    const wider = <T extends { length: number; set(from: T): void }>(old: T, made: T): T => {
      made.set(old);
      return made;
    };
    const capacity = 2 * this.facts.length;
    this.facts = wider(this.facts, new Uint8Array(capacity));
    this.authors = wider(this.authors, new Uint32Array(capacity));
    this.persons = wider(this.persons, new Uint32Array(capacity));
    this.others = wider(this.others, new Uint32Array(capacity));
    this.classes = wider(this.classes, new Uint32Array(capacity));
    this.moments = wider(this.moments, new Float64Array(capacity));
  }
}
