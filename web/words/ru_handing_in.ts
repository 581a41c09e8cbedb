// What is said where a report is handed in.
export const ru = {
  hand_in: "Отметить сданным",
  about: "Запись говорит, что отчёт составлен, и кто его принял.",
  receiver: "Кто принял (номер или имя; можно не писать)",
  say: "Отчёт сдан",
  signing: "Записывается…",
  handed_in: "Отчёт отмечен сданным.",
  cancel: "Отмена",
} as const;

export type HandingInWords = { [Name in keyof typeof ru]: string };
