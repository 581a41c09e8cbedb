// Which classes a person reads in every subject: a class teacher the own one, whoever leads or inspects all.
import type { Session } from "../client/session";

const kReadsAll = new Set(["director", "deputy", "administrator", "inspector", "head_of_association", "control_member"]);

export function wholeClassesOf({ roles }: Session): readonly string[] | "all" {
  if (roles.some(({ role }) => kReadsAll.has(role))) return "all";
  return roles.flatMap(({ role, class: name }) => (role === "class_teacher" && name !== undefined ? [name] : []));
}
export const readsJournals = ({ roles }: Session): boolean =>
  roles.some(({ role }) => kReadsAll.has(role) || role === "teacher" || role === "class_teacher");
export const readsAttendance = ({ roles }: Session): boolean =>
  roles.some(({ role }) => role === "class_teacher" || (kReadsAll.has(role) && role !== "head_of_association"));
