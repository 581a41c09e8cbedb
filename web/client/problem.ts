// A refusal of the server, as RFC 9457 and docs/api.md tell it.
export interface ProblemDocument {
  status: number;
  code: string;
  ru: string;
  en: string;
  clause?: string;
  allowed?: { ru: string; en: string };
  wait_ms?: number;
}

export class Problem extends Error {
  constructor(readonly document: ProblemDocument) {
    super(`${document.code}: ${document.en}`);
  }
  get code(): string {
    return this.document.code;
  }
}

// What is no problem document (a proxy's page, half an answer) becomes one all the same.
export function problemOf(status: number, body: unknown): Problem {
  const told = (typeof body === "object" && body !== null ? body : {}) as Partial<ProblemDocument>;
  if (typeof told.code === "string" && typeof told.ru === "string" && typeof told.en === "string") {
    return new Problem({ ...(told as ProblemDocument), status });
  }
  return new Problem({
    status, code: "server.unreadable",
    ru: "Сервер ответил так, что это нельзя прочесть.", en: "The server's answer cannot be read.",
  });
}

// No answer came at all: the net, or the server, is away.
export class NoNet extends Error {}
