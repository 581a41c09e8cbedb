// A code from a slip becomes a key of one's own: made here, put in the code's place by the code itself,
// and left with the server only wrapped (docs/accounts.md).
import type { Client } from "../client/ask";
import type { Schemas } from "../client/contract";
import { Problem } from "../client/problem";
import { fromBase64, fromHex, joined, toBase64, toBytes, toHex, type Bytes } from "../proofs/bytes";
import { decodeEvent, type Event } from "../proofs/event";
import { invariant, Refusal } from "../proofs/refusal";
import { schema } from "../proofs/schema";
import { codeSeed, readCode } from "./code";
import { checkPassword } from "./password_rules";
import { signerBySeed, type EventSigner } from "./signer";
import { halvesOf, kCost, kSaltBytes } from "./stretching";
import { wrapSeed } from "./wrapped_seed";

export interface FoundCode {
  owner: Schemas["CodeOwner"];
  code: EventSigner;
  own: EventSigner;
  seed: Bytes;
}

function lookUpMessage(log: string): Bytes {
  const id = fromHex(log);
  invariant(id !== undefined, "a log's id is hexadecimal");
  return joined(toBytes("letopis activation v1\n"), id);
}

// Whose code it is, and what is to be signed. Throws Problem: code.unreadable, code.mistyped, code.unknown, ….
export async function lookUp(client: Client, log: string, typed: string): Promise<FoundCode> {
  const code = await signerBySeed(await codeSeed(readCode(typed), log));
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const own = await signerBySeed(seed);
  const owner = await client.send<Schemas["CodeOwner"]>("POST", "api/v1/activations/look-up", {
    key: toHex(code.publicKey), signature: toBase64(await code.sign(lookUpMessage(log))), public_key: toHex(own.publicKey),
  });
  return { owner, code, own, seed };
}

// The events are exactly: this key is taken in for this person, the code's key is ended.
function agree(found: FoundCode, events: readonly (Event | Refusal)[], log: string): boolean {
  const [taken, ended] = events;
  if (events.length !== 2 || !taken || !ended || taken instanceof Refusal || ended instanceof Refusal) return false;
  const { person } = found.owner;
  const browser = schema.enums["KeyHolder"]!.words.indexOf("browser");
  return taken.log === log && ended.log === log && taken.author === person && ended.author === person &&
    taken.fact.name === "key_enrolled" && taken.says["person"] === person && taken.says["holder"] === browser &&
    taken.says["public_key"] === toHex(found.own.publicKey) &&
    ended.fact.name === "key_ended" && ended.says["person"] === person && ended.says["key"] === found.code.keyId;
}

// The log-in to sign in by. Throws Problem: password.…, proposal.differs, and whatever the server refuses.
export async function activate(client: Client, log: string, found: FoundCode, wish: { login: string; password: string }): Promise<string> {
  const login = found.owner.login ?? wish.login;
  checkPassword(wish.password, login);
  const bytes = (found.owner.events ?? []).map((event) => fromBase64(event.bytes));
  if (!agree(found, bytes.map((one) => (one ? decodeEvent(one) : new Refusal("bytes", { ru: "", en: "" }))), log)) {
    throw new Problem({
      status: 409, code: "proposal.differs",
      ru: "Сервер просит подписать не то, о чём его спросили. Ничего не подписано; сообщите администратору журнала.",
      en: "The server asks for a signature under something else than was asked. Nothing was signed; tell the journal's administrator.",
    });
  }
  const salt = crypto.getRandomValues(new Uint8Array(kSaltBytes));
  const halves = await halvesOf(wish.password, salt, kCost);
  const events = await Promise.all(bytes.map(async (one) =>
    ({ bytes: toBase64(one!), key: found.code.keyId, signature: toBase64(await found.code.signEvent(one!)) })));
  const told = await client.send<Schemas["Activated"]>("POST", "api/v1/activations", {
    acknowledged: true, ...(found.owner.login === undefined ? { login } : {}),
    key: toHex(found.code.publicKey), signature: toBase64(await found.code.sign(lookUpMessage(log))),
    public_key: toHex(found.own.publicKey), salt: toHex(salt), passes: kCost.passes, memory_kib: kCost.memory_kib,
    half: toHex(halves.login), wrapped_seed: await wrapSeed(found.seed, found.own.publicKey, halves.wrap), events,
  });
  found.seed.fill(0);
  return told.login;
}
