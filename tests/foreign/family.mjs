// The npm client netschoolapi, unchanged, as an app of a family uses it: signs in, reads all it can
// of the first child, signs out. Writes what it understood as JSON: family.mjs ORIGIN LOGIN PASSWORD
// OUT.
import { writeFileSync } from "node:fs";

import netschool from "netschoolapi";

const [origin, login, password, out] = process.argv.slice(2);
const client = new netschool.Safe({ origin, login, password, school: 1 });

await client.logIn();
const { context } = client;
const day = (date) => date.toISOString().slice(0, 10);
const term = context.defaultTerm();
const year = { start: context.year.start, end: context.year.end };

const week = await client.diary();
const months = await client.diary(year);
const given = months.days.flatMap((one) => one.lessons.flatMap((lesson) => lesson.assignments));
const first = given.find((one) => one.mark) ?? given[0];
const assignment = await client.assignment({ id: first.id });
const journal = await client.journal(year);
const subjects = journal.subjects;
// Marks for a period stand once it is over.
const ended = context.user.terms.find((one) => one.id !== -1);
const closed = await client.journal({ termId: ended.id });
const subject = subjects.find((one) => one.marks.length > 0);
const grades = await client.grades({ subjectId: subject.id, ...year });
const types = await client.assignmentTypes();
const schedule = await client.scheduleDay({ date: new Date("2026-03-11T12:00:00Z") });
const scheduled = await client.scheduleWeek({ date: new Date("2026-03-11T12:00:00Z") });
const info = await client.info();

const told = {
  user: context.user.name,
  school: context.school.name,
  version: context.server.version,
  students: context.user.students.map((one) => one.id),
  terms: context.user.terms.map((one) => one.name),
  term: term.name,
  subjects: context.subjects.length,
  lastName: info.lastName,
  weekLessons: week.days.reduce((sum, one) => sum + one.lessons.length, 0),
  weekTimes: week.days.flatMap((one) => one.lessons.map((lesson) => +lesson.end - +lesson.start)),
  diaryMarks: given.filter((one) => typeof one.mark === "number").map((one) => one.mark),
  homework: given.filter((one) => one.text && one.mark === undefined).length,
  assignment: { ...assignment.toJSON(), of: first.text },
  subjectMarks: subjects.map((one) => [one.name, one.marks.map((mark) => mark.mark)]),
  unknownSubjects: subjects.filter((one) => one.id === -1).length,
  missed: subjects.reduce((sum, one) => sum + one.missedList.length, 0),
  totals: closed.subjects.reduce((sum, one) => sum + one.totalMarks.length, 0),
  averages: subjects.filter((one) => one.middleMarks.length > 0).length,
  journalFrom: day(journal.range.start),
  grades: {
    subject: subject.name,
    teacher: grades.teacher,
    marks: grades.assignments.map((one) => one.mark),
    typesKnown: grades.assignments.every((one) => one.type !== null),
    average: grades.averageMark,
  },
  types: types.types.length,
  schedule: schedule.lines.map((one) => one.name),
  scheduleDays: scheduled.parsed.filter((one) => one.lessons.length > 0).length,
};
await client.logOut();
told.validAfterLogOut = await client.sessionValid();
writeFileSync(out, JSON.stringify(told));
