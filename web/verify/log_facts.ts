// What a verifier needs to know of a log's facts, gathered while the entries go by.
import type { Event, Value, Values } from "../proofs/event";
import type { Field } from "../proofs/schema";

export interface SealedBefore {
  position: number;
  says: Values;
}

// Whom private texts of a fact are about: a letter's is about the person beside it, any other about
// the first person that the fact names, else about its author. One number for each text.
function promisedTexts({ fact, says, author }: Event): number[] {
  const letters: number[] = [];
  let about: number | undefined;
  let count = 0;
  const take = (field: Field, value: Value): void => {
    if (value === null) return;
    if (field.kind === "number" && field.of === "PersonNumber") about ??= value as number;
    if (field.kind === "commitment") ++count;
    if (field.list && field.of === "PrivateField") count += (value as Value[]).length;
    if (field.list && field.of === "Letter") {
      for (const letter of value as Values[]) letters.push(letter["person"] as number);
    }
  };
  for (const field of fact.fields) take(field, says[field.name]!);
  return [...letters, ...Array<number>(count).fill(about ?? author)];
}

export class LogFacts {
  readonly sealed: SealedBefore[] = [];
  readonly media = new Map<number, Values>();
  readonly erased = new Map<number, Values>();
  readonly certificates = new Set<string>(); // of all ever taken, whether ended later or not: SHA-256
  readonly destroyed = new Map<string, { volume: number; medium: number; act: Value }>();
  private readonly textsOf = new Map<number, number>();
  texts = 0;
  school: Values | undefined;
  log: string | undefined;
  start: Values | undefined;

  take(position: number, event: Event): void {
    this.log ??= event.log;
    for (const about of promisedTexts(event)) {
      ++this.texts;
      this.textsOf.set(about, (this.textsOf.get(about) ?? 0) + 1);
    }
    const { says } = event;
    switch (event.fact.name) {
      case "log_started": this.start = says; break;
      case "school_described": this.school = says; break;
      case "volume_sealed": this.sealed.push({ position, says }); break;
      case "medium_registered": this.media.set(says["medium"] as number, says); break;
      case "person_erased": this.erased.set(says["person"] as number, says); break;
      case "certificate_taken": this.certificates.add(says["sha256"] as string); break;
      case "volume_destroyed": this.takeDestroyed(says); break;
    }
  }

  private takeDestroyed(says: Values): void {
    const [volume, medium] = [says["volume"] as number, says["medium"] as number];
    this.destroyed.set(`${volume} ${medium}`, { volume, medium, act: says["act"]! });
  }

  get textsErased(): number {
    let count = 0;
    for (const person of this.erased.keys()) count += this.textsOf.get(person) ?? 0;
    return count;
  }
}
