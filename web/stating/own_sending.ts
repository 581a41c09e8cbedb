// How one statement reaches the server by the person's own key. Fetched only where somebody holds one.
import { attempt, type Ask, type Send } from "./sending";
import type { Command } from "./statement";

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
