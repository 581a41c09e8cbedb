// What is recorded, told as it comes: one stream of the server for all tabs of a browser. Six streams
// would use up all the connections that HTTP/1.1 allows a page.
//
// The tab that holds the lock has the stream and tells the others over a channel; when it is closed the
// lock goes to another, which goes on after the last change that it heard. A browser that lacks locks or
// channels has one stream a tab.
export interface Change {
  position: number;
  fact: string;
  author: number;
  recorded: string;
  class?: number;
  subject?: number;
  group?: number;
  lesson?: number;
  person?: number;
  day?: string;
}

export interface Source {
  readonly readyState: number; // 2: closed, and it will not open itself again
  addEventListener(kind: "entry" | "error", heard: (event: { data?: string }) => void): void;
  close(): void;
}

export interface ChangesWorld {
  name: string; // of lock and channel: one a school and a person
  open(from: number | undefined): Source;
  locks: Pick<LockManager, "request"> | undefined;
  channel: ((name: string) => BroadcastChannel) | undefined;
  after(wait_ms: number, act: () => void): void;
  lost(): void; // the server closed the stream: the session may be over
}

const kReopen_ms = 5_000;
const kClosed = 2;

export class Changes {
  private readonly listeners = new Set<(change: Change) => void>();
  private ending: (() => void) | undefined; // ends the listening that is under way
  private last: number | undefined; // the position heard last

  constructor(private readonly world: ChangesWorld) {}

  // Calls `heard` for each change that the reader may see, from now on; the answer ends that. The stream
  // is open as long as anybody listens.
  listen(heard: (change: Change) => void): () => void {
    const listener = (change: Change): void => heard(change);
    this.listeners.add(listener);
    this.ending ??= this.begin();
    return () => {
      if (this.listeners.delete(listener) && this.listeners.size === 0) this.end();
    };
  }

  // Nobody hears anything any more.
  end(): void {
    this.listeners.clear();
    this.ending?.();
    this.ending = undefined;
  }

  private begin(): () => void {
    const { locks, channel: open, name } = this.world;
    if (locks === undefined || open === undefined) return this.stream(undefined);
    const channel = open(name);
    channel.onmessage = ({ data }: MessageEvent<Change>) => this.hear(data);
    const waiting = new AbortController();
    let close = (): void => undefined;
    locks.request(name, { signal: waiting.signal }, () => new Promise<void>((resolve) => {
      const closing = this.stream(channel);
      close = () => {
        closing();
        resolve();
      };
    })).catch(() => undefined); // nobody waits any more
    return () => {
      waiting.abort();
      close();
      channel.close();
    };
  }

  private stream(channel: BroadcastChannel | undefined): () => void {
    let source: Source | undefined;
    let ended = false;
    const open = (): void => {
      if (ended) return;
      source = this.world.open(this.last === undefined ? undefined : this.last + 1);
      source.addEventListener("entry", ({ data }) => {
        const change = JSON.parse(data ?? "") as Change;
        channel?.postMessage(change);
        this.hear(change);
      });
      source.addEventListener("error", () => {
        if (ended || source?.readyState !== kClosed) return; // it tries again by itself
        this.world.after(kReopen_ms, open);
        this.world.lost();
      });
    };
    open();
    return () => {
      ended = true;
      source?.close();
    };
  }

  private hear(change: Change): void {
    if (this.last !== undefined && change.position <= this.last) return;
    this.last = change.position;
    for (const listener of [...this.listeners]) listener(change);
  }
}
