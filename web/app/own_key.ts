// The key of whoever has signed in, for the application. Its code is fetched only where somebody holds one.
import type { Client } from "../client/ask";
import { NoNet } from "../client/problem";
import { prove, type Entered } from "../client/session";
import type { Keyring } from "../keys/keyring";
import type { OwnHand, Review } from "../keys/own_hand";
import type { byOwnKey } from "../stating/own_sending";
import type { Send } from "../stating/sending";
import type { Statement } from "../stating/statement";

interface Loaded {
  ring: Keyring;
  log: string;
  ahead_ms: number; // the server's clock before this one
  Hand: typeof OwnHand;
  sendBy: typeof byOwnKey;
}

export class OwnKey {
  private loading: Promise<Loaded> | undefined;
  private loaded: Loaded | undefined;
  private sending: { person: number; hand: OwnHand; send: Send } | undefined;

  constructor(private readonly client: Client, private readonly review: Review) {}

  // After a password was given. Rejects with Problem key.not_opened.
  async open({ session, wrapHalf }: Entered): Promise<void> {
    if (wrapHalf === undefined) return;
    const { ring } = await this.load();
    if (session.wrapped_seed !== undefined) await ring.open(session.person, session.wrapped_seed, wrapHalf);
    else await ring.reopen(session.person, wrapHalf);
  }

  // Whether the key is at hand without the password.
  async restore(person: number): Promise<boolean> {
    return (await this.load()).ring.restore(person);
  }

  async forget(person: number): Promise<void> {
    this.sending = undefined;
    await (await this.load()).ring.forget(person);
  }

  async send(person: number, statement: Parameters<Send>[0]): ReturnType<Send> {
    try {
      return await this.sender(person, await this.load()).send(statement);
    } catch (fault) {
      if (fault instanceof NoNet) return { sent: "later", why: "net" };
      throw fault;
    }
  }

  // What can be signed without the server, signed; undefined: it cannot. Never waits for the net.
  async write(person: number, statement: Statement): Promise<string | undefined> {
    if (this.loaded === undefined) return undefined;
    return this.sender(person, this.loaded).hand.write(statement, Date.now() + this.loaded.ahead_ms);
  }

  // The same key under another password. Rejects with Problem: login.wrong, password.…, key.not_opened.
  async changePassword(person: number, login: string, old: string, next: string): Promise<void> {
    const { ring } = await this.load();
    const { rewrapped } = await import("../keys/rewrapping").catch(() => { throw new NoNet(); });
    const proof = await prove(this.client, login, old);
    await this.client.send("PUT", "api/v1/password", { proof: proof.shown, key: await rewrapped(ring, person, proof.wrapHalf!, { login, password: next }) });
  }

  private sender(person: number, { ring, log, Hand, sendBy }: Loaded): { hand: OwnHand; send: Send } {
    if (this.sending?.person === person) return this.sending;
    const hand = new Hand({ person, log }, () => ring.signer(person), this.review);
    const send = sendBy((method, target, body) => this.client.ask(method, target, body), hand);
    this.sending = { person, hand, send };
    return this.sending;
  }

  private load(): Promise<Loaded> {
    this.loading ??= this.begin().catch((fault: unknown) => {
      this.loading = undefined; // the next one tries again
      throw fault;
    });
    return this.loading;
  }

  private async begin(): Promise<Loaded> {
    const school = await this.client.get<{ log: string; now: string }>("api/v1/school");
    const ahead_ms = Date.parse(school.now) - Date.now();
    const [{ Keyring: Ring }, { openKeyShelf }, { OwnHand: Hand }, { byOwnKey: sendBy }] = await Promise.all(
      [import("../keys/keyring"), import("../keys/key_shelf"), import("../keys/own_hand"), import("../stating/own_sending")])
      .catch(() => { throw new NoNet(); });
    this.loaded = { ring: new Ring(await openKeyShelf(school.log)), log: school.log, ahead_ms, Hand, sendBy };
    return this.loaded;
  }
}
