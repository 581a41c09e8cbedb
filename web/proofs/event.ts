// Events out of their bytes: one canonical Cap'n Proto message of the schema. There is one encoding
// of an event, and any other bytes are refused.
import { toHex, toText, isPlain, type Bytes } from "./bytes";
import { Refusal, refuse } from "./refusal";
import { schema, type FactSchema, type Field, type Struct } from "./schema";
import { Message, Unreadable, type StructRef } from "./wire";

export const kMaxEventBytes = 65_000;
export const kMaxTextBytes = 4_000;
export const kMaxListItems = 4_096;
export const kMaxCommandEvents = 16_384;

// Whole numbers beyond 2^53 - 1 are kept exactly.
export type Whole = number | bigint;
export interface Values {
  [field: string]: Value;
}
export type Value = Whole | string | boolean | null | Values | Value[];

export interface Envelope {
  log: string; // hexadecimal, as all digests here
  stream: [kind: number, a: number, b: number, c: number];
  version: number;
  command: string; // 32 hexadecimal digits
  index: number;
  count: number;
  author: number;
  stated: Whole; // milliseconds
}

export interface Event extends Envelope {
  fact: FactSchema;
  says: Values;
}

export const kFactUnknown = "event.fact_unknown";

// Bytes among the root's data, and places among its pointers.
export const kLayout = {
  streamKind: 0, index: 2, streamA: 4, streamB: 8, streamC: 12, version: 16, count: 20, fact: 22, commandHigh: 24,
  commandLow: 32, author: 40, stated: 48, dataWords: 7, logId: 0, factPointer: 1, pointers: 2,
} as const;

// Thrown within a reading, and turned into a refusal at its end.
class Wrong extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

const notCanonical = (): Refusal =>
  refuse("event.not_canonical", "событие записано не в каноническом виде", "the event is not in canonical form");

export const wrongFact = (): Refusal =>
  refuse("event.fact", "в факте стоят значения, которых у него не бывает",
    "the fact holds values that it cannot have");

export const wrongSize = (bytes: number): Refusal =>
  refuse("event.size", `событие в ${bytes} байт: бывает целое число слов по 8 байт, не более ${kMaxEventBytes}`,
    `an event of ${bytes} bytes: whole words of 8 bytes, ${kMaxEventBytes} at most`);

export const wrongCommand = (index: number, count: number): Refusal =>
  refuse("event.command", `событие ${index} из ${count} в команде: такого быть не может`, `event ${index} of ${count} in a command cannot be`);

export const wrongLog = (): Refusal =>
  refuse("event.log_id", "номер журнала событий не из 32 байт", "the log id is not 32 bytes");

// The fields of one struct. What lies beyond its end is zero; what no field owns has to be.
class StructReader {
  constructor(
    readonly message: Message,
    readonly ref: StructRef,
  ) {}

  private readonly view = this.message.view;

  u16 = (at: number): number => (at + 2 > 8 * this.ref.dataWords ? 0 : this.view.getUint16(8 * this.ref.data + at, true));
  u32 = (at: number): number => (at + 4 > 8 * this.ref.dataWords ? 0 : this.view.getUint32(8 * this.ref.data + at, true));
  i32 = (at: number): number => this.u32(at) | 0;
  bit = (at: number): boolean =>
    at < 64 * this.ref.dataWords && ((this.message.bytes[8 * this.ref.data + (at >> 3)]! >> (at & 7)) & 1) === 1;

  u64(at: number): Whole {
    const high = this.u32(at + 4);
    return high < 0x20_0000 ? high * 0x1_0000_0000 + this.u32(at) : BigInt.asUintN(64, this.big(at));
  }
  i64(at: number): Whole {
    const high = this.i32(at + 4);
    return high >= 0 && high < 0x20_0000 ? this.u64(at) : BigInt.asIntN(64, this.big(at));
  }
  private big = (at: number): bigint => (BigInt(this.u32(at + 4)) << 32n) | BigInt(this.u32(at));

  // The word of a pointer, or undefined where it is null or beyond the struct's end.
  pointer(at: number): number | undefined {
    if (at >= this.ref.pointers) return undefined;
    const word = this.ref.data + this.ref.dataWords + at;
    return this.message.isNull(word) ? undefined : word;
  }
}

class FactReader {
  // What canonical form leaves room for: an empty text written as none, or bits of no field. It is
  // another encoding of the same fact, and said so only if nothing graver is wrong with it.
  spare = false;

  constructor(private readonly message: Message) {}

  struct(ref: StructRef, shape: Struct): Values {
    const from = new StructReader(this.message, ref);
    if (ref.dataWords > shape.data || ref.pointers > shape.pointers || hasSpareBits(from, shape)) this.spare = true;
    const says: Values = {};
    for (const field of shape.fields) says[field.name] = this.field(from, field);
    return says;
  }

  private field(from: StructReader, field: Field): Value {
    switch (field.kind) {
      case "number": return this.number(from.u32(field.at), field);
      case "day": return field.optional && from.i32(field.at) === 0 ? null : from.i32(field.at);
      case "instant": return from.i64(field.at);
      case "position": return from.u64(field.at);
      case "bool": return from.bit(field.at);
      case "u16": return from.u16(field.at);
      case "u32": return from.u32(field.at);
      case "word": return this.word(from.u16(field.at), field);
      case "text":
      case "commitment":
      case "digest":
      case "value": return this.pointed(from, field);
    }
  }

  private number(value: number, field: Field): Value {
    if (value !== 0) return value;
    if (!field.optional) throw new Wrong(wrongFact());
    return null;
  }

  private word(ordinal: number, field: Field): Value {
    if (ordinal >= schema.enums[field.of!]!.words.length) throw new Wrong(wrongFact());
    return ordinal;
  }

  private pointed(from: StructReader, field: Field): Value {
    const at = from.pointer(field.at);
    if (at === undefined && field.optional) return null;
    if (at === undefined && (field.list || field.kind === "text" || field.kind === "value")) this.spare = true;
    if (field.list) return at === undefined ? [] : this.list(at, field);
    if (field.kind === "text") return at === undefined ? "" : this.text(at);
    if (field.kind === "value") return this.value(at, field);
    if (at === undefined) throw new Wrong(wrongFact());
    return this.digest(at);
  }

  private value(at: number | undefined, field: Field): Value {
    const none = { data: 0, dataWords: 0, pointers: 0 };
    return this.struct(at === undefined ? none : this.message.struct(at), schema.values[field.of!]!);
  }

  private text(at: number): string {
    const bytes = this.message.data(at);
    if (bytes.length === 0 || bytes[bytes.length - 1] !== 0) throw new Unreadable("a text without its end");
    const text = bytes.length - 1 > kMaxTextBytes ? undefined : toText(bytes.subarray(0, -1));
    if (text === undefined || !isPlain(text)) throw new Wrong(wrongFact());
    return text;
  }

  private digest(at: number): string {
    const bytes = this.message.data(at);
    if (bytes.length !== 32) throw new Wrong(wrongFact());
    return toHex(bytes);
  }

  private list(at: number, field: Field): Value {
    const list = this.message.list(at);
    if (list.count > kMaxListItems) throw new Wrong(wrongFact());
    if (field.kind === "digest") {
      if (list.elementSize !== 6) throw new Unreadable("no list of pointers");
      return Array.from({ length: list.count }, (_, i) => this.digest(list.at + i));
    }
    const shape = schema.values[field.of!]!;
    const { element } = list;
    if (!element) throw new Wrong(notCanonical());
    const size = element.dataWords + element.pointers;
    return Array.from({ length: list.count },
      (_, i) => this.struct({ ...element, data: element.data + i * size }, shape));
  }
}

const kWidths: Partial<Record<Field["kind"], number>> =
  { number: 4, day: 4, instant: 8, position: 8, u16: 2, u32: 4, word: 2 };
const masks = new WeakMap<Struct, Uint8Array>();

// The bits that no field owns.
function spareMask(shape: Struct): Uint8Array {
  const known = masks.get(shape);
  if (known) return known;
  const mask = new Uint8Array(8 * shape.data).fill(0xff);
  for (const { kind, at, list } of shape.fields) {
    if (list) continue;
    if (kind === "bool") mask[at >> 3]! &= ~(1 << (at & 7));
    const width = kWidths[kind];
    if (width) mask.fill(0, at, at + width);
  }
  masks.set(shape, mask);
  return mask;
}

function hasSpareBits({ message, ref }: StructReader, shape: Struct): boolean {
  const mask = spareMask(shape);
  const bytes = message.bytes;
  const from = 8 * ref.data;
  for (let at = 0; at < 8 * Math.min(ref.dataWords, shape.data); ++at) {
    if ((bytes[from + at]! & mask[at]!) !== 0) return true;
  }
  return false;
}

const hex8 = (number: number): string => number.toString(16).padStart(8, "0");

function readEnvelope(root: StructReader): Envelope {
  const logAt = root.pointer(kLayout.logId);
  const log = logAt === undefined ? "" : toHex(root.message.data(logAt));
  if (log.length !== 64) {
    throw new Wrong(wrongLog());
  }
  const index = root.u16(kLayout.index);
  const count = root.u16(kLayout.count);
  if (index >= count || count > kMaxCommandEvents) {
    throw new Wrong(wrongCommand(index, count));
  }
  const half = (at: number): string => hex8(root.u32(at + 4)) + hex8(root.u32(at));
  return {
    log, index, count,
    stream: [root.u16(kLayout.streamKind), root.u32(kLayout.streamA), root.u32(kLayout.streamB),
      root.u32(kLayout.streamC)],
    version: root.u32(kLayout.version),
    command: half(kLayout.commandHigh) + half(kLayout.commandLow),
    author: root.u32(kLayout.author),
    stated: root.i64(kLayout.stated),
  };
}

// The one stream that a fact belongs to.
export function streamOf(fact: FactSchema, says: Values): Envelope["stream"] {
  const part = (i: number): number => (fact.of[i] === undefined ? 0 : (says[fact.of[i]!] as number));
  if (fact.of.length < 4) return [fact.stream, part(0), part(1), part(2)];
  return [fact.stream, part(0), part(1), (part(2) * 4 + part(3)) >>> 0]; // period marks
}

function readEvent(message: Message, root: StructReader): Event {
  const envelope = readEnvelope(root);
  const which = root.u16(kLayout.fact);
  const fact = schema.facts[which];
  if (!fact) {
    throw new Wrong(refuse(kFactUnknown, `неизвестный вид факта № ${which}: нужна более новая программа`,
      `unknown kind of fact ${which}: a newer program is needed`));
  }
  const reader = new FactReader(message);
  const at = root.pointer(kLayout.factPointer);
  const says = reader.struct(at === undefined ? { data: 0, dataWords: 0, pointers: 0 } : message.struct(at), fact);
  const stream = streamOf(fact, says);
  if (stream.some((part, i) => part !== envelope.stream[i])) {
    throw new Wrong(refuse("event.stream", "событие записано не в поток своего факта",
      "the event names another stream than its fact's"));
  }
  const { ref } = root;
  const spare = at === undefined || ref.dataWords > kLayout.dataWords || ref.pointers > kLayout.pointers ||
    root.u32(44) !== 0;
  if (reader.spare || spare) throw new Wrong(notCanonical());
  return { ...envelope, fact, says };
}

function withMessage<T>(bytes: Bytes, use: (message: Message, root: StructReader) => T): T | Refusal {
  if (bytes.length === 0 || bytes.length > kMaxEventBytes || bytes.length % 8 !== 0) {
    return wrongSize(bytes.length);
  }
  const message = new Message(bytes);
  try {
    if (!message.isCanonical()) return notCanonical();
    return use(message, new StructReader(message, message.struct(0)));
  } catch (fault) {
    if (fault instanceof Wrong) return fault.refusal;
    if (!(fault instanceof Unreadable)) throw fault;
    return refuse("event.unreadable", "байты не читаются как событие", "the bytes do not read as an event");
  }
}

export const decodeEvent = (bytes: Bytes): Event | Refusal => withMessage(bytes, readEvent);

// The envelope alone: holds for facts that this page does not know.
export const decodeEnvelope = (bytes: Bytes): Envelope | Refusal =>
  withMessage(bytes, (_, root) => readEnvelope(root));
