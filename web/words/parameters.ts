// What a regulation's parameters and their values are called.
import table from "letopis-parameters";

import type { Language } from "./language";
import { valueName } from "./values";

export function parameterName(key: string, language: Language): string {
  return table[key]?.[language === "ru" ? 0 : 1] ?? key;
}

export function parameterValue(key: string, value: string, language: Language): string {
  return valueName(value, table[key]?.[2] ?? {}, language);
}
