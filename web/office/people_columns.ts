// Which column of a table of people is which: headings as schools write them, in any case and order.
import { folded } from "./separated_table";

export type PersonKey = "family" | "given" | "patronymic" | "full" | "birth" | "sex" | "phone" | "email" | "login";
export type ParentKey = "mother" | "father" | "guardian" | "parent" | "parent2";

const kPerson: Record<PersonKey, string[]> = {
  family: ["Фамилия", "Family name", "Last name", "Surname"],
  given: ["Имя", "Given name", "First name"],
  patronymic: ["Отчество", "Patronymic", "Middle name"],
  full: ["ФИО", "Ф.И.О.", "Фамилия Имя Отчество", "Full name", "Name"],
  birth: ["Дата рождения", "День рождения", "Birth date", "Date of birth"],
  sex: ["Пол", "Sex"],
  phone: ["Телефон", "Phone"],
  email: ["Эл. почта", "Электронная почта", "Почта", "Email", "E-mail"],
  login: ["Логин", "Имя для входа", "Login"],
};

const kParents: Record<ParentKey, string[]> = {
  mother: ["Мать: {}", "{} матери", "Мама: {}", "Mother: {}"],
  father: ["Отец: {}", "{} отца", "Папа: {}", "Father: {}"],
  guardian: ["Опекун: {}", "{} опекуна", "Guardian: {}"],
  parent: ["Родитель: {}", "Родитель 1: {}", "{} родителя", "Parent: {}", "Законный представитель: {}"],
  parent2: ["Родитель 2: {}", "{} родителя 2", "Parent 2: {}"],
};

const kOthers: Record<string, string[]> = {
  role: ["Роль", "Должность", "Роли", "Role", "Position"],
  class: ["Класс", "Class"],
  leads: ["Классное руководство", "Class teacher of"],
  relation: ["Степень родства", "Кем приходится", "Relation"],
};

// Headings by what they mean: "full", "mother.phone", "role", …
function known(): Map<string, string> {
  const found = new Map<string, string>();
  const add = (key: string, names: string[]): void => names.forEach((name) => found.set(folded(name), key));
  for (const [key, names] of Object.entries(kPerson)) add(key, names);
  for (const [parent, patterns] of Object.entries(kParents)) {
    // «Мать» alone is her whole name.
    add(`${parent}.full`, patterns.map((pattern) => pattern.replace("{}", "")));
    for (const [key, names] of Object.entries(kPerson)) {
      add(`${parent}.${key}`, patterns.flatMap((pattern) => names.map((name) => pattern.replace("{}", name))));
    }
  }
  for (const [key, names] of Object.entries(kOthers)) add(key, names);
  return found;
}

const kKnown = known();

export interface Columns {
  at: Map<string, number>;                    // by meaning, from 0
  unread: { column: number; name: string }[]; // headings that nobody knows
  twice: { column: number; name: string }[];
}

export function columnsOf(heading: readonly string[]): Columns {
  const columns: Columns = { at: new Map(), unread: [], twice: [] };
  heading.forEach((name, column) => {
    const key = kKnown.get(folded(name));
    if (name === "") return;
    if (key === undefined) columns.unread.push({ column, name });
    else if (columns.at.has(key)) columns.twice.push({ column, name });
    else columns.at.set(key, column);
  });
  return columns;
}

const kRoles: Record<string, string[]> = {
  deputy: ["заместитель директора", "завуч", "куратор", "зам директора", "deputy"],
  administrator: ["администратор", "информационный специалист", "administrator"],
  psychologist: ["психолог", "педагог-психолог", "социальный педагог", "логопед", "дефектолог", "тьютор", "psychologist"],
  head_of_association: ["руководитель мо", "руководитель шмо", "руководитель методического объединения"],
  control_member: ["член контрольной группы", "контрольная группа"],
  site_administrator: ["администратор сайта", "site administrator"],
  secretary: ["секретарь", "делопроизводитель", "secretary"],
  inspector: ["инспектор", "проверяющий", "inspector"],
  pupil: ["ученик", "ученица", "учащийся", "учащаяся", "обучающийся", "обучающаяся", "pupil", "student"],
};

// «Учитель математики» is a teacher, «заместитель директора по УВР» a deputy.
export function roleNamed(text: string): string | undefined {
  const told = folded(text);
  if (told.startsWith("классныйруководитель") || told === "classteacher") return "class_teacher";
  for (const [role, names] of Object.entries(kRoles)) {
    if (names.some((name) => folded(name) === told)) return role;
  }
  if (/^(зам|заместитель)директора/.test(told)) return "deputy";
  if (/^(учитель|преподаватель|teacher|педагогдополнительного)/.test(told)) return "teacher";
  return undefined;
}
