// How one statement reaches the server: by the key that the server holds, or by the person's own.
import type { Command, Statement } from "./statement";

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

// What POST /propose answers.
export interface Proposal {
  events: { bytes: string }[]; // base64
  texts?: unknown[];
  logins?: unknown[]; // of those whom it registers
}

// Signs what stands in a proposal, after looking at each fact: the body for POST /events, a refusal of its
// own, or held until the key is open.
export type HandSays =
  | { signed: unknown }
  | { refused: { code: string; ru: string; en: string } }
  | { held: string };
export interface Hand {
  sign(command: Command, proposal: Proposal): Promise<HandSays>;
}

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

async function attempt(ask: Ask, target: string, body: unknown): Promise<Sent> {
  try {
    const answer = await ask("POST", target, body);
    return judge(answer.status, answer.body);
  } catch {
    return { sent: "later", why: "net" };
  }
}

// The same id with the same command is the same command: the server tells its first outcome again.
export const byServersKey = (ask: Ask): Send => ({ id, command }) => attempt(ask, "api/v1/commands", { command, id });

// Signed events stand once, however often they are sent; so they are kept before the first sending.
// Another's sooner change (stream.version) left nothing of ours behind: it is proposed anew. So is what was
// written here and refused: of what the server fills in the page may have known too little.
export const byOwnKey = (ask: Ask, hand: Hand): Send => async ({ id, command, signed, written }) => {
  if (signed !== undefined) {
    const sent = await attempt(ask, "api/v1/events", JSON.parse(signed));
    if (sent.sent !== "refused" || (sent.code !== "stream.version" && written !== true)) return sent;
  }
  const proposed = await attempt(ask, "api/v1/propose", { command, id });
  if (proposed.sent !== "stands") return proposed;
  const says = await hand.sign(command, proposed.outcome as unknown as Proposal);
  if ("signed" in says) return { sent: "signed", signed: JSON.stringify(says.signed) };
  return "held" in says ? { sent: "held", code: says.held } : { sent: "refused", ...says.refused };
};
