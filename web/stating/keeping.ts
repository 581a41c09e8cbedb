// Where statements wait: in the browser's own database, so that they outlive the page and the net.
import { openStore } from "../client/browser_store";
import type { Statement } from "./statement";

export interface Keeping {
  // All of them, or none.
  put(statements: readonly Statement[]): Promise<void>;
  get(id: string): Promise<Statement | undefined>;
  remove(id: string): Promise<void>;
  // A person's statements, the oldest first.
  all(person: number): Promise<Statement[]>;
}

// One database a school: several may be served from one host, by the first part of the path.
export async function openKeeping(school: string): Promise<Keeping> {
  const { write, get, all } = await openStore<Statement>(`letopis.stating.${school}`, "statements", "id");
  return {
    put: (statements) => write((store) => statements.forEach((statement) => store.put(statement))),
    get,
    remove: (id) => write((store) => store.delete(id)),
    all: async (person) => (await all()).filter((statement) => statement.person === person).sort((one, other) => one.order - other.order),
  };
}
