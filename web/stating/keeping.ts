// Where statements wait: in the browser's own database, so that they outlive the page and the net.
import { openStore } from "../client/browser_store";
import { unreadable, type Kept, type Seal } from "./sealing";
import type { Statement } from "./statement";

export interface Keeping {
  // All of them, or none.
  put(statements: readonly Statement[]): Promise<void>;
  get(id: string): Promise<Statement | undefined>;
  remove(id: string): Promise<void>;
  // A person's statements, the oldest first.
  all(person: number): Promise<Statement[]>;
}

const openStatements = (school: string) => openStore<Kept>(`letopis.stating.${school}`, "statements", "id");

// One database a school: several may be served from one host, by the first part of the path.
export async function openKeeping(school: string, seal: Seal | undefined): Promise<Keeping> {
  const { write, get, all } = await openStatements(school);
  const opened = (kept: Kept): Promise<Statement> => seal?.open(kept) ?? Promise.resolve("sealed" in kept ? unreadable(kept) : kept);
  return {
    put: async (statements) => {
      const kept = seal === undefined ? statements : await Promise.all(statements.map((one) => seal.close(one)));
      await write((store) => kept.forEach((one) => store.put(one)));
    },
    get: async (id) => {
      const kept = await get(id);
      return kept === undefined ? undefined : opened(kept);
    },
    remove: (id) => write((store) => store.delete(id)),
    all: async (person) => {
      const own = (await all()).filter((kept) => kept.person === person).sort((one, other) => one.order - other.order);
      return Promise.all(own.map(opened));
    },
  };
}

// For whoever leaves: how many of theirs there are, and that they go; what they say is not asked.
export async function keptOf(school: string, person: number): Promise<{ count: number; forget(): Promise<void> }> {
  const { write, all } = await openStatements(school);
  const own = (await all()).filter((kept) => kept.person === person);
  return { count: own.length, forget: () => write((store) => own.forEach(({ id }) => store.delete(id))) };
}
