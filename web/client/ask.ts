// One request to the school's server, below the address that the page was loaded from.
import { NoNet, problemOf } from "./problem";

const kPatience_ms = 30_000;
const kClosed = new Set(["session.none", "session.ended", "session.locked", "signer.needs_password"]);

// Asked before the program was there (web/app/public/early.js); taken by the first question and never by a later one.
const kEarly = "api/v1/sessions/current";
async function takeEarly(): Promise<Response | undefined> {
  const early = globalThis as { earlyAnswer?: Promise<Response | undefined> | null };
  const { earlyAnswer } = early;
  early.earlyAnswer = null;
  return await earlyAnswer ?? undefined;
}

export interface Answer {
  status: number;
  body: unknown;
}

export class Client {
  // Goes with everything that changes something; known once somebody has signed in.
  csrf = "";
  // Told when the session behind an answer has ended or is locked.
  closed: () => void = () => undefined;
  // Told when the server answered something that a person, not the page itself, asked for.
  answered: () => void = () => undefined;

  constructor(readonly base: string) {}

  // Answers whatever the server says; rejects with NoNet where there is no answer.
  async ask(method: string, target: string, body?: unknown, byPerson = true): Promise<Answer> {
    const headers: Record<string, string> = { accept: "application/json" };
    if (!byPerson) headers["x-background"] = "1"; // it keeps no session from locking
    if (body !== undefined) headers["content-type"] = "application/json";
    if (method !== "GET" && this.csrf !== "") headers["x-csrf-token"] = this.csrf;
    try {
      const answer = (method === "GET" && target === kEarly ? await takeEarly() : undefined) ?? await fetch(this.base + target, {
        method, headers, credentials: "same-origin", redirect: "error",
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(kPatience_ms),
      });
      if (byPerson) this.answered();
      if (answer.status === 204) return { status: 204, body: undefined };
      const isJson = /[/+]json/.test(answer.headers.get("content-type") ?? "");
      const told: Answer = { status: answer.status, body: isJson ? await answer.json() : undefined };
      if (told.status >= 400 && kClosed.has(problemOf(told.status, told.body).code)) this.closed();
      return told;
    } catch {
      throw new NoNet();
    }
  }

  // The body of a good answer; rejects with Problem for any other.
  async get<Body>(target: string): Promise<Body> {
    return this.good<Body>(await this.ask("GET", target));
  }
  async send<Body>(method: string, target: string, body?: unknown): Promise<Body> {
    return this.good<Body>(await this.ask(method, target, body));
  }

  // A file as it is; rejects as `get` does.
  async bytes(target: string): Promise<Uint8Array<ArrayBuffer>> {
    let answer: Response;
    try {
      answer = await fetch(this.base + target, {
        credentials: "same-origin", redirect: "error", cache: "no-store", signal: AbortSignal.timeout(kPatience_ms),
      });
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
    } catch {
      throw new NoNet();
    }
    throw problemOf(answer.status, await answer.json().catch(() => undefined));
  }

  private good<Body>(answer: Answer): Body {
    if (answer.status >= 200 && answer.status < 300) return answer.body as Body;
    throw problemOf(answer.status, answer.body);
  }
}

// Where the page lies, without its name and its fragment: "https://school.example/nn125/".
export function baseOf(location: { origin: string; pathname: string }): string {
  return location.origin + location.pathname.replace(/[^/]*$/, "");
}
