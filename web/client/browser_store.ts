// One store of the browser's own database, which outlives the page.
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
