// Asks who is here while the program is still on its way: one journey of the line less before the door, or the page.
// The program takes the answer (web/client/ask.ts); once it has asked itself, this one comes too late and is not asked.
if (globalThis.earlyAnswer === undefined) globalThis.earlyAnswer = fetch("api/v1/sessions/current", {
  headers: { accept: "application/json" }, credentials: "same-origin", redirect: "error", signal: AbortSignal.timeout(30_000),
}).catch(() => undefined);
