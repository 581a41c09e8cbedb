// The key of whoever has signed in: opened by the password, kept for the session, gone with it.
import { Problem } from "../client/problem";
import type { Bytes } from "../proofs/bytes";
import type { KeyShelf } from "./key_shelf";
import { keepableKey, signerBySeed, signerOf, type EventSigner, type KeptKey } from "./signer";
import { unwrapSeed, wrapSeed } from "./wrapped_seed";

export class Keyring {
  private held: { person: number; signer: EventSigner } | undefined;

  // `keepable`: whether the browser has a key of its own that cannot be read; for tests of one that has none.
  constructor(private readonly shelf: KeyShelf,
    private readonly keepable: (seed: Bytes) => Promise<KeptKey | undefined> = keepableKey) {}

  // Undefined: the password has to be given again.
  signer(person: number): EventSigner | undefined {
    return this.held?.person === person ? this.held.signer : undefined;
  }

  // With what the server told at sign-in. Throws Problem key.not_opened: it is not what this password wrapped.
  async open(person: number, wrapped: string, wrapHalf: Bytes): Promise<void> {
    const seed = await opened(wrapped, wrapHalf);
    const kept = await this.keepable(seed);
    await this.shelf.put({ person, wrapped, ...(kept ? { kept } : {}) });
    this.held = { person, signer: kept ? signerOf(kept) : await signerBySeed(seed) };
    seed.fill(0);
  }

  // After a page was loaded anew: whether the key is there without the password.
  async restore(person: number): Promise<boolean> {
    if (this.signer(person)) return true;
    const kept = (await this.shelf.get(person))?.kept;
    if (kept) this.held = { person, signer: signerOf(kept) };
    return kept !== undefined;
  }

  // By the password, where a page was loaded anew and the browser could not keep the key.
  async reopen(person: number, wrapHalf: Bytes): Promise<void> {
    if (await this.restore(person)) return;
    const shelved = await this.shelf.get(person);
    if (shelved) await this.open(person, shelved.wrapped, wrapHalf);
  }

  // The seed under another half, for the server to keep; what lies here stays until the next sign-in.
  async rewrap(person: number, oldHalf: Bytes, newHalf: Bytes): Promise<{ publicKey: Bytes; wrapped: string }> {
    const seed = await opened((await this.shelf.get(person))?.wrapped ?? "", oldHalf);
    const { publicKey } = await signerBySeed(seed);
    const wrapped = await wrapSeed(seed, publicKey, newHalf);
    seed.fill(0);
    return { publicKey, wrapped };
  }

  async forget(person: number): Promise<void> {
    this.held = undefined;
    await this.shelf.remove(person);
  }
}

async function opened(wrapped: string, half: Bytes): Promise<Bytes> {
  const seed = await unwrapSeed(wrapped, half);
  if (seed) return seed;
  throw new Problem({
    status: 409, code: "key.not_opened",
    ru: "Ключ подписи не открывается этим паролем: сервер вернул не то, что здесь сохранили. Подписывать нечем; обратитесь к администратору журнала.",
    en: "The signing key is not opened by this password: the server returned something else than was kept. Nothing can be signed; ask the journal's administrator.",
  });
}
