// What families ask about marks, in Russian: the source of its words.
export const ru = {
  reasons: {
    mistyped: "опечатка", wrong_pupil: "была поставлена не тому ученику", wrong_work: "была поставлена не за ту работу", recalculated: "пересчитано",
    retaken: "пересдача", dispute_upheld: "ваше обращение", order_issued: "приказ", made_up_later: "сдано позже", entered_in_error: "записано по ошибке",
  },
  reason: "Причина",
  wrong: "Нашли ошибку в отметке?",
  wrong_told: "Учитель ответит исправлением или объяснением; обращение подписывается и остаётся в журнале событий.",
  which: "Отметка",
  what: "В чём ошибка",
  send: "Это ошибка",
  sent: "Обращение отправлено учителю.",
  raised: "Ваши обращения",
  waits: "учитель ещё не ответил",
  corrected: "отметка исправлена",
  declined: "учитель оставил отметку",
  trends: "Как идут предметы",
  trends_told: "Отметки за последние два месяца, по порядку.",
  up: "растёт",
  down: "снижается",
  even: "ровно",
  no_trend: "Отметок пока мало, чтобы судить.",
};
