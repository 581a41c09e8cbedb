// How one statement reaches the server by the key that the server holds; by the person's own: own_sending.ts.
import type { Statement } from "./statement";

export interface Outcome {
  first: number;
  count: number;
  declared: Record<string, number | number[]>;
  late?: { clause?: string; days: number }[];
}

// What came of one attempt.
export type Sent =
  | { sent: "stands"; outcome: Outcome }
  | { sent: "refused"; code: string; ru: string; en: string; clause?: string; allowed?: { ru: string; en: string } }
  | { sent: "signed"; signed: string }            // keep this, then send again
  | { sent: "later"; why: "net" | "busy"; wait_ms?: number }
  | { sent: "held"; code: string };               // until the person has signed in or unlocked

export type Send = (statement: Statement) => Promise<Sent>;

// One request of the client: it answers whatever the server says, and rejects where there is no answer.
export type Ask = (method: string, target: string, body: unknown) => Promise<{ status: number; body: unknown }>;

interface Problem {
  code: string;
  ru: string;
  en: string;
  clause?: string;
  allowed?: { ru: string; en: string };
  wait_ms?: number;
}

const kHeld = /^(session\.|signer\.needs_password)/;
const kBusy = new Set([408, 425, 429, 500, 502, 503, 504, 507]);

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && typeof (body as Problem).code === "string";

function judge(status: number, body: unknown): Sent {
  if (status === 200 || status === 201) return { sent: "stands", outcome: body as Outcome };
  if (kBusy.has(status) || !isProblem(body)) {
    const wait_ms = isProblem(body) ? body.wait_ms : undefined;
    return { sent: "later", why: "busy", ...(wait_ms === undefined ? {} : { wait_ms }) };
  }
  if (kHeld.test(body.code)) return { sent: "held", code: body.code };
  const { code, ru, en, clause, allowed } = body;
  return { sent: "refused", code, ru, en, ...(clause === undefined ? {} : { clause }), ...(allowed === undefined ? {} : { allowed }) };
}

export async function attempt(ask: Ask, target: string, body: unknown): Promise<Sent> {
  try {
    const answer = await ask("POST", target, body);
    return judge(answer.status, answer.body);
  } catch {
    return { sent: "later", why: "net" };
  }
}

// The same id with the same command is the same command: the server tells its first outcome again.
export const byServersKey = (ask: Ask): Send => ({ id, command }) => attempt(ask, "api/v1/commands", { command, id });
