// A command's form made from its schema: which fields there are, what they hold, and the command that
// comes of what was entered. The schema is the server's (GET /api/v1/commands), so a field it learns
// is a field people get.
import type { Command } from "../stating/statement";
import type { Language } from "../words/language";

export interface CommandSchema {
  do: string;
  ru: string;
  en: string;
  schema: Schema;
}

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: (string | number)[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  default?: unknown;
  maximum?: number;
  maxLength?: number;
  description?: string;
  "x-description-ru"?: string;
}

export type Kind =
  | "text" | "long_text" | "day" | "moment" | "number" | "hours" | "time" | "check" | "choice" | "thing" | "order"
  | "group" | "rows" | "things";

export interface Field {
  name: string;
  kind: Kind;
  required: boolean;
  says: Record<Language, string>;
  thing?: string;     // "class", "subject", … where the field is one
  options?: string[]; // of a choice
  fields?: Field[];   // of a group and of each row
  preset?: string;    // what the schema says stands there when nothing is said
}

// What people type: texts by field; a check is "yes" or ""; a group and rows hold the same again.
export interface Entered { [name: string]: string | Entered | Entered[] }

const kMostInOneLine = 4000;

export function fieldsOf({ schema }: CommandSchema): Field[] {
  return fieldsOfObject(schema);
}

function fieldsOfObject(schema: Schema): Field[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => name !== "do")
    .map(([name, part]) => fieldOf(name, part, required.has(name)));
}

function fieldOf(name: string, schema: Schema, required: boolean): Field {
  const says = { ru: short(schema["x-description-ru"] ?? name), en: short(schema.description ?? name) };
  const preset = schema.default === undefined ? {} : { preset: printed(schema.default, name) };
  const field = (kind: Kind, more: Partial<Field> = {}): Field => ({ name, kind, required, says, ...preset, ...more });
  if (schema.$ref !== undefined) return field("thing", { thing: schema.$ref.replace(/^.*\//, "") });
  if (schema.enum !== undefined) return field("choice", { options: wordsAlone(schema.enum) });
  if (schema.type === "boolean") return field("check");
  if (schema.type === "array") {
    const items = schema.items ?? {};
    if (items.$ref !== undefined) return field("things", { thing: items.$ref.replace(/^.*\//, "") });
    return field("rows", { fields: fieldsOfObject(items) });
  }
  if (schema.type === "object") {
    const fields = fieldsOfObject(schema);
    const isOrder = fields.map((one) => one.name).join() === "number,day";
    return field(isOrder ? "order" : "group", { fields });
  }
  if (schema.format === "date") return field("day");
  if (schema.format === "date-time") return field("moment");
  if (schema.type === "integer") return field(name === "weekly_hours" ? "hours" : name.endsWith("_minute") ? "time" : "number");
  return field((schema.maxLength ?? 0) > kMostInOneLine ? "long_text" : "text");
}

// «класс: номер или название («5А»)» says how a program may call it; people choose.
function short(says: string): string {
  const told = says.replace(/: (номер|number|имя|name|«|").*$/u, "");
  return told.charAt(0).toUpperCase() + told.slice(1);
}

// A mark may be told as 5 and as "five": one of both is enough.
function wordsAlone(values: (string | number)[]): string[] {
  return values.filter((one): one is string => typeof one === "string" && !/^\d+$/.test(one));
}

function printed(value: unknown, name: string): string {
  if (typeof value === "boolean") return value ? "yes" : "";
  if (typeof value === "number" && name === "weekly_hours") return String(value / 100);
  return String(value);
}

// Where what was entered is wrong, by the path of the field: "lines.2.subject".
export type Faults = Map<string, "missing" | "number" | "time">;

// The command, or what stands in its way. What was left empty is left out. A moment typed is one of the
// school's clock, whose offset is `zone`: "+03:00".
export function commandOf(name: string, fields: readonly Field[], typed: Entered, zone = "Z"): { command: Command } | { faults: Faults } {
  const entered = withZone(fields, typed, zone);
  const faults: Faults = new Map();
  const body = objectOf(fields, entered, "", faults);
  return faults.size > 0 ? { faults } : { command: { do: name, ...body } };
}

function objectOf(fields: readonly Field[], entered: Entered, path: string, faults: Faults): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueOf(field, entered[field.name], path + field.name, faults);
    if (value !== undefined) body[field.name] = value;
    else if (field.required && !faults.has(path + field.name)) faults.set(path + field.name, "missing");
  }
  return body;
}

function isEmpty(entered: Entered): boolean {
  return Object.values(entered).every((one) =>
    typeof one === "string" ? one.trim() === "" : Array.isArray(one) ? one.every(isEmpty) : isEmpty(one));
}

function valueOf(field: Field, entered: string | Entered | Entered[] | undefined, path: string, faults: Faults): unknown {
  if (field.kind === "rows" || field.kind === "things") {
    const rows = (Array.isArray(entered) ? entered : []).filter((row) => !isEmpty(row));
    if (rows.length === 0) return field.required ? [] : undefined;
    if (field.kind === "things") return rows.map((row) => thingOf(String(row["of"] ?? "")));
    return rows.map((row, index) => objectOf(field.fields!, row, `${path}.${index}.`, faults));
  }
  if (field.kind === "group" || field.kind === "order") {
    const inside = typeof entered === "object" && !Array.isArray(entered) ? entered : {};
    // An order without a number is none, whatever day stands there already.
    const isNone = isEmpty(inside) || (field.kind === "order" && String(inside["number"] ?? "").trim() === "");
    return isNone && !field.required ? undefined : objectOf(field.fields!, inside, `${path}.`, faults);
  }
  const text = typeof entered === "string" ? entered.trim() : "";
  if (field.kind === "check") return text === "" ? (field.required ? false : undefined) : true;
  return text === "" ? undefined : simpleOf(field, text, path, faults);
}

function simpleOf(field: Field, text: string, path: string, faults: Faults): unknown {
  switch (field.kind) {
    case "thing": return thingOf(text);
    case "number": return numberOf(text, 1, path, faults);
    case "hours": return numberOf(text, 100, path, faults);
    case "time": {
      const found = /^(\d{1,2})[:.](\d{2})$/.exec(text);
      if (found === null || +found[1]! > 23 || +found[2]! > 59) {
        faults.set(path, "time");
        return undefined;
      }
      return +found[1]! * 60 + +found[2]!;
    }
    default: return text;
  }
}

// A thing is chosen by its number; who types a name is understood, too.
const thingOf = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

function numberOf(text: string, times: number, path: string, faults: Faults): number | undefined {
  const number = Number(text.replace(",", "."));
  const told = Math.round(number * times);
  if (!Number.isFinite(number) || number < 0 || Math.abs(told - number * times) > 1e-6) {
    faults.set(path, "number");
    return undefined;
  }
  return told;
}

function withZone(fields: readonly Field[], entered: Entered, zone: string): Entered {
  const told = { ...entered };
  for (const { name, kind } of fields) {
    const text = told[name];
    if (kind === "moment" && typeof text === "string" && /T\d\d:\d\d$/.test(text)) told[name] = `${text}:00${zone}`;
  }
  return told;
}

// What stands in a form when it opens.
export function openingOf(fields: readonly Field[], preset: Entered = {}): Entered {
  const entered: Entered = {};
  for (const field of fields) {
    const given = preset[field.name];
    if (field.kind === "rows" || field.kind === "things") entered[field.name] = Array.isArray(given) ? given : [];
    else if (field.kind === "group" || field.kind === "order") {
      entered[field.name] = openingOf(field.fields!, typeof given === "object" && !Array.isArray(given) ? given : {});
    } else entered[field.name] = typeof given === "string" ? given : field.preset ?? "";
  }
  return entered;
}
