// Whether what the server proposes for signing is what was asked. Of what is typed into the journal each
// field that the command gives must stand in the fact; of all else the person sees the facts and says so.
import { equal, fromHex, joined, toBytes } from "../proofs/bytes";
import type { Event, Value, Values } from "../proofs/event";
import { isoDay } from "../proofs/rendition";
import { schema, type Field } from "../proofs/schema";
import { sha256 } from "../proofs/sha256";
import type { Command } from "../stating/statement";

export interface ProposedText {
  about: number;
  salt: string;
  text: string;
  commitment: string;
}

// Of each fact what the server fills in where the command is silent; all else has to be empty then.
const kFilled: Record<string, readonly string[]> = {
  mark_given: ["day", "ordinal", "work", "permission"], mark_corrected: ["day", "ordinal", "type", "permission"],
  mark_withdrawn: ["day", "ordinal", "permission"], absence_noted: ["day"], absence_withdrawn: ["day"],
  topic_set: ["day"], homework_set: ["day"], homework_none: ["day"],
  lesson_held: ["lesson", "kind", "substitution", "teacher"],
};

// The facts that a command of the journal becomes, in their order; the later ones only where it says so.
const kJournalFacts: Record<string, readonly string[]> = {
  mark_given: ["mark_given"], correct_mark: ["mark_corrected"], withdraw_mark: ["mark_withdrawn"],
  absence_noted: ["absence_noted"], absence_withdrawn: ["absence_withdrawn"],
  topic_set: ["topic_set"], homework_set: ["homework_set"], homework_none: ["homework_none"],
  record_lesson: ["lesson_held", "topic_set", "homework_set", "homework_none"],
};

export const isOfJournal = (command: Command): boolean => command.do in kJournalFacts;

// A private text stands for its commitment (docs/event-format.md).
export function isCommitted({ salt, text, commitment }: ProposedText): boolean {
  const [bytes, promised] = [fromHex(salt), fromHex(commitment)];
  return bytes !== undefined && promised !== undefined &&
    equal(sha256(joined(toBytes("letopis text v1\n"), bytes, toBytes(text))), promised);
}

function agrees(wished: unknown, said: Value, field: Field, texts: readonly ProposedText[]): boolean {
  switch (field.kind) {
    // A lesson may be called by its place, which is looked at apart; all else of the journal is a number.
    case "number": return field.name === "lesson" && typeof wished === "object" ? true : wished === said;
    case "day": return wished === (said === null ? null : isoDay(said as number));
    case "word": return wished === schema.enums[field.of!]!.words[said as number];
    case "commitment": return texts.some((one) => one.commitment === said && one.text === wished);
    case "u16": case "u32": case "bool": case "text": return wished === said;
    default: return false;
  }
}

// The lessons that this person signed here, by their day and bell: nobody holds two at once.
export type OwnLessons = ReadonlyMap<string, number>;
export const placeOfLesson = (day: string, bell: number): string => `${day} ${bell}`;

// A lesson recorded a moment ago is called by its class, subject, day and bell: its number is known only
// from what was signed then. Undefined: it cannot be known here.
function lessonAgrees(command: Command, says: Values, own: OwnLessons): boolean | undefined {
  const called = command["lesson"];
  if (typeof called !== "object" || called === null || says["lesson"] === undefined) return true;
  const { day, bell } = called as { day?: unknown; bell?: unknown };
  if (typeof day !== "string" || typeof bell !== "number") return false;
  if (says["day"] !== undefined && isoDay(says["day"] as number) !== day) return false;
  const number = own.get(placeOfLesson(day, bell));
  return number === undefined ? undefined : number === says["lesson"];
}

// Nothing was slipped in: no later fact that the command does not speak of, and no field but those filled.
function addsNothing(command: Command, events: readonly Event[], author: number): boolean {
  const wished: Record<string, boolean> = {
    topic_set: command["topic"] !== undefined, homework_set: command["homework"] !== undefined, homework_none: command["homework"] !== undefined,
  };
  return events.every(({ fact, says }, index) => (index === 0 || wished[fact.name] === true) && fact.fields.every(({ name }) => {
    const said = says[name];
    if (name === "teacher") return said === author;
    return name in command || kFilled[fact.name]!.includes(name) || isEmpty(said) || index > 0;
  }));
}

const isEmpty = (said: Value | undefined): boolean => said === null || said === undefined || said === "" || said === 0 || said === false;

export type Verdict = "asked" | "differs" | "unsure";

// "asked": each field that the command gives stands in one of the facts as it was given, and nothing is
// added. "unsure": so it is, but which lesson is meant only the person can say.
export function judge(command: Command, events: readonly Event[], texts: readonly ProposedText[], own: OwnLessons): Verdict {
  const names = kJournalFacts[command.do];
  if (!names || events.length === 0 || events[0]!.fact.name !== names[0]) return "differs";
  if (events.some(({ fact }, index) => !names.includes(fact.name) || events.findIndex((one) => one.fact.name === fact.name) !== index)) return "differs";
  if (!addsNothing(command, events, events[0]!.author) || !texts.every(isCommitted)) return "differs";
  const isGiven = Object.entries(command).every(([name, wished]) => {
    if (name === "do" || wished === undefined) return true;
    const holders = events.flatMap((event) => event.fact.fields.filter((field) => field.name === name)
      .map((field) => agrees(wished, event.says[name]!, field, texts)));
    return holders.length > 0 && holders.every(Boolean);
  });
  const lessons = events.map(({ says }) => lessonAgrees(command, says, own));
  if (!isGiven || lessons.includes(false)) return "differs";
  return lessons.includes(undefined) ? "unsure" : "asked";
}

export const commitmentsOf = (texts: readonly ProposedText[]): Map<string, string> =>
  new Map(texts.filter(isCommitted).map((one) => [one.commitment, one.text]));

export const isForLog = (events: readonly Event[], log: string, author: number): boolean =>
  events.every((event) => event.log === log && event.author === author);

