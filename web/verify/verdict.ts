// What the check of a medium came to.
import type { Value } from "../proofs/event";
import type { Finding } from "../proofs/findings";
import type { BagInfo } from "./bag_info";
import { Certified } from "./certified";
import type { SubmissionInfo } from "./submission_info";

// The volumes were signed with a log's key that the trust file names; no key of the trust file has
// been seen to have signed one of them; there is no trust file. The later, the worse.
export type TrustState = "trusted" | "unknown_key" | "not_given";

export const kExit = { good: 0, altered: 1, unreadable: 2, incomplete: 3, rolledBack: 4, noTrustedKey: 5 } as const;
export type Exit = (typeof kExit)[keyof typeof kExit];

export interface CheckedVolume {
  name: string;
  info?: BagInfo;
  tagManifest: string;
  signatures: string[]; // digests of the files under signatures/, by their names
  followed: boolean; // entries were followed from the log's beginning; of documents: always
  findings: number;
}

// Somebody outside of the school who has seen the log at that size.
export interface Witnessed {
  names: string[];
  time: bigint; // seconds since 1970, of the latest of them
  size: number;
}

export interface Erased {
  person: number;
  order: { number: string; day: number };
}

export interface Destroyed {
  name: string;
  medium: number;
  act: Erased["order"];
}

export interface Verdict {
  trust: TrustState;
  medium?: number; // by its identity file
  room: string; // where the log says it is kept
  volumes: CheckedVolume[];
  skipped: string[]; // left by a write that was cut off: not looked at
  origin: string;
  school: string; // its short name, as the log gives it
  timeZone: string; // likewise
  trialLog: boolean;
  trialMedia: boolean;
  size: number; // of the log in the newest volume
  root: string;
  witnessed?: Witnessed;
  files: number;
  bytes: number;
  entries: number;
  signatures: number;
  renditions: number;
  keys: number;
  streams: number;
  commands: number;
  checkpoints: number;
  cosignatures: number;
  accessEntries: number; // of the log of access: hashed
  accessSize: number; // and how many it has in the newest volume
  texts: number; // private texts that the log commits to
  textsErased: number;
  erased: Erased[];
  certified: Certified; // of all documents and volumes
  submission?: { info: SubmissionInfo; volumes: string[] }; // a year's, with the volumes that the log tells of
  destroyed: Destroyed[]; // by an act, on whatever medium
  owed: Destroyed[]; // lie here still, and are destroyed on another medium
  findings: Finding[];
  findingsInAll: number;
  altered: boolean;
  rolledBack: boolean;
  incomplete: boolean;
}

export function emptyVerdict(trust: TrustState): Verdict {
  return {
    trust, room: "", volumes: [], skipped: [], origin: "", school: "", timeZone: "", trialLog: false,
    trialMedia: false, size: 0, root: "0".repeat(64), files: 0, bytes: 0, entries: 0, signatures: 0, renditions: 0,
    keys: 0, streams: 0, commands: 0, checkpoints: 0, cosignatures: 0, accessEntries: 0,
    accessSize: 0, texts: 0, textsErased: 0, erased: [],
    certified: new Certified(), destroyed: [], owed: [], findings: [], findingsInAll: 0, altered: false,
    rolledBack: false, incomplete: false,
  };
}

export const orderOf = (value: Value): Erased["order"] => value as unknown as Erased["order"];

// The gravest that holds.
export function exitOf(verdict: Verdict): Exit {
  if (verdict.altered) return kExit.altered;
  if (verdict.rolledBack) return kExit.rolledBack;
  if (verdict.incomplete) return kExit.incomplete;
  return verdict.trust === "trusted" ? kExit.good : kExit.noTrustedKey;
}
