// What is kept of a statement on this computer: whose it is and its place in the order stand open, all else is sealed
// by AES-GCM under a key that the server gives to that person's sessions alone. Without WebCrypto, which plain http
// has not, nothing can be sealed, and it is kept as it is.
import type { Statement } from "./statement";

type Open = Pick<Statement, "id" | "person" | "order">;
export type Kept = Statement | (Open & { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer });

export interface Seal {
  close(statement: Statement): Promise<Kept>;
  open(kept: Kept): Promise<Statement>; // what no key here opens comes as refused: it is there, and is told
}

const kIvBytes = 12;
export const kUnreadable = "keeping.unreadable";

// The key of 32 bytes in base64; undefined: nothing is sealed.
export async function sealOf(base64: string | undefined): Promise<Seal | undefined> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle || base64 === undefined) return undefined;
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const key = await subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  // What is sealed is of that person and that place: moved to another's it does not open.
  const beside = ({ id, person, order }: Open): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify([id, person, order]));
  return {
    async close(statement) {
      const { id, person, order } = statement;
      const iv = crypto.getRandomValues(new Uint8Array(kIvBytes));
      const sealed = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: beside(statement) }, key, new TextEncoder().encode(JSON.stringify(statement)));
      return { id, person, order, iv, sealed };
    },
    async open(kept) {
      if (!("sealed" in kept)) return kept;
      try {
        const plain = await subtle.decrypt({ name: "AES-GCM", iv: kept.iv, additionalData: beside(kept) }, key, kept.sealed);
        return JSON.parse(new TextDecoder().decode(plain)) as Statement;
      } catch {
        return unreadable(kept);
      }
    },
  };
}

export function unreadable({ id, person, order }: Open): Statement {
  return { id, person, order, about: "", label: "", command: { do: "" }, refused: { code: kUnreadable,
    ru: "Запись на этом компьютере не прочесть: она запечатана другим ключом или испорчена. Внесите её заново.",
    en: "An entry on this computer cannot be read: it is sealed under another key, or damaged. Enter it again." } };
}
