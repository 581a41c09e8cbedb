// What the page Printing says, in English.
import type { PrintingWords } from "./ru_printing";

export const en = {
  choose: "Report",
  school_class: "Class",
  all: "all",
  subject: "Subject",
  person: "Who (number or name)",
  period: "Period",
  whole_year: "the whole year",
  quarter: "quarter",
  half_year: "half-year",
  year: "year",
  from: "From",
  to: "To",
  show: "Show",
  pdf: "PDF",
  xlsx: "XLSX",
  csv: "CSV",
  save: "Take it as a file:",
  sheet: "Sheet",
  wide: "A table that scrolls",
  code: "Code of the sheet",
  proof: "By the code below a sheet anybody checks that the paper is true: it leads to the log.",
  pick: "Choose a report and press Show.",
  no_reports: "There are no reports.",
  must: "needed",
} satisfies PrintingWords;
