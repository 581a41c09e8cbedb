// One command, carried out while its author waits: for all that is not typed into the journal's grid.
import { NoNet, Problem } from "../client/problem";
import type { Outcome, Send } from "./sending";
import { newId, type Command, type Statement } from "./statement";

// Resolves when it stands. Rejects with Problem where the rules or the session refuse, and with NoNet
// where no answer came: then the same command, carried out again, is still the same one.
export type CarryOut = (command: Command) => Promise<Outcome>;

const kMostAttempts = 4;
const kBetweenAttempts_ms = 700;

// `wait` is a pause between attempts; the id is one for all of them.
export function carryOutBy(send: Send, wait: (ms: number) => Promise<void>): CarryOut {
  let unanswered: { told: string; statement: Statement } | undefined;
  return async (command) => {
    const told = JSON.stringify(command);
    const statement: Statement = unanswered?.told === told ? unanswered.statement
      : { id: newId(), order: 0, person: 0, about: "", label: "", command };
    unanswered = { told, statement }; // with what was signed: the same signed events stand once
    for (let attempt = 1; ; ++attempt) {
      const sent = await send(statement);
      switch (sent.sent) {
        case "signed": statement.signed = sent.signed; break;
        case "later":
          if (attempt >= kMostAttempts) throw new NoNet();
          await wait(sent.wait_ms ?? kBetweenAttempts_ms);
          break;
        case "stands": unanswered = undefined; return sent.outcome;
        case "held": unanswered = undefined; throw heldBack(sent.code);
        case "refused": {
          unanswered = undefined;
          const { sent: _, ...said } = sent;
          throw new Problem({ status: 409, ...said });
        }
      }
    }
  };
}

function heldBack(code: string): Problem {
  return new Problem({
    status: 401, code,
    ru: "Вход закончился или заперт: войдите снова и повторите.", en: "The session has ended or is locked: sign in and repeat.",
  });
}
