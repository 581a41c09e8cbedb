// Signs what the server proposes by the person's own key, after a look at each fact.
import { fromBase64, toBase64, type Bytes } from "../proofs/bytes";
import { decodeEvent, type Event } from "../proofs/event";
import { Refusal } from "../proofs/refusal";
import { isoDay } from "../proofs/rendition";
import type { Hand, HandSays, Proposal } from "../stating/own_sending";
import type { Command, Statement } from "../stating/statement";
import { commitmentsOf, isForLog, isOfJournal, judge, placeOfLesson, type ProposedText } from "./agreement";
import type { EventSigner } from "./signer";
import { written } from "./writing";

// What is about to be signed, with the private texts that it stands for; whether the person agrees.
export type Review = (events: readonly Event[], texts: ReadonlyMap<string, string>) => Promise<boolean>;

export interface Whose {
  person: number;
  log: string;
}

const refused = (code: string, ru: string, en: string): HandSays => ({ refused: { code, ru, en } });

const differs = (): HandSays => refused("proposal.differs",
  "Сервер просит подписать не то, что введено. Ничего не подписано; сообщите администратору журнала.",
  "The server asks for a signature under something else than was entered. Nothing was signed; tell the journal's administrator.");

async function signedBy(signer: EventSigner, bytes: Bytes): Promise<{ bytes: string; key: string; signature: string }> {
  return { bytes: toBase64(bytes), key: signer.keyId, signature: toBase64(await signer.signEvent(bytes)) };
}

export class OwnHand implements Hand {
  private readonly ownLessons = new Map<string, number>();

  constructor(private readonly whose: Whose, private readonly signer: () => EventSigner | undefined, private readonly review: Review) {}

  async sign(command: Command, proposal: Proposal): Promise<HandSays> {
    const signer = this.signer();
    if (!signer) return { held: "signer.needs_password" };
    const texts = (proposal.texts ?? []) as ProposedText[];
    const bytes = proposal.events.map((one) => fromBase64(one.bytes));
    const events: Event[] = [];
    for (const one of bytes) {
      const event = one && decodeEvent(one);
      if (!event || event instanceof Refusal) return differs();
      events.push(event);
    }
    if (!isForLog(events, this.whose.log, this.whose.person)) return differs();
    const verdict = isOfJournal(command) ? judge(command, events, texts, this.ownLessons) : "unsure";
    if (verdict === "differs") return differs();
    if (verdict === "unsure" && !(await this.review(events, commitmentsOf(texts)))) {
      return refused("signing.declined", "Вы не подписали: ничего не записано.", "You did not sign: nothing was recorded.");
    }
    for (const { fact, says } of events) {
      if (fact.name !== "lesson_held") continue;
      this.ownLessons.set(placeOfLesson(isoDay(says["day"] as number), says["bell"] as number), says["lesson"] as number);
    }
    const signed = await Promise.all(bytes.map((one) => signedBy(signer, one!)));
    return { signed: { events: signed, ...(texts.length > 0 ? { texts: texts.map(({ about, salt, text }) => ({ about, salt, text })) } : {}),
      ...(proposal.logins === undefined ? {} : { logins: proposal.logins }) } };
  }

  // The same without the server, for what the page can write itself; `now` is the server's clock. Undefined:
  // it has to be proposed, or the key is not at hand.
  async write(statement: Statement, now: number): Promise<string | undefined> {
    const signer = this.signer();
    const event = signer && written(statement, this.whose, now);
    if (!signer || !event) return undefined;
    return JSON.stringify({ events: [await signedBy(signer, event.bytes)], ...(event.texts.length > 0 ? { texts: event.texts } : {}) });
  }
}
