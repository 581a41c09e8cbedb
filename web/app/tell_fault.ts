// A fault in the words of its reader, with what would be allowed; what is neither a refusal nor a lost net is a defect and is thrown on.
import { NoNet, Problem } from "../client/problem";
import type { Language } from "../words/language";
import type { Words } from "../words/ru";

export function tellFault(fault: unknown, words: Words, language: Language): string {
  if (fault instanceof NoNet) return words.no_net;
  if (!(fault instanceof Problem)) throw fault;
  const { clause, allowed } = fault.document;
  return `${fault.document[language]}${clause === undefined ? "" : ` (${clause})`}${allowed === undefined ? "" : `; ${allowed[language]}`}`;
}
