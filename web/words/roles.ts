// The offices of the log (events/schema) in the words of people.
import type { Language } from "./language";

const kRoles: Record<string, readonly [ru: string, en: string]> = {
  director: ["директор", "director"],
  deputy: ["заместитель директора", "deputy director"],
  administrator: ["администратор", "administrator"],
  teacher: ["учитель", "teacher"],
  class_teacher: ["классный руководитель", "class teacher"],
  psychologist: ["психолог", "psychologist"],
  head_of_association: ["руководитель методобъединения", "head of a methodical association"],
  control_member: ["член контрольной группы", "member of the control group"],
  site_administrator: ["администратор сайта", "site administrator"],
  secretary: ["секретарь", "secretary"],
  inspector: ["инспектор", "inspector"],
  pupil: ["ученик", "pupil"],
  parent: ["родитель", "parent"],
};

export function roleName(role: string, language: Language): string {
  return kRoles[role]?.[language === "ru" ? 0 : 1] ?? role;
}
