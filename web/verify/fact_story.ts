// A fact told to people, in the program's own words.
import type { Event, Value, Values, Whole } from "../proofs/event";
import type { Language } from "../proofs/refusal";
import { schema, type Field } from "../proofs/schema";
import { shownName } from "./layout";
import type { Naming } from "./naming";
import { orderOf } from "./verdict";
import { dayText, momentText } from "./verdict_line";

export interface StorySources {
  language: Language;
  naming: Naming;
  timeZone: string;
}

export interface FactLine {
  field: string;
  label: string;
  value: string;
}

const spaced = (name: string): string => name.replaceAll("_", " ");

export const factTitle = (language: Language, name: string): string =>
  (language === "ru" ? schema.facts.find((fact) => fact.name === name)?.title : undefined) ?? spaced(name);

export const fieldLabel = (language: Language, name: string): string =>
  (language === "ru" ? schema.fields[name] : undefined) ?? (name === "school_class" ? "class" : spaced(name));

export function wordOf(language: Language, enumeration: string, ordinal: number): string {
  const { words, russian } = schema.enums[enumeration]!;
  // Marks stand as in the journal, in both languages.
  if (enumeration === "MarkValue") return `«${russian[ordinal]!}»`;
  return language === "ru" ? russian[ordinal]! : spaced(words[ordinal]!);
}

export const shortened = (digits: string): string =>
  digits.length <= 13 ? digits : `${digits.slice(0, 8)}…${digits.slice(-4)}`;

function tellNumber(number: number, of: string, { language, naming }: StorySources): string {
  if (of === "ClassNumber") return naming.classes.get(number) ?? `№ ${number}`;
  if (of === "SubjectNumber") return naming.subject(number) ?? `№ ${number}`;
  if (of === "LessonNumber") {
    const name = naming.lesson(number, language);
    return name === undefined ? `№ ${number}` : `№ ${number} (${name})`;
  }
  return `№ ${number}`;
}

function tellMoment(moment: Whole, { language, timeZone }: StorySources): string {
  const known = typeof moment === "number" && moment < 253_402_300_800_000;
  return known ? momentText(language, moment, timeZone) : String(moment);
}

function clock(minute: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function tellValue(value: Values, of: string, { language }: StorySources): string {
  if (of === "TimeSpan") return `${clock(value["start_minute"] as number)}–${clock(value["end_minute"] as number)}`;
  if (of === "Parameter") return `${value["key"] as string} = ${value["value"] as string}`;
  const { number, day } = orderOf(value);
  const when = dayText(language, day);
  return { ru: `№ ${number} от ${when}`, en: `No. ${number} of ${when}` }[language];
}

// What a field says, or nothing where it holds nothing.
function tellField(value: Value, field: Field, from: StorySources): string | undefined {
  if (value === null) return undefined;
  const { language } = from;
  if (field.list) return (value as Value[]).length > 0 ? String((value as Value[]).length) : undefined;
  switch (field.kind) {
    case "number": return tellNumber(value as number, field.of!, from);
    case "day": return dayText(language, value as number);
    case "instant": return tellMoment(value as Whole, from);
    case "position": return `№ ${value as Whole}`;
    case "text": return value === "" ? undefined : value as string;
    case "bool": return { ru: value ? "да" : "нет", en: value ? "yes" : "no" }[language];
    case "u16":
    case "u32": return value === 0 ? undefined : String(value);
    case "word": return wordOf(language, field.of!, value as number);
    case "digest": return shortened(value as string);
    case "commitment": {
      const digits = shortened(value as string);
      return { ru: `в закрытом хранилище (обязательство ${digits})`, en: `in the vault (commitment ${digits})` }[language];
    }
    case "value": return tellValue(value as Values, field.of!, from);
  }
}

export function tellLines({ fact, says }: Event, from: StorySources): FactLine[] {
  const lines: FactLine[] = [];
  for (const field of fact.fields) {
    const value = tellField(says[field.name]!, field, from);
    if (value === undefined) continue;
    lines.push({ field: field.name, label: fieldLabel(from.language, field.name), value: shownName(value) });
  }
  // The one field whose absence states something.
  if (fact.name === "workplace_taken" && says["point"] === null) {
    const value = { ru: "другое место", en: "elsewhere" }[from.language];
    lines.push({ field: "point", label: fieldLabel(from.language, "point"), value });
  }
  return lines;
}

const kSpeakForThemselves = ["type", "reason", "kind"];

// In one line: «урок …, ученик …, отметка 4».
export function tellBriefly(event: Event, from: StorySources): string {
  const lines = tellLines(event, from);
  const hasLesson = lines.some(({ field }) => field === "lesson");
  return lines
    // A lesson is told with its day; of the first mark of a cell the number says nothing.
    .filter(({ field, value }) => !(field === "day" && hasLesson) && !(field === "ordinal" && value === "1"))
    .map(({ field, label, value }) => (kSpeakForThemselves.includes(field) ? value : `${label} ${value}`))
    .join(", ");
}

export const tellPerson = (language: Language, number: number): string =>
  number === 0 ? { ru: "основатель", en: "founder" }[language] : `№ ${number}`;
