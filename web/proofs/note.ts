// Signed notes (C2SP signed-note): a text, an empty line, and the lines of those who signed it.
import { fromBase64, joined, toBytes, toHex, toText, type Bytes } from "./bytes";
import { admitKey, verify, type CheckedKey } from "./ed25519";
import { Refusal, refuse } from "./refusal";
import { isKeyName, kCosignature, kEd25519, type VerifierKey } from "./verifier_key";

export const kMaxNoteBytes = 1_048_576;
const kMaxSignatures = 200;
const kMaxTime = 0x7fff_ffff_ffff_ffffn;

export interface NoteSignature {
  name: string;
  id: string;
  signature: Bytes; // what follows the key's id
}

export interface Note {
  text: string;
  signatures: NoteSignature[];
}

// Whom a signature that verified belongs to, and when, if it says so: seconds since 1970.
export interface VerifiedSignature {
  key: VerifierKey;
  time?: bigint;
}

export interface NoteVerifier {
  key: VerifierKey;
  checked: CheckedKey;
}

const tooLong = (): Refusal =>
  refuse("note.too_long", "Подписанная заметка слишком длинна или в ней слишком много подписей.",
    "The signed note is too long or has too many signatures.");

const noSignature = (): Refusal =>
  refuse("note.no_signature", "Это не подписанная заметка: после пустой строки нет подписей.",
    "This is no signed note: no signatures follow an empty line.");

const badSignature = (name: string): Refusal =>
  refuse("note.bad_signature", `Подпись ключа «${name}» не сходится: заметка изменена или подделана.`,
    `The signature of key “${name}” does not verify: the note is altered or forged.`);

function parseLine(line: string): NoteSignature | Refusal {
  const parts = /^— ([^ ]+) ([^ ]+)$/.exec(line);
  const bytes = parts ? fromBase64(parts[2]!) : undefined;
  if (!parts || !isKeyName(parts[1]!) || !bytes || bytes.length <= 4) {
    return refuse("note.malformed_signature", "Строка подписи записана неверно.", "A signature line is malformed.");
  }
  return { name: parts[1]!, id: toHex(bytes.subarray(0, 4)), signature: bytes.slice(4) };
}

export function parseNote(bytes: Uint8Array): Note | Refusal {
  if (bytes.length > kMaxNoteBytes) return tooLong();
  const whole = toText(bytes);
  if (whole === undefined || /[\u0000-\u0009\u000b-\u001f]/.test(whole)) {
    return refuse("note.characters", "В заметке есть недопустимые знаки или это не UTF-8.",
      "The note has forbidden characters or is not UTF-8.");
  }
  const border = whole.lastIndexOf("\n\n");
  if (border < 0 || !whole.endsWith("\n")) return noSignature();
  const note: Note = { text: whole.slice(0, border + 1), signatures: [] };
  const rest = whole.slice(border + 2);
  for (const line of rest === "" ? [] : rest.slice(0, -1).split("\n")) {
    if (note.signatures.length === kMaxSignatures) return tooLong();
    const signature = parseLine(line);
    if (signature instanceof Refusal) return signature;
    note.signatures.push(signature);
  }
  return note.signatures.length === 0 ? noSignature() : note;
}

// Refuses a key that is no point, and a type that cannot be checked here.
export function admitVerifier(key: VerifierKey): NoteVerifier | Refusal {
  if (key.type !== kEd25519 && key.type !== kCosignature) {
    return refuse("verifier_key.not_supported", "Подписи такого вида здесь проверить нельзя.",
      "Signatures of this type can't be checked here.");
  }
  const checked = admitKey(key.key);
  return checked instanceof Refusal ? checked : { key, checked };
}

async function verifyLine(text: string, line: NoteSignature, by: NoteVerifier): Promise<VerifiedSignature | Refusal> {
  const { key, checked } = by;
  if (key.type === kEd25519) {
    const valid = await verify(checked, toBytes(text), line.signature);
    return valid ? { key } : badSignature(key.name);
  }
  if (line.signature.length !== 72) return badSignature(key.name);
  const time = BigInt("0x" + toHex(line.signature.subarray(0, 8)));
  const message = joined(toBytes(`cosignature/v1\ntime ${time}\n`), toBytes(text));
  const valid = time <= kMaxTime && (await verify(checked, message, line.signature.slice(8)));
  return valid ? { key, time } : badSignature(key.name);
}

export interface OpenedNote {
  note: Note;
  verified: VerifiedSignature[]; // in the order of the lines, never empty
}

// Refuses, besides what parseNote refuses, a line of a trusted key that does not verify, and a note
// without any line of a trusted key. Lines of unknown keys are ignored.
export async function openNote(bytes: Uint8Array, trusted: readonly NoteVerifier[]): Promise<OpenedNote | Refusal> {
  const note = parseNote(bytes);
  if (note instanceof Refusal) return note;
  const verified: VerifiedSignature[] = [];
  for (const line of note.signatures) {
    const by = trusted.find(({ key }) => key.id === line.id && key.name === line.name);
    if (!by) continue;
    const one = await verifyLine(note.text, line, by);
    if (one instanceof Refusal) return one;
    verified.push(one);
  }
  if (verified.length === 0) {
    return refuse("note.not_trusted", "Заметку не подписал ни один из известных ключей.",
      "No known key has signed the note.");
  }
  return { note, verified };
}
