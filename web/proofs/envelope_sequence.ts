// What must hold between entries, whatever their facts say: one log id, recorded times that never go
// back, stated moments not ahead of them, commands whole and contiguous.
import type { Envelope } from "./event";
import { Refusal, refuse } from "./refusal";

const kStatedAheadMs = 5 * 60 * 1000;

function torn(open: Envelope, event: Envelope): Refusal {
  return refuse("entry.command_torn",
    `команда записана не целиком: после события ${open.index + 1} из ${open.count} стоит событие ` +
      `${event.index + 1} из ${event.count}`,
    `a command is torn: event ${open.index + 1} of ${open.count} is followed by event ${event.index + 1} of ` +
      `${event.count}`);
}

interface Last {
  event: Envelope;
  key: string;
  recorded: number;
}

export class EnvelopeSequence {
  private last: Last | undefined;

  // Goes on from that event, whatever stood before it.
  restart(event: Envelope, key: string, recorded: number): void {
    this.last = { event, key, recorded };
  }

  get whole(): boolean {
    return !this.last || this.last.event.index + 1 === this.last.event.count;
  }

  next(event: Envelope, key: string, recorded: number): Refusal | undefined {
    const { last } = this;
    if (last && event.log !== last.event.log) {
      return refuse("entry.log_id", "запись подписана для другого журнала событий",
        "the entry was signed for another log");
    }
    if (last && recorded < last.recorded) {
      return refuse("entry.time_back", "время записи раньше, чем у предыдущей",
        "recorded before the entry before it");
    }
    if (event.stated > recorded + kStatedAheadMs) {
      return refuse("entry.stated_ahead", "часы автора ушли вперёд больше чем на 5 минут",
        "the author's clock is more than 5 minutes ahead");
    }
    const refusal = this.checkCommand(event, key);
    if (!refusal) this.restart(event, key, recorded);
    return refusal;
  }

  private checkCommand(event: Envelope, key: string): Refusal | undefined {
    const open = this.last?.event;
    if (this.whole || !open) return event.index === 0 ? undefined : torn(open ?? event, event);
    const goesOn = event.index === open.index + 1 && event.count === open.count &&
      event.command === open.command && event.author === open.author && key === this.last!.key;
    return goesOn ? undefined : torn(open, event);
  }
}
