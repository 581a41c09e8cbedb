// A report asked for: its address, and what of its form applies.
export type Asked = "no" | "may" | "must";

export interface ReportForm {
  year: string; // its first calendar year; empty: the present one
  class: string;
  subject: string;
  person: string;
  period: string;
  from: string;
  to: string;
}
export const kFields = ["year", "class", "subject", "person", "period", "from", "to"] as const;

export interface ReportKind {
  report: string;
  class: Asked;
  subject: Asked;
  person: Asked;
}

// What the form says and the report knows, as the query's words; a report about teachers names one.
export function queryOf({ report, class: of_class, subject, person }: ReportKind, form: ReportForm): Record<string, string> {
  const asked: Record<string, string> = {};
  const put = (name: string, value: string): void => { if (value.trim() !== "") asked[name] = value.trim(); };
  if (of_class !== "no") put("class", form.class);
  if (subject !== "no") put("subject", form.subject);
  if (person !== "no") put(aboutTeachers(report) ? "teacher" : "pupil", form.person);
  put("year", form.year);
  put("period", form.period);
  put("from", form.from);
  put("to", form.to);
  return asked;
}

export function aboutTeachers(report: string): boolean {
  return !["report_card", "parents_sheet", "diary_pages"].includes(report);
}

export function reportTarget(report: string, asked: Record<string, string>, suffix = "", language = "ru"): string {
  const query = new URLSearchParams({ ...asked, ...(language === "ru" ? {} : { lang: language }) }).toString();
  return `api/v1/reports/${report}${suffix === "" ? "" : `.${suffix}`}${query === "" ? "" : `?${query}`}`;
}

// What must be named and is not.
export function lacking(kind: ReportKind, form: ReportForm): (typeof kFields)[number][] {
  return (["class", "subject", "person"] as const).filter((name) => kind[name] === "must" && form[name].trim() === "");
}
