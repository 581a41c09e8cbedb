// On which page a duty is done. The page may not be the reader's to open: whoever draws a link looks.
import type { Duty } from "./agenda";

export interface Place {
  page: string;
  parts: (string | number)[];
  query: Record<string, string>;
}

const kJournal = new Set(["lesson_record", "topic", "homework", "control_work_marks", "dispute", "substitution_signature"]);
const kResults = new Set(["period_marks", "forecast"]);
const kClassBook = new Set(["attendance_review", "class_journal_review"]);
const kControl = new Set(["deputy_control", "director_control"]);
// Duties that a printed report belongs to.
const kReports: Record<string, string> = {
  progress_report: "quality", period_report: "", summary_sheet: "summary_sheet", weekly_analysis: "journal_analysis",
  monthly_analysis: "journal_analysis", teachers_work_report: "timeliness", activity_report: "activity", journal_copy: "journal",
  paper_period_marks: "summary_sheet", family_print: "diary_pages", parents_message: "parents_sheet",
};
const kOther: Record<string, string> = {
  plan: "plan", news: "school_page", class_events: "school_page", archive: "archive", backup: "archive",
  credential: "access", reissue: "access", people_check: "pupils", consent: "pupils", timetable_change: "timetable", setup: "settings",
  services_notice: "messages", appointment: "access", document: "settings",
};

export function whereDone({ kind, roles, about }: Duty): Place | undefined {
  const place = (page: string, parts: (string | number)[] = [], query: Record<string, string> = {}): Place => ({ page, parts, query });
  const of_class = about.class === undefined ? {} : { class: about.class };
  if (kJournal.has(kind)) {
    if (about.class === undefined || about.subject === undefined) return place("journal");
    return place("journal", [about.class, about.subject], about.day === undefined ? {} : { from: about.day });
  }
  if (kResults.has(kind) && about.class !== undefined) {
    return place("results", [about.class], { ...(about.period === undefined ? {} : { period: String(about.period) }),
      ...(about.subject === undefined ? {} : { subject: about.subject }) });
  }
  if (kClassBook.has(kind)) return place("class_book", about.class === undefined ? [] : [about.class], about.day === undefined ? {} : { day: about.day });
  if (kind === "consultation" && about.message !== undefined) return place("messages", [about.message]);
  if (kControl.has(kind)) return place("control");
  if (kind === "archive_copy") return place("printing", ["copies"], of_class);
  const report = kReports[kind];
  if (report !== undefined) {
    const own = roles[0] === "class_teacher" ? "class_teacher" : roles[0] === "teacher" ? "subject_teacher" : "quality";
    return place("printing", [report === "" ? own : report],
      { ...of_class, ...(about.period === undefined ? {} : { period: String(about.period) }), ...(about.day === undefined ? {} : { to: about.day }) });
  }
  const other = kOther[kind];
  return other === undefined ? undefined : place(other);
}
