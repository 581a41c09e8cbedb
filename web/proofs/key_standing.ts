// Which keys may sign at a position: a fold over the key facts.
import { fromHex, toBase64, toHex } from "./bytes";
import { keyIdOf } from "./ed25519";
import type { Event } from "./event";
import { Refusal, refuse } from "./refusal";

export interface KeyRecord {
  number: number;
  publicKey: string;
  id: string;
  person: number;
  enrolled: number;
  ended?: number; // ended or compromised: signs nothing from that position on
}

const unknownKey = (): Refusal =>
  refuse("key.unknown", "подписано ключом, которого журнал событий не знает",
    "signed with a key that the log does not know");

export class KeyStandings {
  readonly records: KeyRecord[] = [];
  private readonly byId = new Map<string, KeyRecord>();

  // The key that may sign an event of the author that comes next.
  standing(key: string, author: number): KeyRecord | Refusal {
    const record = this.byId.get(key);
    if (!record) return unknownKey();
    if (record.person !== author) {
      return refuse("key.of_another", `автором назван № ${author}, а ключ принадлежит № ${record.person}`,
        `the author is said to be ${author}, but the key belongs to ${record.person}`);
    }
    if (record.ended !== undefined) {
      return refuse("key.ended", `ключ не действует с записи № ${record.ended}`,
        `the key ended at entry ${record.ended}`);
    }
    return record;
  }

  // Refuses a key fact that cannot be; other facts change nothing.
  apply({ fact, says }: Event, position: number): Refusal | undefined {
    switch (fact.name) {
      case "log_started":
        if (this.records.length > 0) {
          return refuse("key.enrolled_twice", "журнал событий начинается один раз: второго основателя не бывает",
            "a log starts once: there is no second founder");
        }
        return this.enroll(says["founder"] as string, 0, position);
      case "key_enrolled": return this.enroll(says["public_key"] as string, says["person"] as number, position);
      case "key_ended":
      case "key_compromised": return this.end(says["key"] as string, says["person"] as number, position);
      default: return undefined;
    }
  }

  private enroll(publicKey: string, person: number, position: number): Refusal | undefined {
    const id = keyIdOf(fromHex(publicKey)!);
    if (this.byId.has(id)) {
      return refuse("key.enrolled_twice", "этот ключ уже введён: каждому нужен свой, новый ключ",
        "this key is enrolled already: each needs a new one");
    }
    const record = { number: this.records.length, publicKey, id, person, enrolled: position };
    this.byId.set(id, record);
    this.records.push(record);
    return undefined;
  }

  private end(key: string, person: number, position: number): Refusal | undefined {
    const record = this.byId.get(key);
    if (record?.person !== person) return unknownKey();
    record.ended ??= position;
    return undefined;
  }
}

// data/keys/authors.csv as the log gives it.
export function printAuthors(keys: KeyStandings): string {
  let table = "number,person,key_id,public_key,enrolled,ended\n";
  for (const { number, person, id, publicKey, enrolled, ended } of keys.records) {
    table += `${number},${person},${id},${publicKey},${enrolled},${ended ?? ""}\n`;
  }
  return table;
}

// SubjectPublicKeyInfo of an Ed25519 key (RFC 8410).
export function printPem(publicKey: Uint8Array): string {
  const der = fromHex("302a300506032b6570032100" + toHex(publicKey))!;
  return `-----BEGIN PUBLIC KEY-----\n${toBase64(der)}\n-----END PUBLIC KEY-----\n`;
}
