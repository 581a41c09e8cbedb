// What was stated and has not reached the log yet. It is written down before it is sent, sent in order,
// and forgotten when it stands; what the rules refuse stays until the person has seen it.
import type { Keeping } from "./keeping";
import type { Outcome, Send, Sent } from "./sending";
import { newId, type Statement } from "./statement";

export type OutboxState =
  | { state: "saved" }
  | { state: "saving"; count: number }
  | { state: "no_net"; count: number; signed: boolean } // signed: all of them
  | { state: "held"; count: number; code: string };

export type Wish = Pick<Statement, "about" | "label" | "command" | "shown" | "base">;

export interface OutboxWorld {
  keeping: Keeping;
  send: Send;
  // Signs what can be signed without the net; undefined: what is signed waits for the server.
  sign?(statement: Statement): Promise<string | undefined>;
  // Runs `act` while no other tab of this person sends; `lock` names what is locked.
  alone<Value>(lock: string, act: () => Promise<Value>): Promise<Value>;
  now(): number;
  after(wait_ms: number, act: () => void): void;
}

export interface OutboxListener {
  changed(): void;
  stands(statement: Statement, outcome: Outcome): void;
  refused(statement: Statement): void;
  // By another tab: what came of it, the views tell.
  settledElsewhere(statement: Statement): void;
}

const kMostKept = 5_000;
const kShortestWait_ms = 1_000;
const kLongestWait_ms = 30_000;

export class Outbox {
  private waiting: Statement[] = [];
  private refusals: Statement[] = [];
  private trouble: { why: "no_net" } | { why: "held"; code: string } | undefined;
  private running: Promise<void> | undefined;
  private adding: Promise<unknown> = Promise.resolve();
  private unkept = 0; // signed and written down just now
  private wait_ms = kShortestWait_ms;
  private last = 0;

  private constructor(private readonly person: number, private readonly world: OutboxWorld,
    private readonly listener: OutboxListener) {}

  // Finds what an earlier page left.
  static async open(person: number, world: OutboxWorld, listener: OutboxListener): Promise<Outbox> {
    const outbox = new Outbox(person, world, listener);
    await outbox.reread();
    return outbox;
  }

  get state(): OutboxState {
    const count = this.waiting.length + this.unkept;
    if (count === 0) return { state: "saved" };
    if (this.trouble?.why === "no_net") return { state: "no_net", count, signed: this.waiting.every(({ signed }) => signed !== undefined) };
    return this.trouble ? { state: "held", count, code: this.trouble.code } : { state: "saving", count };
  }

  // What waits, the oldest first.
  get kept(): readonly Statement[] {
    return this.waiting;
  }

  get refused(): readonly Statement[] {
    return this.refusals;
  }

  // Written down before this resolves. Throws where there are too many already: nothing is kept then.
  async add(wishes: readonly Wish[]): Promise<void> {
    if (this.waiting.length + this.unkept + wishes.length > kMostKept) throw new RangeError("the outbox is full");
    const made = wishes.map((wish): Statement => ({ ...wish, id: newId(), order: this.nextOrder(), person: this.person }));
    this.unkept += made.length;
    this.listener.changed();
    const turn = this.adding.then(() => this.keep(made)); // one after another: nothing overtakes what it follows
    this.adding = turn.catch(() => undefined);
    await turn;
    this.listener.changed();
    void this.flush();
  }

  private async keep(made: readonly Statement[]): Promise<void> {
    try {
      for (const one of made) {
        const signed = await this.world.sign?.(one).catch(() => undefined); // what fails is no reason to lose it: the server proposes
        if (signed !== undefined) Object.assign(one, { signed, written: true });
      }
      await this.world.keeping.put(made);
      this.waiting = [...this.waiting, ...made].sort((one, other) => one.order - other.order);
    } finally {
      this.unkept -= made.length;
    }
  }

  // The person has seen why it was refused.
  async dismiss(id: string): Promise<void> {
    this.refusals = this.refusals.filter((statement) => statement.id !== id);
    await this.world.keeping.remove(id);
    this.listener.changed();
  }

  // Sends what waits, until nothing does or it cannot go on. Also to be called when the net is back and
  // when the person has signed in again.
  flush(): Promise<void> {
    this.running ??= this.world.alone(`letopis.outbox.${this.person}`, () => this.sendAll())
      .finally(() => { this.running = undefined; });
    return this.running;
  }

  // Times order what several tabs state; never the same one twice in a tab.
  private nextOrder(): number {
    this.last = Math.max(this.last + 1, this.world.now() * 1_000);
    return this.last;
  }

  private async reread(): Promise<void> {
    const all = await this.world.keeping.all(this.person);
    this.waiting = all.filter(({ refused }) => !refused);
    this.refusals = all.filter(({ refused }) => refused);
  }

  private async sendAll(): Promise<void> {
    while (this.waiting[0] && (await this.settle(this.waiting[0]))) continue;
  }

  // Whether the next one may be sent.
  private async settle(waiting: Statement): Promise<boolean> {
    const statement = await this.world.keeping.get(waiting.id);
    if (!statement || statement.refused) return this.foundSettled(waiting, statement);
    const sent = await this.world.send(statement);
    switch (sent.sent) {
      case "signed": return this.sign(statement, sent.signed);
      case "stands": await this.done(statement, sent.outcome); return true;
      case "refused": await this.refuse(statement, sent); return true;
      case "held": this.hold({ why: "held", code: sent.code }); return false;
      case "later":
        this.hold(sent.why === "net" ? { why: "no_net" } : undefined);
        this.comeAgain(sent.wait_ms);
        return false;
    }
  }

  private async sign(statement: Statement, signed: string): Promise<boolean> {
    statement.signed = signed;
    delete statement.written;
    await this.world.keeping.put([statement]);
    return this.settle(statement);
  }

  // Another tab was there before.
  private foundSettled(waiting: Statement, refused: Statement | undefined): boolean {
    this.leave(waiting);
    if (refused) this.refusals.push(refused);
    this.listener.settledElsewhere(waiting);
    this.listener.changed();
    return true;
  }

  private hold(trouble: typeof this.trouble): void {
    this.trouble = trouble;
    this.listener.changed();
  }

  private comeAgain(wait_ms = this.wait_ms): void {
    this.wait_ms = Math.min(2 * this.wait_ms, kLongestWait_ms);
    this.world.after(Math.min(wait_ms, kLongestWait_ms), () => void this.flush());
  }

  private async done(statement: Statement, outcome: Outcome): Promise<void> {
    await this.world.keeping.remove(statement.id);
    this.leave(statement);
    this.listener.stands(statement, outcome);
    this.listener.changed();
  }

  private async refuse(statement: Statement, { code, ru, en, clause, allowed }: Sent & { sent: "refused" }): Promise<void> {
    statement.refused = { code, ru, en, ...(clause === undefined ? {} : { clause }), ...(allowed === undefined ? {} : { allowed }) };
    await this.world.keeping.put([statement]);
    this.leave(statement);
    this.refusals.push(statement);
    this.listener.refused(statement);
    this.listener.changed();
  }

  private leave(statement: Statement): void {
    this.trouble = undefined;
    this.wait_ms = kShortestWait_ms;
    this.waiting = this.waiting.filter(({ id }) => id !== statement.id);
  }
}
