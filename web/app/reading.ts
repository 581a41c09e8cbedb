// Which classes, by number, a person reads in every subject: a class teacher the own one, whoever leads or inspects all.
import type { Session } from "../client/session";

const kReadsAll = new Set(["director", "deputy", "administrator", "inspector", "head_of_association", "control_member"]);

export const ownClassesOf = ({ roles }: Session): number[] =>
  roles.flatMap(({ role, school_class }) => (role === "class_teacher" && school_class !== undefined ? [school_class] : []));

export const wholeClassesOf = (session: Session): readonly number[] | "all" =>
  session.roles.some(({ role }) => kReadsAll.has(role)) ? "all" : ownClassesOf(session);
export const readsJournals = ({ roles }: Session): boolean =>
  roles.some(({ role }) => kReadsAll.has(role) || role === "teacher" || role === "class_teacher");
export const readsAttendance = ({ roles }: Session): boolean =>
  roles.some(({ role }) => role === "class_teacher" || (kReadsAll.has(role) && role !== "head_of_association"));
