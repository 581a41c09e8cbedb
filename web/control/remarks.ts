// Remarks about journals: in whose name they are made, and how each stands.
import type { Schemas } from "../client/contract";

export type Remark = Schemas["Remark"];
export type Level = Remark["level"];

const kLevels: readonly Level[] = ["director", "deputy", "administrator"];

// In which office somebody makes remarks; undefined: in none.
export const levelOf = (roles: readonly { role: string }[]): Level | undefined => kLevels.find((level) => roles.some(({ role }) => role === level));

export const kStandings = ["overdue", "open", "settled", "returned", "confirmed"] as const;
export type Standing = (typeof kStandings)[number];

// What is open or given back after its day is overdue, whatever it is called else.
export function standingOf({ state, due }: Pick<Remark, "state" | "due">, today: string): Standing {
  return (state === "open" || state === "returned") && due < today ? "overdue" : state;
}

// Whoever holds the office in which it was made says whether it is settled.
export const mayJudge = ({ state, level }: Pick<Remark, "state" | "level">, roles: readonly { role: string }[]): boolean =>
  state === "settled" && roles.some(({ role }) => role === level);

// What waits for a person first, then the newest.
export const inOrder = (remarks: readonly Remark[], today: string): Remark[] =>
  [...remarks].sort((one, other) => kOrder.indexOf(standingOf(one, today)) - kOrder.indexOf(standingOf(other, today)) || other.position - one.position);
const kOrder: readonly Standing[] = ["settled", "overdue", "returned", "open", "confirmed"];
