// Whose keys this browser has opened. For them the page never sends a password, even to a server that
// asks for it: by a digest, so that nobody reads here who uses this computer.
import { toBytes, toHex } from "../proofs/bytes";
import { sha256 } from "../proofs/sha256";

const kKept = "letopis.own_keys";
const kMost = 200;
const kDigits = 16;

const nameOf = (base: string, login: string): string =>
  toHex(sha256(toBytes(`letopis own key\n${base}\n${login.toLowerCase()}`))).slice(0, kDigits);

const all = (storage: Storage): string[] => (storage.getItem(kKept) ?? "").split(" ").filter((one) => one !== "");

export function isRemembered(base: string, login: string, storage: Storage = localStorage): boolean {
  return all(storage).includes(nameOf(base, login));
}

export function remember(base: string, login: string, storage: Storage = localStorage): void {
  const name = nameOf(base, login);
  storage.setItem(kKept, [name, ...all(storage).filter((one) => one !== name)].slice(0, kMost).join(" "));
}
