// One's own credentials: sessions, password, second factor, doors for programs. Each call rejects with
// Problem or NoNet.
import type { Client } from "./ask";
import type { Schemas } from "./contract";

export type OwnSession = Schemas["SessionList"]["sessions"][number];
export type Grant = Schemas["Grant"];
export type Topic = Schemas["NoticeTopics"][number];

// What shows that a person knows the password: the password itself where the server holds the key, the
// browser's half of it otherwise.
export type Proof = { password: string } | { half: string };

export async function listSessions(client: Client): Promise<OwnSession[]> {
  return (await client.get<Schemas["SessionList"]>("api/v1/sessions")).sessions;
}
export async function endSession(client: Client, id: string): Promise<void> {
  await client.send("DELETE", `api/v1/sessions/${id}`);
}

// The same key under another password; all other sessions end.
export async function changePassword(client: Client, proof: Proof, password: string): Promise<void> {
  await client.send("PUT", "api/v1/password", { proof, password });
}

export async function beginSecondFactor(client: Client): Promise<Schemas["OfferedSecond"]> {
  return await client.send("POST", "api/v1/second-factor", {});
}
// Answers the codes for paper, which are shown once.
export async function confirmSecondFactor(client: Client, proof: Proof, secret: string, digits: string): Promise<string[]> {
  return (await client.send<Schemas["RecoveryCodes"]>("PUT", "api/v1/second-factor", { ...proof, secret, digits })).recovery_codes;
}
export async function dropSecondFactor(client: Client, proof: Proof, digits: string): Promise<void> {
  await client.send("DELETE", "api/v1/second-factor", { ...proof, digits });
}

export async function listGrants(client: Client): Promise<Grant[]> {
  return (await client.get<Schemas["GrantList"]>("api/v1/application-passwords")).application_passwords;
}
export async function makeGrant(client: Client, scope: Grant["scope"], label: string): Promise<Schemas["MadeGrant"]> {
  return await client.send("POST", "api/v1/application-passwords", { scope, label });
}
export async function dropGrant(client: Client, number: number): Promise<void> {
  await client.send("DELETE", `api/v1/application-passwords/${number}`);
}

export async function showNotices(client: Client): Promise<Schemas["Notices"]> {
  return await client.get("api/v1/notices");
}
export async function chooseNotices(client: Client, topics: readonly Topic[]): Promise<Schemas["Notices"]> {
  return await client.send("PUT", "api/v1/notices", { topics });
}

// "K7QD…" in groups of four, so that it can be typed into a telephone by hand.
export function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}

// "Mozilla/5.0 (X11; Linux x86_64) … Chrome/156" → "Chrome, Linux": enough to know one's own by.
export function deviceName(agent: string): string {
  const browser = (/(Firefox|YaBrowser|Edg|OPR|Chrome|Safari)\/[\d.]+/.exec(agent.replace(/Chrome(?=.*(YaBrowser|Edg|OPR)\/)/, "")) ?? [])[1];
  const system = (/(Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux)/.exec(agent) ?? [])[1];
  const named = { Edg: "Edge", OPR: "Opera", YaBrowser: "Яндекс Браузер", "Mac OS X": "macOS" } as Record<string, string>;
  const parts = [browser, system].filter((one) => one !== undefined).map((one) => named[one] ?? one);
  return parts.length > 0 ? parts.join(", ") : agent.slice(0, 60);
}
