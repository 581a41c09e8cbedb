// What a page offers to whom in news and the calendar. Whether it is allowed the server says: these only
// spare a person buttons that would always be refused (rules/talk_rules.cc).
import type { Schemas } from "../client/contract";

type Session = Schemas["Session"];

const kAdministration = new Set(["director", "deputy", "administrator"]);

const isOf = (session: Session, role: string): boolean => session.roles.some((held) => held.role === role);

export function saysForSchool(session: Session): boolean {
  return session.roles.some(({ role }) => kAdministration.has(role) || role === "head_of_association");
}
export function guides(session: Session): boolean {
  return isOf(session, "class_teacher");
}

export function maySay(session: Session, section: "school" | "staffroom"): boolean {
  if (session.kind !== "staff" || isOf(session, "inspector")) return false;
  return section === "staffroom" || saysForSchool(session) || guides(session);
}

export function mayWithdraw(session: Session, post: { author: { person: number } }): boolean {
  return post.author.person === session.person || session.roles.some(({ role }) => kAdministration.has(role));
}

export function mayPlan(session: Session): boolean {
  return session.roles.some(({ role }) => kAdministration.has(role)) || guides(session);
}

// The classes for which somebody may post and plan: the own ones, or all.
export async function classesOf(session: Session, get: <Body>(target: string) => Promise<Body>): Promise<string[]> {
  if (!saysForSchool(session)) {
    return session.roles.filter(({ role }) => role === "class_teacher").flatMap(({ class: name }) => name ?? []);
  }
  return (await get<Schemas["Classes"]>("api/v1/views/classes")).classes.map(({ name }) => name);
}
