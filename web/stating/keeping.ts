// Where statements wait: in the browser's own database, so that they outlive the page and the net.
import type { Statement } from "./statement";

export interface Keeping {
  // All of them, or none.
  put(statements: readonly Statement[]): Promise<void>;
  get(id: string): Promise<Statement | undefined>;
  remove(id: string): Promise<void>;
  // A person's statements, the oldest first.
  all(person: number): Promise<Statement[]>;
}

const kStore = "statements";

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

// One database a school: several may be served from one host, by the first part of the path.
export async function openKeeping(school: string): Promise<Keeping> {
  const opening = indexedDB.open(`letopis.stating.${school}`, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(kStore, { keyPath: "id" });
  const database = await answered(opening);
  const write = (act: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(kStore, "readwrite", { durability: "strict" });
    act(transaction.objectStore(kStore));
    return completed(transaction);
  };
  return {
    put: (statements) => write((store) => statements.forEach((statement) => store.put(statement))),
    get: (id) => answered<Statement | undefined>(database.transaction(kStore).objectStore(kStore).get(id)),
    remove: (id) => write((store) => store.delete(id)),
    async all(person) {
      const kept = await answered<Statement[]>(database.transaction(kStore).objectStore(kStore).getAll());
      return kept.filter((statement) => statement.person === person).sort((one, other) => one.order - other.order);
    },
  };
}
