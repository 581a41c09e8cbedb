// What a person states: a command under an id that is made once, so that however often it is sent it is
// carried out once.
import type { Reason } from "../grid/sheet";

// As GET /api/v1/commands has it; `do` names it.
export type Command = { do: string } & Record<string, unknown>;

export interface Statement {
  id: string;      // 32 hexadecimal digits
  order: number;   // what is stated first is sent first
  person: number;  // whose it is; nobody else's session sends it
  about: string;   // the cell or the lesson that it is about, as the page calls it
  label: string;   // for people: «Абрамова Алина, 11 марта: 5»
  command: Command;
  shown?: unknown; // what the page shows for it until it stands: the page's own
  signed?: string; // by an own key: the body for /api/v1/events, sent again as it is
  refused?: Reason & { code: string };
}

const kIdBytes = 16;

// Works without a secure context too.
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(kIdBytes));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
