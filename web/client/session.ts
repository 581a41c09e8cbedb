// Who has signed in, and how one signs in and out.
import { Client } from "./ask";
import type { Schemas } from "./contract";
import { Problem } from "./problem";

export type Session = Schemas["Session"];

// Nobody: undefined. Rejects with NoNet.
export async function whoIsHere(client: Client, byPerson = true): Promise<Session | undefined> {
  const answer = await client.ask("GET", "api/v1/sessions/current", undefined, byPerson);
  if (answer.status !== 200) return undefined;
  return taken(client, answer.body as Session);
}

// Rejects with Problem: login.wrong, login.wait, login.second_factor, …
export async function signIn(client: Client, login: string, password: string, second?: string): Promise<Session> {
  const parameters = await client.get<Schemas["LoginParameters"]>(`api/v1/login-parameters?login=${encodeURIComponent(login)}`);
  if (parameters.custody === "browser") {
    throw new Problem({
      status: 401, code: "login.own_key",
      ru: "Ключ этой учётной записи хранит программа её владельца: войти по паролю со страницы нельзя. Проверьте, верно ли набрано имя.",
      en: "The key of this account is held by a program of its owner: a password typed here does not open it. See that the name is right.",
    });
  }
  return taken(client, await client.send<Session>("POST", "api/v1/sessions",
    { login, password, ...(second === undefined ? {} : { second }) }));
}

export async function unlock(client: Client, password: string): Promise<Session> {
  return taken(client, await client.send<Session>("POST", "api/v1/sessions/current/unlock", { password }));
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
