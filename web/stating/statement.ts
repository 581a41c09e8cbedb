// What a person states: a command under an id that is made once, so that however often it is sent it is
// carried out once.
import type { Reason } from "../grid/sheet";

// As GET /api/v1/commands has it; `do` names it.
export type Command = { do: string } & Record<string, unknown>;

// What is known of a cell or a lesson when something is stated about it: enough to sign it without the net.
export interface Base {
  version: number;     // how many facts there are about it, those on their way included
  day: string;         // of the lesson
  permission?: number; // that lets a late entry in
}

export interface Statement {
  id: string;      // 32 hexadecimal digits
  order: number;   // what is stated first is sent first
  person: number;  // whose it is; nobody else's session sends it
  about: string;   // the cell or the lesson that it is about, as the page calls it
  label: string;   // for people: «Абрамова Алина, 11 марта: 5»
  command: Command;
  shown?: unknown; // what the page shows for it until it stands: the page's own
  base?: Base;     // of what it follows; where the page does not know, the server proposes the fact
  signed?: string; // by an own key: the body for /api/v1/events, sent again as it is
  written?: true;  // what is signed was written here; else the server proposed it
  refused?: Reason & { code: string };
}

const kIdBytes = 16;

// Works without a secure context too.
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(kIdBytes));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
