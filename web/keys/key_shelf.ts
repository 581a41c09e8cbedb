// What of a person's key lies in this browser while they are signed in: the seed as the server keeps it,
// wrapped; and, where the browser can, the key itself as an object that signs and cannot be read.
import type { KeptKey } from "./signer";

export interface ShelvedKey {
  person: number;
  wrapped: string;
  kept?: KeptKey;
}

export interface KeyShelf {
  put(key: ShelvedKey): Promise<void>;
  get(person: number): Promise<ShelvedKey | undefined>;
  remove(person: number): Promise<void>;
}

const kStore = "keys";

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// One database a school, as many schools may be served from one host.
export async function openKeyShelf(log: string): Promise<KeyShelf> {
  const opening = indexedDB.open(`letopis.keys.${log}`, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(kStore, { keyPath: "person" });
  const database = await answered(opening);
  const write = (act: (store: IDBObjectStore) => void): Promise<void> => new Promise((resolve, reject) => {
    const transaction = database.transaction(kStore, "readwrite", { durability: "strict" });
    act(transaction.objectStore(kStore));
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
  return {
    put: (key) => write((store) => store.put(key)),
    get: (person) => answered<ShelvedKey | undefined>(database.transaction(kStore).objectStore(kStore).get(person)),
    remove: (person) => write((store) => store.delete(person)),
  };
}
