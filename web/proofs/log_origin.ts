// Under which names a log has stood: it is started by entry 0, and by it alone; a log that was
// restored goes on under a new name.
import { toHex } from "./bytes";
import type { Event } from "./event";
import type { MerkleFrontier } from "./merkle";
import { Refusal, refuse } from "./refusal";

const notTheStart = (): Refusal =>
  refuse("log.start", "журнал событий начинается записью № 0, и только ею",
    "a log is started by entry 0, and by it alone");

const wrongly = (ru: string, en: string): Refusal => refuse("log.continued_wrongly", ru, en);

export class LogOrigin {
  private readonly names: string[] = [];

  get started(): boolean {
    return this.names.length > 0;
  }
  get name(): string | undefined {
    return this.names[this.names.length - 1];
  }
  stoodUnder(name: string): boolean {
    return this.started && name !== this.name && this.names.includes(name);
  }

  // `before` is the tree without this event.
  next(event: Event, before: MerkleFrontier): Refusal | undefined {
    const starts = event.fact.name === "log_started";
    if ((!this.started && before.size === 0) !== starts) return notTheStart();
    if (starts) this.names.push(event.says["origin"] as string);
    if (event.fact.name !== "log_continued") return undefined;
    if (!this.started) return notTheStart();
    const refusal = this.checkContinued(event, before);
    if (!refusal) this.names.push(event.says["origin"] as string);
    return refusal;
  }

  private checkContinued({ index, says }: Event, before: MerkleFrontier): Refusal | undefined {
    const origin = says["origin"] as string;
    if (index !== 0) {
      return wrongly("журнал событий продолжают отдельной командой",
        "a log is continued by the first event of a command");
    }
    if (this.names.includes(origin)) {
      return wrongly(`журнал событий уже носит или носил имя ${origin}`,
        `the log has or had the name ${origin} already`);
    }
    // Two branches of one log may not go on under one name, so each says where it left the other.
    if (says["old_size"] !== before.size || says["old_root"] !== toHex(before.root())) {
      return wrongly("журнал событий продолжен не с того места, которое названо",
        "the log is not continued where the entry says it is");
    }
    return undefined;
  }
}
