// Help by sections and roles.
import type { HelpTexts } from "./help";

export const help_en: HelpTexts = {
  today: {
    everybody: { about: "What is expected of you today, and until which hour.", steps: ["Cards stand by their term: the nearest first; what is late says so.", "A card's link opens the very place where it is done.", "An empty page means that all is done."] },
    roles: {
      teacher: { about: "For a teacher: the day's lessons with three ticks: topic, attendance, homework.", steps: ["Open a lesson by its card and fill in what is not ticked.", "Remarks on your journal stand here until they are settled."] },
      class_teacher: { about: "For a class teacher: what is expected for your class.", steps: ["Reasons of absences, the review of attendance, the reports of a period."] },
      deputy: { about: "For a deputy: remarks to confirm and the terms of control.", steps: ["Confirm the remarks that were settled.", "Hold the control within the regulation's term."] },
      director: { about: "For the director: orders, approvals, and what is late in the school.", steps: ["What is late stands with who answers for it, and the clause."] },
    },
  },
  journal: {
    everybody: {
      about: "A page of the journal: marks, absences, topics and homework of one class in one subject.",
      steps: ["Choose class and subject above the table; the address can be sent to a colleague.", "Stand in a cell and press a digit: the mark is recorded and the cursor goes down.", "On the right: topic, homework, and the cell's history.", "The state of saving is told in words; what is typed without a net lies on this computer and is sent once.", "A correction erases nothing: what stood, who changed it and why can always be seen."],
      keys: [["1 2 3 4 5", "a mark, and down"], ["н", "absent"], ["о", "late; asks for minutes"], ["/", "a second mark in the cell: 3/5"], ["Delete", "withdraw a mark or an absence, with a reason"], ["arrows, Home, End, PgUp, PgDn", "move"], ["Shift + arrows", "select; a mark fills the block"], ["Ctrl+C, Ctrl+V", "copy and paste as a table"], ["Ctrl+Z, Ctrl+Y", "take back by a new entry, never by erasing"], ["F2", "the cell's history"], ["[ and ]", "a lesson earlier and later"], ["Tab", "leave the table"]],
    },
    roles: {
      teacher: { about: "For a teacher: you keep the journals of your load and substitutions, and see no others.", steps: ["A lesson comes from the timetable: the first entry holds it.", "The reason of an absence is the class teacher's."] },
      class_teacher: { about: "For a class teacher: you read the journals of your class in every subject.", steps: ["Reasons of absences are given in the section «Класс»."] },
      deputy: { about: "For a deputy: you read all journals, and can change nothing in them.", steps: ["A remark to a teacher is made in the section Control."] },
      director: { about: "For the director: you read all journals, and can change nothing in them.", steps: ["A late entry is permitted by an order: to whom, where, until when."] },
    },
  },
  plan: { everybody: { about: "The lesson plan: hours planned, held, behind.", steps: ["A lesson takes its topic from the plan; what is missing or too much is seen at once.", "The year's homework stands in one table."] } },
  class_book: {
    everybody: { about: "A class's attendance of a day or a week. The teacher's entry and the class teacher's reason are two facts, and both are shown.", steps: ["Choose a day or a week.", "Stand in the cell of an absence and press «б» (ill) or «у» (excused)."] },
    roles: { class_teacher: { about: "For a class teacher: the reason is yours alone to give.", steps: ["Review the attendance in time and sign the review."] } },
  },
  edits: { everybody: { about: "Each change of a mark: who, when, from what to what, how many days after the lesson.", steps: ["Choose what to see on the left: after the close, backdated, without a reason, in bulk, up, down.", "A row opens the cell's whole life; its proof is checked in your browser."], keys: [["j and k", "the next and the one before"], ["Enter", "open"], ["c", "a remark"]] } },
  control: {
    everybody: { about: "Control of journal keeping: teachers by weeks; the darker, the more is missing.", steps: ["A cell opens the lessons that it sums up.", "A remark has a due date, and the teacher sees it under Today.", "The note is printed from here."] },
    roles: { deputy: { about: "For a deputy: the control is yours to hold, in the regulation's term.", steps: ["Confirm that a remark is settled when the teacher says so."] } },
  },
  results: {
    everybody: { about: "A period's results: pupils and subjects, average and mark.", steps: ["The proposed mark comes from the average; doubtful cases say so.", "After the close of a period a correction needs an order."] },
    roles: { teacher: { about: "For a teacher: the period's mark is yours; the proposal binds you to nothing.", steps: ["Set the marks within the regulation's term."] } },
  },
  printing: { everybody: { about: "Reports and printing: on screen, as PDF, as a table; certified copies.", steps: ["Choose a report and its bounds; those open to your office are shown.", "Each sheet bears a code by which it is made again and laid beside the paper (Copies on paper).", "Enter what you have printed: it is then certified, stitched and handed over, an entry for each step."] } },
  archive: { everybody: { about: "Volumes, media and paper: where each lies, when it was checked and when it is next.", steps: ["A missed check is marked here and on the director's page.", "A volume can be checked without the server, by the verifying page."] } },
  checking: {
    everybody: { about: "Checking proofs in your own browser, not by the server's word.", steps: ["Choose school and period: checkpoint, witnesses, consistency with the last visit.", "The proof of any cell is checked by your browser.", "The verifying page can be taken along: compare its digest with the one in large type."] },
    roles: { inspector: { about: "For an inspector: journals and diaries are open round the clock, to be read only; the family sees each reading of a child's data.", steps: ["Keep the checkpoint: the next time it shows that the past was not rewritten."] } },
  },
  access: {
    everybody: { about: "People, codes and keys: who can come in and sign.", steps: ["A code is for once: its owner types it and chooses a password that nobody else knows.", "The slips of a class are printed together and cut.", "Report a stolen key at once: what it does after the notice is void."] },
    roles: {
      class_teacher: { about: "For a class teacher: codes for the parents and pupils of your class are yours to issue.", steps: ["Print the slips and give them by hand."] },
      administrator: { about: "For an administrator: codes for staff are yours to issue; nothing can be entered in a teacher's name without a trace.", steps: ["Issue and re-issue within the regulation's terms."] },
    },
  },
  pupils: { everybody: { about: "Classes, pupils, enrolment, transfer and departure, each by an order.", steps: ["A list can be imported: faults are shown line by line first, then all is entered or nothing.", "Who has left stays in the journal with the day and the order."] } },
  timetable: { everybody: { about: "The timetable, changes of a day, and substitutions.", steps: ["Choose a class or a teacher, and a week.", "Clashes are told in words and are not recorded."] } },
  settings: { everybody: { about: "The school: profile, regulation, year, periods, bells, subjects, loads.", steps: ["The list shows what is there and what is next.", "A rule changes by an order and from a day on: the past is judged by the former rule."] } },
  messages: {
    everybody: { about: "Messages within the school. One writes to those one has to do with: the administration, colleagues, teachers, families of the own classes.", steps: ["Write: choose people by name or class, or many at once.", "An answer goes to whoever wrote last.", "A message is signed and is not taken back; only those who take part see its text."] },
    roles: {
      class_teacher: { about: "For a class teacher: the parents of a class can be written to at once; each gets a copy.", steps: ["To many at once → Parents of your class."] },
      parent: { about: "For a parent: write to the child's teachers, the class teacher and the administration.", steps: ["How you are told of new messages is chosen under your own sign-in."] },
      pupil: { about: "For a pupil: write to your teachers and class teacher.", steps: ["Be polite: the message is signed by you."] },
    },
  },
  school_page: {
    everybody: { about: "News and announcements of the school and of your class; the calendar of events.", steps: ["News of a class are seen by that class alone.", "The calendar goes by months."] },
    roles: {
      class_teacher: { about: "For a class teacher: news and events of your class are yours.", steps: ["Plan an event: day, time, title; parents are told."] },
      administrator: { about: "For the administration: you write for the whole school, and see who has read it and to whom it was shown.", steps: ["Who has read it: they signed. Shown to: by the log of access."] },
      deputy: { about: "For the administration: you write for the whole school, and see who has read it and to whom it was shown.", steps: ["Who has read it: they signed. Shown to: by the log of access."] },
    },
  },
  staff_room: { everybody: { about: "News and announcements for staff; families do not see them.", steps: ["\"I have read it\" is your signature.", "Author and administration see who has read it."] } },
  own_account: {
    everybody: { about: "Your sign-in: where it is open, the password, the second factor, programs.", steps: ["End a session that you do not know and change the password.", "Keep the spare codes on paper, not in the telephone.", "Tell nobody the password: what it signs, you signed."] },
    roles: {
      parent: { about: "For a parent: notices are chosen here, and you see who looked at the child's data.", steps: ["Each reading by staff or an inspector leaves a trace."] },
      pupil: { about: "For a pupil: you see who looked at your data.", steps: ["Each reading by staff or an inspector leaves a trace."] },
    },
  },
  diary: {
    everybody: { about: "A pupil's week: lessons, homework, marks, absences.", steps: ["Arrows turn the weeks; the address can be kept.", "A corrected mark has a corner, and above it is said what it was and what it is.", "The week prints on half a sheet."] },
    roles: {
      parent: { about: "For a parent: the diaries of your own children alone.", steps: ["Not agreed with a mark? Tell the teacher; a dispute is recorded and wants an answer."] },
      pupil: { about: "For a pupil: your own diary alone; the school writes in it.", steps: ["Found a mistake? Say so within the regulation's term."] },
    },
  },
};
