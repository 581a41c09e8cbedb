// Why something of the outside was not taken: a stable code and a sentence in both languages, as
// `letopis` itself gives them. A function that may refuse returns the value or a Refusal.

export interface Text {
  ru: string;
  en: string;
}

export type Language = keyof Text;

export class Refusal {
  constructor(
    readonly code: string,
    readonly says: Text,
  ) {}
}

export const refuse = (code: string, ru: string, en: string): Refusal => new Refusal(code, { ru, en });

// A mistake of this program, never of what it reads.
export function invariant(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`invariant broken: ${what}`);
}
