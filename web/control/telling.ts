// Cells, items and rows of the control in the words of their reader.
import { wordOf as auditWord } from "../audit/telling";
import { initialed } from "../office/things";
import { counted, date, type Language } from "../words/language";
import type { AuditWords } from "../words/ru_audit";
import type { ControlWords } from "../words/ru_control";
import { isFault, type Cell, type Item, type Row } from "./heat_map";
import type { SubjectLine } from "./programme";

export interface Said {
  control: ControlWords;
  audit: AuditWords;
  language: Language;
}

// A word that the table lacks is shown as the server gave it.
export function whatTold({ what, state }: Item, { control, audit }: Said): string {
  if (state === "found" && `finding_${what}` in audit) return auditWord("finding", what, audit);
  const told: unknown = control[`what_${what}` as keyof ControlWords];
  return typeof told === "string" ? told : what;
}

// «нет, срок прошёл, на 3 дня»; of what was found, how much of it.
export function stateTold(item: Item, { control, language }: Said): string {
  const { state, days, name, count, what } = item;
  if (state === "found") {
    if (what === "substituted") return name === undefined ? "" : `${control.held_by} ${initialed(name)}`;
    return [name, count === undefined ? undefined : counted(count, what === "control_work_unmarked" ? control.pupils : control.marks, language)]
      .filter((part) => part !== undefined).join(", ");
  }
  const late = days === undefined ? "" : days === 0 ? `, ${control.same_day_late}` : `, ${control.by} ${counted(days, control.days_late, language)}`;
  const pupils = state === "lacking" && count !== undefined ? `, ${counted(count, control.pupils, language)}` : "";
  return `${control[`state_${state}`]}${late}${pupils}`;
}

// «2 марта, урок 3 · 7а, Алгебра»
export function placeTold({ day, bell, class: of_class, subject, group }: Item, { control, language }: Said): string {
  const when = `${date(day, language)}${bell === undefined ? "" : `, ${control.bell} ${bell}`}`;
  const where = [of_class, subject, group].filter((part) => part !== undefined).join(", ");
  return where === "" ? when : `${when} · ${where}`;
}

// What a cell is called by who hears the table: «Орлова Ж. Э., неделя с 2 марта: 3 недочёта из 25 записей».
export function cellTold(row: Row, column: string, cell: Cell, { control, language }: Said): string {
  const count = counted(cell.faults, control.faults, language);
  const of_word = language === "ru" ? "из" : "of";
  return `${initialed(row.name)}, ${column}: ${count} ${of_word} ${counted(cell.items.length, control.of_entries, language)}`;
}

const kMostInRemark = 12;
const kMostRowsInNote = 60;

// What a remark opens with: what was found, place by place.
export function remarkOpening(items: readonly Item[], said: Said): string {
  const faults = items.filter(isFault);
  const lines = faults.slice(0, kMostInRemark).map((item) =>
    `— ${placeTold(item, said)}: ${[whatTold(item, said), stateTold(item, said)].filter((part) => part !== "").join(", ")}`);
  const more = faults.length > kMostInRemark ? [`${said.control.more_of} ${faults.length - kMostInRemark}`] : [];
  return [said.control.remark_before, ...lines, ...more].join("\n");
}

// The same of a class's programme: each subject whose lessons fall behind the timetable.
export function programmeOpening(direction: string, where: string, lines: readonly SubjectLine[], { control }: Said): string {
  const looked = `${control.note_findings}: ${direction}, ${where}`;
  const behind = lines.filter(({ line }) => line.difference < 0);
  if (behind.length === 0) return `${looked}\n${control.note_none}`;
  return [looked, ...behind.map(({ subject, line }) =>
    `${[subject, line.group].filter((part) => part !== undefined).join(", ")} — ${differenceTold(line.difference, control)}`)].join("\n");
}

// «отстаёт на 2»
export const differenceTold = (difference: number, control: ControlWords): string =>
  difference === 0 ? control.on_time : `${difference < 0 ? control.behind : control.ahead} ${Math.abs(difference)}`;

// What a note opens with: the direction, the days, and each teacher with faults.
export function noteOpening(direction: string, days: string, rows: readonly Row[], { control, language }: Said): string {
  const looked = `${control.note_findings}: ${direction}, ${days}, ${counted(rows.length, control.note_teachers, language)}.`;
  const faulty = rows.filter(({ faults }) => faults > 0);
  if (faulty.length === 0) return `${looked}\n${control.note_none}`;
  const lines = faulty.slice(0, kMostRowsInNote).map(({ name, faults }) => `${initialed(name)} — ${counted(faults, control.faults, language)}`);
  const more = faulty.length > kMostRowsInNote ? [`${control.more_of} ${faulty.length - kMostRowsInNote}`] : [];
  return [looked, ...lines, ...more].join("\n");
}
