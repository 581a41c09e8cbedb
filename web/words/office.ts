// The words of the office's pages in the reader's language.
import { en_office } from "./en_office";
import type { Language } from "./language";
import { ru_office, type OfficeWords } from "./ru_office";

export const kOfficeWords: Record<Language, OfficeWords> = { ru: ru_office, en: en_office };
