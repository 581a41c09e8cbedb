// Help: what each section is for, for everybody who has it and for each role, and by which parameters of the
// regulation its rules go. The clauses behind them the school's own regulation tells (view `regulation`).
export interface HelpText {
  about: string; // what is done here
  steps: readonly string[];
  keys?: readonly (readonly [keys: string, does: string])[];
}

// By the section's word.
export type HelpTexts = Readonly<Record<string, { everybody: HelpText; roles?: Readonly<Record<string, HelpText>> }>>;

// The Russian texts, which are the source, name the parameters: keys of the regulation, or beginnings of such
// keys that end with a dot.
export type HelpBook = Readonly<Record<string, HelpTexts[string] & { parameters: readonly string[] }>>;

// What everybody is told, then what each of a person's roles is.
export function helpOf(texts: HelpTexts, section: string, roles: readonly string[]): HelpText[] {
  const help = texts[section];
  if (help === undefined) return [];
  return [help.everybody, ...[...new Set(roles)].flatMap((role) => help.roles?.[role] ?? [])];
}

export function clausesOf<Parameter extends { key: string; clause: string }>(book: HelpBook, section: string,
  parameters: readonly Parameter[]): Parameter[] {
  const wanted = book[section]?.parameters ?? [];
  return parameters.filter(({ key, clause }) => clause !== "" && wanted.some((one) => one.endsWith(".") ? key.startsWith(one) : key === one));
}
