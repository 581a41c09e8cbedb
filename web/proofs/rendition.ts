// An entry as the line that a person can read: docs/archive-format.md, "Renditions".
import type { EntryParts } from "./entry";
import type { Event, Value, Values, Whole } from "./event";
import { schema, type Field } from "./schema";

const kMostMilliseconds = 253_402_300_800_000; // 10000-01-01: later moments stand as numbers
const kDayMs = 86_400_000;

// A day counted from 1970-01-01, in the proleptic Gregorian calendar.
export function isoDay(days: number): string {
  // 400 years have 146 097 days: shifted by whole ones, every day is one that Date can tell.
  const shift = Math.floor(days / 146_097);
  const date = new Date((days - shift * 146_097) * kDayMs);
  const year = date.getUTCFullYear() + 400 * shift;
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${two(date.getUTCMonth() + 1)}-` +
    two(date.getUTCDate());
}

function moment(milliseconds: Whole): string {
  if (typeof milliseconds === "bigint" || milliseconds < 0 || milliseconds >= kMostMilliseconds) {
    return String(milliseconds);
  }
  return `"${new Date(milliseconds).toISOString()}"`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}

function one(value: Value, field: Field): string {
  switch (field.kind) {
    case "day": return `"${isoDay(value as number)}"`;
    case "instant": return moment(value as Whole);
    case "text": return quoted(value as string);
    case "commitment":
    case "digest": return `"${value as string}"`;
    case "word": return quoted(schema.enums[field.of!]!.words[value as number]!);
    case "value": return object(value as Values, schema.values[field.of!]!.fields);
    default: return String(value);
  }
}

// What is absent is left out.
function object(says: Values, fields: readonly Field[]): string {
  const members: string[] = [];
  for (const field of fields) {
    const value = says[field.name]!;
    if (value === null) continue;
    const told = field.list ? `[${(value as Value[]).map((item) => one(item, field)).join(",")}]` : one(value, field);
    members.push(`"${field.name}":${told}`);
  }
  return `{${members.join(",")}}`;
}

export function printRendition(position: number, parts: EntryParts, event: Event): string {
  const [kind, a, b, c] = event.stream;
  return `{"position":${position},"recorded":${moment(parts.recorded)},"stated":${moment(event.stated)},` +
    `"author":${event.author},"key":"${parts.key}","stream":"${schema.streams[kind]}","of":[${a},${b},${c}],` +
    `"version":${event.version},"command":"${event.command}","index":${event.index},"count":${event.count},` +
    `"fact":"${event.fact.name}","says":${object(event.says, event.fact.fields)}}\n`;
}
