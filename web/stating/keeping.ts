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

// One store of the browser's own database, which outlives the page: for keys, too. One database a school: several
// may be served from one host.
export interface BrowserStore<Value> {
  write(act: (store: IDBObjectStore) => void): Promise<void>; // all of it, on disk, or nothing
  get(key: IDBValidKey): Promise<Value | undefined>;
  all(): Promise<Value[]>;
}

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

export async function openStore<Value>(database: string, store: string, keyPath: string): Promise<BrowserStore<Value>> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store, { keyPath });
  const opened = await answered(opening);
  const read = (): IDBObjectStore => opened.transaction(store).objectStore(store);
  return {
    write(act) {
      const transaction = opened.transaction(store, "readwrite", { durability: "strict" });
      act(transaction.objectStore(store));
      return completed(transaction);
    },
    get: (key) => answered<Value | undefined>(read().get(key)),
    all: () => answered<Value[]>(read().getAll()),
  };
}

export async function openKeeping(school: string): Promise<Keeping> {
  const { write, get, all } = await openStore<Statement>(`letopis.stating.${school}`, "statements", "id");
  return {
    put: (statements) => write((store) => statements.forEach((statement) => store.put(statement))),
    get,
    remove: (id) => write((store) => store.delete(id)),
    all: async (person) => (await all()).filter((statement) => statement.person === person).sort((one, other) => one.order - other.order),
  };
}
