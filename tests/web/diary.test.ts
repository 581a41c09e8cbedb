// What families ask about marks, without a page: why one was changed and how a subject goes.
import assert from "node:assert/strict";
import { test } from "node:test";

import { corrected, direction, dispute, line, trendsOf, whyOf, type Diary, type Mark } from "../../web/diary/diary";

const diaryOf = (values: readonly Mark["value"][]): Diary => ({
  pupil: 7, name: "", from: "2026-03-01", to: "2026-03-11", notes: [], subjects: [], period_marks: [],
  days: values.map((value, index) => ({ day: `2026-03-${String(index + 1).padStart(2, "0")}`,
    lessons: [{ lesson: index + 1, bell: 1, subject: "Математика", marks: [{ ordinal: 1, value }] }] })),
});

test("a trend has the marks that are numbers, and says where they go", () => {
  const [rising] = trendsOf(diaryOf(["two", "three", "passed", null, "four", "five"])) as [ReturnType<typeof trendsOf>[number]];
  assert.deepEqual(rising.marks.map(({ value }) => value), [2, 3, 4, 5]);
  assert.equal(direction(rising), "up");
  assert.equal(direction(trendsOf(diaryOf(["five", "four", "three"]))[0]!), "down");
  assert.equal(direction(trendsOf(diaryOf(["four", "four", "four"]))[0]!), "even");
  assert.deepEqual(trendsOf(diaryOf(["five", "four"])), []);
  assert.equal(line(rising, 30, 30), "0.0,30.0 10.0,20.0 20.0,10.0 30.0,0.0");
});

test("[JRN-06] the reason of a corrected mark is that of the last change that counts", () => {
  const step = (fact: object, gone?: true) => ({ position: 1, recorded: "2026-03-11T10:00:00+03:00", stated: "2026-03-11T10:00:00+03:00",
    author: 1, author_name: "Орлова", fact, ...(gone ? { void: gone } : {}) }) as Parameters<typeof whyOf>[0][number];
  const steps = [step({ fact: "mark_given", ordinal: 1 }), step({ fact: "mark_corrected", ordinal: 1, reason: "retaken" }),
    step({ fact: "mark_corrected", ordinal: 2, reason: "mistyped" }), step({ fact: "mark_corrected", ordinal: 1, reason: "wrong_pupil" }, true)];
  assert.equal(whyOf(steps, 1)?.reason, "retaken");
  assert.equal(whyOf(steps, 3), undefined);
});

test("[JRN-17] a dispute names the mark by its lesson and ordinal", () => {
  const diary = diaryOf(["four"]);
  diary.days[0]!.lessons[0]!.marks![0]!.struck = ["two"];
  assert.deepEqual(dispute(7, corrected(diary)[0]!, ""), { do: "dispute_raised", pupil: 7, lesson: 1, ordinal: 1 });
});
