// What a regulation's parameters are called.
import names from "letopis-parameters";

import type { Language } from "./language";

export function parameterName(key: string, language: Language): string {
  return names[key]?.[language === "ru" ? 0 : 1] ?? key;
}
