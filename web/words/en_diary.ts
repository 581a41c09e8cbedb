// What families ask about marks, in English.
import type { ru } from "./ru_diary";

type Shape<Words> = { [Name in keyof Words]: Words[Name] extends string ? string : Shape<Words[Name]> };

export const en = {
  reasons: {
    mistyped: "mistyped", wrong_pupil: "it was given to the wrong pupil", wrong_work: "it was given for the wrong work", recalculated: "recalculated",
    retaken: "retaken", dispute_upheld: "your dispute", order_issued: "an order", made_up_later: "made up later", entered_in_error: "entered in error",
  },
  reason: "Reason",
  wrong: "Is a mark wrong?",
  wrong_told: "The teacher answers with a correction or an explanation; what you say is signed and stays in the log.",
  which: "Mark",
  what: "What is wrong",
  send: "It is wrong",
  sent: "The teacher is told.",
  raised: "What you said",
  waits: "the teacher has not answered yet",
  corrected: "the mark was corrected",
  declined: "the teacher left the mark",
  trends: "How the subjects go",
  trends_told: "Marks of the last two months, in their order.",
  up: "rises",
  down: "falls",
  even: "even",
  no_trend: "There are too few marks to tell.",
} satisfies Shape<typeof ru>;
