// Facts of the journal written where they are typed: the canonical event of a mark, an absence, a topic or
// homework, without the server. What the page cannot know (a lesson's number, a fact's version) it leaves to
// the server to propose.
import { fromHex, joined, toBytes, toHex, type Bytes } from "../proofs/bytes";
import type { Value, Values } from "../proofs/event";
import { encodeEvent } from "../proofs/event_writer";
import { Refusal } from "../proofs/refusal";
import { schema, type Field } from "../proofs/schema";
import { sha256 } from "../proofs/sha256";
import type { Base, Statement } from "../stating/statement";

export interface Written {
  bytes: Bytes;
  texts: { about: number; salt: string; text: string }[];
}

// The fact that each command is; all else is proposed.
const kFacts: Record<string, string> = {
  mark_given: "mark_given", correct_mark: "mark_corrected", withdraw_mark: "mark_withdrawn", absence_noted: "absence_noted",
  absence_withdrawn: "absence_withdrawn", topic_set: "topic_set", work_set: "work_set", homework_set: "homework_set", homework_none: "homework_none",
};
// What a word is where the command is silent (wishes/omitted.cc).
const kOmitted: Record<string, string> = { "mark_corrected.type": "correction", "absence_noted.kind": "absent", "absence_withdrawn.reason": "entered_in_error" };

const kSaltBytes = 32;
const kDay_ms = 86_400_000;
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / kDay_ms);

// Thrown within: the page cannot write it.
class Unwritten extends Error {}
const unwritten = (): never => {
  throw new Unwritten();
};

function said(field: Field, wished: unknown, about: number, texts: Written["texts"]): Value {
  switch (field.kind) {
    case "number":
    case "u16":
    case "u32": return typeof wished === "number" ? wished : unwritten();
    case "text": return typeof wished === "string" ? wished : unwritten();
    case "bool": return typeof wished === "boolean" ? wished : unwritten();
    case "day": return typeof wished === "string" ? dayNumber(wished) : unwritten();
    case "word": {
      const ordinal = schema.enums[field.of!]!.words.indexOf(String(wished));
      return ordinal < 0 ? unwritten() : ordinal;
    }
    case "commitment": return typeof wished === "string" ? committed(wished, about, texts) : unwritten();
    default: return unwritten();
  }
}

// The log holds only the commitment to a private text (docs/event-format.md).
function committed(text: string, about: number, texts: Written["texts"]): string {
  const salt = crypto.getRandomValues(new Uint8Array(kSaltBytes));
  texts.push({ about, salt: toHex(salt), text });
  return toHex(sha256(joined(toBytes("letopis text v1\n"), salt, toBytes(text))));
}

function silent(fact: string, field: Field, { day, permission }: Base): Value {
  if (field.name === "day") return dayNumber(day);
  if (field.name === "permission") return permission ?? null;
  if (field.optional) return null;
  const omitted = kOmitted[`${fact}.${field.name}`];
  if (omitted !== undefined) return said(field, omitted, 0, []);
  return field.kind === "u16" ? 0 : field.kind === "text" ? "" : unwritten();
}

// `now`: milliseconds of the server's clock.
export function written({ id, command, base }: Statement, whose: { person: number; log: string }, now: number): Written | undefined {
  const name = kFacts[command.do];
  const fact = schema.facts.find((one) => one.name === name);
  if (fact === undefined || base === undefined) return undefined;
  const texts: Written["texts"] = [];
  const about = typeof command["pupil"] === "number" ? command["pupil"] : whose.person;
  try {
    // Nothing that the command says may be lost.
    if (Object.keys(command).some((key) => key !== "do" && !fact.fields.some((field) => field.name === key))) return undefined;
    const says: Values = Object.fromEntries(fact.fields.map((field) =>
      [field.name, command[field.name] === undefined ? silent(fact.name, field, base) : said(field, command[field.name], about, texts)]));
    const stated = { log: whose.log, command: id, index: 0, count: 1, version: base.version + 1, author: whose.person, stated: now };
    const bytes = fromHex(id) === undefined ? undefined : encodeEvent(stated, fact, says);
    return bytes === undefined || bytes instanceof Refusal ? undefined : { bytes, texts };
  } catch (fault) {
    if (fault instanceof Unwritten) return undefined;
    throw fault;
  }
}
