// Codes for many people: whom they are for, and issuing them a sheet of paper at a time.
import type { Schemas } from "../client/contract";
import type { CarryOut } from "../stating/carry_out";
import type { Account } from "./office_desk";
import type { People } from "./things";

export type Slip = Schemas["Slips"]["slips"][number];

export const kSlipsOnSheet = 8; // of A4; as many are issued with one command

// A class's pupils, and the parents of any of them; or the staff.
export interface Whom { schoolClass: string | undefined; pupils: boolean; parents: boolean; waiting: boolean }

export function waitingOf(accounts: readonly Account[], people: People, whom: Whom): Account[] {
  const byNumber = new Map(people.map((one) => [one.person, one]));
  return accounts.filter((account) => {
    if (account.state !== "none" && !(account.state === "code" && whom.waiting)) return false;
    const person = byNumber.get(account.person);
    if (whom.schoolClass === undefined) {
      return (person?.roles ?? []).some(({ role }) => role !== "pupil" && role !== "parent");
    }
    if (account.class !== undefined) return whom.pupils && account.class === whom.schoolClass;
    return whom.parents && (person?.children ?? []).some((child) => byNumber.get(child)?.class === whom.schoolClass);
  });
}

// What a slip is made by; the codes are made in the browser (web/keys/code.ts).
export interface SlipMaking {
  make(): Promise<{ code: string; key: string }>;
  carryOut: CarryOut;
}

// `issued` hears of each sheet; rejects where one is refused, and what was issued before stands.
export async function issueSlips({ make, carryOut }: SlipMaking, whom: readonly Account[], issued: (slips: Slip[]) => void): Promise<void> {
  for (let from = 0; from < whom.length; from += kSlipsOnSheet) {
    const slips: Slip[] = [];
    const codes: { person: number; key: string }[] = [];
    for (const { person, name, login } of whom.slice(from, from + kSlipsOnSheet)) {
      const { code, key } = await make();
      slips.push({ person, name: name ?? "", code, ...(login === undefined ? {} : { login }) });
      codes.push({ person, key });
    }
    await carryOut({ do: "issue_codes", codes, medium: "paper" });
    issued(slips);
  }
}
