// Staff, pupils and their parents from a table: every fault by row and column before anything is
// entered, and then commands that enter whole families, each once.
import type { Command } from "../stating/statement";
import { columnsOf, roleNamed, type Columns, type ParentKey } from "./people_columns";
import { folded, type TableRow } from "./separated_table";

export type FaultCode =
  | "no_heading" | "column_twice" | "column_unread" | "no_name" | "bad_name" | "bad_birth" | "bad_sex" | "bad_phone" | "bad_email"
  | "bad_login" | "login_twice" | "no_class" | "unknown_class" | "unknown_role" | "twice" | "there" | "no_people";

export interface RowFault {
  row: number;    // the line of the file
  column: string; // its heading; empty for the whole row
  code: FaultCode;
  value: string;  // what stands there, or what is meant
}

interface PersonData {
  name: string;
  fields: { field: string; text: string }[];
  login?: string;
}
interface Parent { data: PersonData; relation: string }
export interface ReadPerson {
  row: number;
  data: PersonData;
  schoolClass?: string;                          // of a pupil, as the school calls it
  roles: { role: string; schoolClass?: string }[];
  parents: Parent[];
}

export interface Preview {
  people: ReadPerson[]; // who is to be entered
  faults: RowFault[];   // with any of these nothing is entered
  remarks: RowFault[];  // who is there already, columns that were not read
}

// What the school has: names of classes, and who is in it.
export interface Known {
  classes: readonly string[];
  people: readonly { name?: string; class?: string; login?: string }[];
  today: string;
}

export const kName = /^(?=.*\p{L})[\p{L} .'()’-]{1,100}$/u;
const kEmail = /^[^\s,;:<>"()[\]\\@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const kLogin = /^[a-z][a-z0-9._-]{0,63}$/i;
const kRelations: Record<ParentKey, string> =
  { mother: "mother", father: "father", guardian: "guardian", parent: "other", parent2: "other" };

export function previewOf(rows: readonly TableRow[], known: Known): Preview {
  return new Reader(rows, known).read();
}

class Reader {
  private readonly people: ReadPerson[] = [];
  private readonly faults: RowFault[] = [];
  private readonly remarks: RowFault[] = [];
  private readonly columns: Columns;
  private readonly heading: string[];
  private readonly classes: Map<string, string>;
  private readonly logins = new Map<string, string>();
  private readonly there = new Set<string>();

  constructor(private readonly rows: readonly TableRow[], private readonly known: Known) {
    this.heading = rows[0]?.cells ?? [];
    this.columns = columnsOf(this.heading);
    this.classes = new Map(known.classes.map((name) => [folded(russian(name)), name]));
    for (const { name, class: own, login } of known.people) {
      if (name !== undefined) this.there.add(keyOf(name, own));
      if (login !== undefined) this.logins.set(login.toLowerCase(), "");
    }
  }

  read(): Preview {
    const { at, unread, twice } = this.columns;
    const line = this.rows[0]?.number ?? 1;
    if (!at.has("full") && !(at.has("family") && at.has("given"))) {
      this.faults.push({ row: line, column: "", code: "no_heading", value: "" });
      return this.told();
    }
    for (const { name } of twice) this.faults.push({ row: line, column: name, code: "column_twice", value: name });
    for (const { name } of unread) this.remarks.push({ row: line, column: name, code: "column_unread", value: name });
    for (const row of this.rows.slice(1)) this.readRow(row);
    this.findTwice();
    if (this.people.length === 0 && this.faults.length === 0 && this.remarks.every(({ code }) => code !== "there")) {
      this.faults.push({ row: line, column: "", code: "no_people", value: "" });
    }
    return this.told();
  }

  private told(): Preview {
    return { people: this.people, faults: this.faults, remarks: this.remarks };
  }

  private text(row: TableRow, key: string): string {
    const column = this.columns.at.get(key);
    return column === undefined ? "" : row.cells[column] ?? "";
  }
  private fault(row: TableRow, key: string, code: FaultCode): void {
    const column = this.columns.at.get(key);
    this.faults.push({ row: row.number, column: column === undefined ? "" : this.heading[column]!, code, value: this.text(row, key) });
  }

  private readRow(row: TableRow): void {
    const roles = this.rolesOf(row);
    const isPupil = roles.length === 0;
    const schoolClass = isPupil ? this.classOf(row, "class", true) : undefined;
    const data = this.personOf(row, "");
    if (data === undefined) return;
    if (this.there.has(keyOf(data.name, schoolClass))) {
      this.remarks.push({ row: row.number, column: "", code: "there", value: data.name });
      return;
    }
    if (data.login !== undefined && !this.isOwnLogin(data.login)) this.fault(row, "login", "login_twice");
    this.people.push({
      row: row.number, data, roles, parents: isPupil ? this.parentsOf(row) : [],
      ...(schoolClass === undefined ? {} : { schoolClass }),
    });
  }

  private isOwnLogin(login: string): boolean {
    const key = login.toLowerCase();
    if (this.logins.has(key)) return false;
    this.logins.set(key, login);
    return true;
  }

  private rolesOf(row: TableRow): { role: string; schoolClass?: string }[] {
    const told = this.text(row, "role");
    const roles: { role: string; schoolClass?: string }[] = [];
    for (const name of told.split(/[;,\n]/).map((one) => one.trim()).filter((one) => one !== "")) {
      const role = roleNamed(name);
      if (role === undefined) this.fault(row, "role", "unknown_role");
      else if (role === "class_teacher") {
        const own = this.classes.get(folded(russian(name.replace(/^\s*классный руководитель/i, "")))) ?? this.classOf(row, "leads", true);
        if (own !== undefined) roles.push({ role, schoolClass: own });
      } else if (role !== "pupil") roles.push({ role });
    }
    const leads = this.text(row, "leads");
    if (leads !== "" && roles.length > 0 && roles.every(({ role }) => role !== "class_teacher")) {
      const own = this.classOf(row, "leads", false);
      if (own !== undefined) roles.push({ role: "class_teacher", schoolClass: own });
    }
    return roles;
  }

  private classOf(row: TableRow, key: string, isMust: boolean): string | undefined {
    const told = this.text(row, key);
    if (told === "") {
      if (isMust) this.fault(row, key, "no_class");
      return undefined;
    }
    const found = this.classes.get(folded(russian(told)).replace(/класс$/, ""));
    if (found === undefined) this.fault(row, key, "unknown_class");
    return found;
  }

  private parentsOf(row: TableRow): Parent[] {
    const parents: Parent[] = [];
    for (const [prefix, relation] of Object.entries(kRelations)) {
      const says = [...this.columns.at.keys()].some((key) => key.startsWith(`${prefix}.`) && this.text(row, key) !== "");
      const data = says ? this.personOf(row, `${prefix}.`) : undefined;
      if (data !== undefined) parents.push({ data, relation });
    }
    return parents;
  }

  private personOf(row: TableRow, prefix: string): PersonData | undefined {
    const full = this.text(row, `${prefix}full`);
    const parts = full === "" ? [] : full.split(/\s+/);
    const family = this.text(row, `${prefix}family`) || (parts[0] ?? "");
    const given = this.text(row, `${prefix}given`) || (parts[1] ?? "");
    const patronymic = this.text(row, `${prefix}patronymic`) || parts.slice(2).join(" ");
    const nameKey = this.columns.at.has(`${prefix}full`) ? `${prefix}full` : `${prefix}family`;
    if (family === "" || given === "") {
      this.fault(row, nameKey, "no_name");
      return undefined;
    }
    if (![family, given, ...(patronymic === "" ? [] : [patronymic])].every((one) => kName.test(one))) this.fault(row, nameKey, "bad_name");
    const fields = [{ field: "family_name", text: family }, { field: "given_name", text: given }];
    const add = (field: string, text: string | undefined): void => { if (text !== undefined && text !== "") fields.push({ field, text }); };
    add("patronymic", patronymic);
    add("birth_date", this.birthOf(row, `${prefix}birth`));
    add("sex", this.sexOf(row, `${prefix}sex`));
    add("phone", this.checked(row, `${prefix}phone`, "bad_phone", isPhone));
    add("email", this.checked(row, `${prefix}email`, "bad_email", (text) => kEmail.test(text)));
    const login = this.checked(row, `${prefix}login`, "bad_login", (text) => kLogin.test(text) && text.toLowerCase() !== "founder");
    const name = [family, given, patronymic].filter((one) => one !== "").join(" ");
    return { name, fields, ...(login === undefined ? {} : { login }) };
  }

  private checked(row: TableRow, key: string, code: FaultCode, may: (text: string) => boolean): string | undefined {
    const text = this.text(row, key);
    if (text === "") return undefined;
    if (may(text)) return text;
    this.fault(row, key, code);
    return undefined;
  }

  private birthOf(row: TableRow, key: string): string | undefined {
    const text = this.text(row, key);
    if (text === "") return undefined;
    const day = dayTyped(text);
    if (day !== undefined && day <= this.known.today && day > `${Number(this.known.today.slice(0, 4)) - 120}`) return day;
    this.fault(row, key, "bad_birth");
    return undefined;
  }

  private sexOf(row: TableRow, key: string): string | undefined {
    const text = folded(this.text(row, key));
    if (text === "") return undefined;
    if (["м", "муж", "мужской", "m", "male"].includes(text)) return "мужской";
    if (["ж", "жен", "женский", "f", "female"].includes(text)) return "женский";
    this.fault(row, key, "bad_sex");
    return undefined;
  }

  // Of one name and class twice in the file: one child, or two whom nothing tells apart.
  private findTwice(): void {
    const seen = new Map<string, ReadPerson>();
    const birthOf = (one: ReadPerson): string => one.data.fields.find(({ field }) => field === "birth_date")?.text ?? "";
    for (const one of this.people) {
      const key = keyOf(one.data.name, one.schoolClass);
      const before = seen.get(key);
      if (before === undefined) seen.set(key, one);
      else if (birthOf(before) === "" || birthOf(one) === "" || birthOf(before) === birthOf(one)) {
        this.faults.push({ row: one.row, column: "", code: "twice", value: `${one.data.name} (${before.row})` });
      }
    }
  }
}

function keyOf(name: string, schoolClass: string | undefined): string {
  return `${folded(name)}/${schoolClass === undefined ? "" : folded(russian(schoolClass))}`;
}

// «5A» typed with a Latin letter is the class «5А».
function russian(text: string): string {
  const twins: Record<string, string> = { A: "А", B: "В", C: "С", E: "Е", H: "Н", K: "К", M: "М", O: "О", P: "Р", T: "Т", X: "Х" };
  return text.toUpperCase().replace(/[A-Z]/g, (letter) => twins[letter] ?? letter);
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return /^[\d +()-]+$/.test(text) && digits >= 5 && digits <= 15;
}

// «04.03.2012» or "2012-03-04", if there is such a day.
export function dayTyped(text: string): string | undefined {
  const russianDay = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const told = russianDay ? `${russianDay[3]}-${russianDay[2]!.padStart(2, "0")}-${russianDay[1]!.padStart(2, "0")}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(told)) return undefined;
  const moment = new Date(`${told}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(told) ? told : undefined;
}

export interface Enrolment {
  firstDay: string;
  order: { number: string; day: string } | undefined;
  consents: boolean; // they lie before whoever enters them
}

const kMostPeopleAtOnce = 40;

// Brothers and sisters share their parents: one of a name and telephone (or mail) is one person.
const sameParent = (one: PersonData): string => {
  const contact = one.fields.filter(({ field }) => field === "phone" || field === "email").map(({ text }) => text.replace(/[^\p{L}\p{N}@]/gu, ""));
  return contact.length === 0 ? "" : `${folded(one.name)}/${contact.join("/")}`;
};

// Families stay together; a command enters kMostPeopleAtOnce people or one family.
export function importCommands(people: readonly ReadPerson[], how: Enrolment): { command: Command; people: number }[] {
  const commands: { command: Command; people: number }[] = [];
  for (const batch of batchesOf(people)) commands.push({ command: batchCommand(batch, how), people: batch.length });
  return commands;
}

function batchesOf(people: readonly ReadPerson[]): ReadPerson[][] {
  const families = new Map<string, ReadPerson[]>();
  people.forEach((one, index) => {
    const shared = one.parents.map(({ data }) => sameParent(data)).find((key) => key !== "" && families.has(key));
    const keys = one.parents.map(({ data }) => sameParent(data)).filter((key) => key !== "");
    const family = shared === undefined ? [] : families.get(shared)!;
    family.push(one);
    for (const key of keys.length > 0 ? keys : [`#${index}`]) families.set(key, family);
  });
  const batches: ReadPerson[][] = [];
  let size = 0;
  for (const family of new Set(families.values())) {
    const own = family.reduce((sum, one) => sum + 1 + one.parents.length, 0);
    if (batches.length === 0 || size + own > kMostPeopleAtOnce) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)!.push(...family);
    size += own;
  }
  return batches;
}

function batchCommand(batch: readonly ReadPerson[], { firstDay, order, consents }: Enrolment): Command {
  const rows: Record<string, unknown>[] = [];
  const links: Record<string, unknown>[] = [];
  const parents = new Map<string, number>();
  for (const one of batch) {
    const child = rows.length;
    rows.push({
      fields: one.data.fields, first_day: firstDay, ...(consents ? { consent: {} } : {}),
      ...(one.data.login === undefined ? {} : { login: one.data.login }),
      ...(one.schoolClass === undefined ? {} : { school_class: one.schoolClass }),
      ...(one.roles.length === 0 ? {} : {
        roles: one.roles.map(({ role, schoolClass }) => ({
          role, first_day: firstDay, ...(schoolClass === undefined ? {} : { school_class: schoolClass }), ...(order === undefined ? {} : { order }),
        })),
      }),
    });
    for (const { data, relation } of one.parents) {
      const key = sameParent(data);
      let guardian = key === "" ? undefined : parents.get(key);
      if (guardian === undefined) {
        guardian = rows.length;
        rows.push({ fields: data.fields, first_day: firstDay, ...(consents ? { consent: {} } : {}),
          ...(data.login === undefined ? {} : { login: data.login }) });
        if (key !== "") parents.set(key, guardian);
      }
      links.push({ child, guardian, relation });
      const own = rows[child]!;
      // A child's consent is a parent's word.
      if (consents && (own["consent"] as { said_by?: number }).said_by === undefined) own["consent"] = { said_by: guardian };
    }
  }
  return { do: "import_people", people: rows, links, ...(order === undefined ? {} : { order }) };
}
