// A log followed through the volumes of a medium, from a whole one on: where it stands after the
// last volume that was followed.
import type { Bytes } from "../proofs/bytes";
import type { EntryParts } from "../proofs/entry";
import type { Event } from "../proofs/event";
import type { Findings } from "../proofs/findings";
import { LogFold } from "../proofs/log_fold";
import { LogFacts } from "./log_facts";

// Hears of each entry that was followed, so that the log can be looked through afterwards.
export interface Listener {
  restart(): void; // a whole volume begins the log anew
  entry(position: number, parts: EntryParts | undefined, event: Event | undefined): void;
}

export class Chain {
  readonly fold: LogFold;
  readonly facts = new LogFacts();
  // The tree above the leaves, by tile level: as the entries give it.
  readonly upper = new Map<number, Bytes[]>();
  genesis: Bytes | undefined; // leaf hash of entry 0
  broken = false; // of some entry nothing is known: what follows proves less

  constructor(
    findings: Findings,
    readonly listener: Listener | undefined,
  ) {
    this.fold = new LogFold(findings);
    listener?.restart();
  }
}
