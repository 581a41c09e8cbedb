// What the page «Печать» says.
export const ru = {
  choose: "Отчёт",
  school_class: "Класс",
  all: "все",
  subject: "Предмет",
  person: "Кто (номер или имя)",
  period: "Период",
  whole_year: "весь год",
  quarter: "четверть",
  half_year: "полугодие",
  year: "год",
  from: "С",
  to: "По",
  show: "Показать",
  pdf: "PDF",
  xlsx: "XLSX",
  csv: "CSV",
  save: "Взять файлом:",
  sheet: "Лист",
  wide: "Таблица: прокручивается",
  code: "Код листа",
  proof: "По коду под листом любой проверит, что бумага верна: он ведёт к журналу событий.",
  pick: "Выберите отчёт и нажмите «Показать».",
  no_reports: "Отчётов нет.",
  must: "нужно",
} as const;

export type PrintingWords = { [Name in keyof typeof ru]: string };
