// What of a person's key lies in this browser while they are signed in: the seed as the server keeps it,
// wrapped; and, where the browser can, the key itself as an object that signs and cannot be read.
import { openStore } from "../client/browser_store";
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

export async function openKeyShelf(log: string): Promise<KeyShelf> {
  const { write, get } = await openStore<ShelvedKey>(`letopis.keys.${log}`, "keys", "person");
  return {
    put: (key) => write((store) => store.put(key)),
    get,
    remove: (person) => write((store) => store.delete(person)),
  };
}
