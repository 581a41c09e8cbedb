// When the server locks a session of staff that nobody uses: a quarter of an hour after the last request
// that a person caused (accounts/session.h). The page tells a minute before, and looks when it is time:
// another tab may have been at work.
export const kLock_ms = 15 * 60_000;
export const kTold_ms = 60_000; // before that

export interface IdleWorld {
  now(): number;
  after(wait_ms: number, act: () => void): () => void; // answers how to think better of it
  soon(is: boolean): void; // whether the minute before the lock runs
  look(): void; // it should be locked by now
}

export class Idle {
  private stop: (() => void) | undefined;
  private isSoon = false;
  private used = 0;

  constructor(private readonly world: IdleWorld) {}

  // A person did something that the server heard of.
  touched(): void {
    this.used = this.world.now();
    this.tell(false);
    if (this.stop === undefined) this.wait(kLock_ms - kTold_ms, () => this.near());
  }

  end(): void {
    this.stop?.();
    this.stop = undefined;
    this.tell(false);
  }

  private near(): void {
    const left = this.used + kLock_ms - this.world.now();
    if (left > kTold_ms) return this.wait(left - kTold_ms, () => this.near());
    this.tell(left > 0);
    if (left > 0) return this.wait(left, () => this.near());
    this.world.look();
    this.wait(kTold_ms, () => this.near());
  }

  private wait(wait_ms: number, act: () => void): void {
    this.stop = this.world.after(wait_ms, act);
  }

  private tell(soon: boolean): void {
    if (soon !== this.isSoon) this.world.soon(soon);
    this.isSoon = soon;
  }
}
