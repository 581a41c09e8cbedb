// Who has signed in, and how one signs in and out.
import { fromHex, toHex, type Bytes } from "../proofs/bytes";
import { Client } from "./ask";
import type { Schemas } from "./contract";
import { isRemembered, remember } from "./own_key_memory";
import { NoNet, Problem, problemOf } from "./problem";

export type Session = Schemas["Session"];

// Nobody: undefined. Rejects with NoNet.
export async function whoIsHere(client: Client, byPerson = true): Promise<Session | undefined> {
  const answer = await client.ask("GET", "api/v1/sessions/current", undefined, byPerson);
  if (answer.status !== 200) return undefined;
  return taken(client, answer.body as Session);
}

// What a good password gives: the session and, where browsers hold the key, the half that opens it.
export interface Entered {
  session: Session;
  wrapHalf?: Bytes;
}

// Rejects with Problem: login.wrong, login.wait, login.second_factor, login.password_asked, …
export async function signIn(client: Client, login: string, password: string, second?: string): Promise<Entered> {
  const proof = await prove(client, login, password);
  const session = await client.send<Session>("POST", "api/v1/sessions",
    { login, ...proof.shown, ...(second === undefined ? {} : { second }) });
  return entered(client, session, proof);
}

export async function unlock(client: Client, login: string, password: string): Promise<Entered> {
  const proof = await prove(client, login, password);
  return entered(client, await client.send<Session>("POST", "api/v1/sessions/current/unlock", proof.shown), proof);
}

export interface Proved {
  shown: { password: string } | { half: string };
  wrapHalf?: Bytes;
}

// What shows that a person knows the password: for a key that browsers hold neither it nor the half that
// wraps the key ever leaves the page.
export async function prove(client: Client, login: string, password: string): Promise<Proved> {
  const { custody, salt, passes, memory_kib } =
    await client.get<Schemas["LoginParameters"]>(`api/v1/login-parameters?login=${encodeURIComponent(login)}`);
  if (custody === "server") {
    if (!isRemembered(client.base, login)) return { shown: { password } };
    throw new Problem({
      status: 409, code: "login.password_asked",
      ru: "В этом браузере вы входили своим ключом, а теперь сервер просит сам пароль. Он не отправлен. Если ключ заменили по вашей просьбе, уточните у администратора журнала и очистите данные этого сайта.",
      en: "In this browser you signed in by a key of your own, and now the server asks for the password itself. It was not sent. If the key was replaced at your wish, ask the journal's administrator and clear this site's data.",
    });
  }
  const { halvesOf } = await import("../keys/stretching").catch(() => { throw new NoNet(); });
  const bytes = fromHex(salt);
  if (bytes === undefined) throw problemOf(0, undefined);
  const halves = await halvesOf(password, bytes, { passes, memory_kib });
  return { shown: { half: toHex(halves.login) }, wrapHalf: halves.wrap };
}

function entered(client: Client, session: Session, { wrapHalf }: Proved): Entered {
  taken(client, session);
  if (wrapHalf === undefined) return { session };
  if (session.login !== undefined) remember(client.base, session.login);
  return { session, wrapHalf };
}

// Of staff: nothing is answered until the password is given again.
export async function lock(client: Client): Promise<void> {
  await client.send("POST", "api/v1/sessions/current/lock", {});
}

export async function signOutEverywhere(client: Client): Promise<void> {
  await client.send("DELETE", "api/v1/sessions");
  client.csrf = "";
}

export async function signOut(client: Client): Promise<void> {
  await client.send("DELETE", "api/v1/sessions/current");
  client.csrf = "";
}

function taken(client: Client, session: Session): Session {
  client.csrf = session.csrf;
  return session;
}
