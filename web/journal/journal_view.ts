// What the views `journal` and `timetable` tell, as far as the journal's page reads it.

export interface ViewMark {
  ordinal: number;
  value: string | null;
  struck?: string[];
}
export interface ViewCell {
  pupil: number;
  lesson: number;
  marks?: ViewMark[];
  absence?: { kind: string; reason?: string };
  homework?: string[];
  version?: number; // to whoever teaches there: how many facts there are about it
}
// What a rule would answer.
export interface ViewTold {
  code: string;
  ru: string;
  en: string;
  clause?: string;
  allowed?: { ru: string; en: string };
}
export interface ViewWork {
  work: number;
  kind: string;
  weight: number; // hundredths
  title: string;
}
export interface ViewPeriod {
  period: number;
  kind: string;
  ordinal: number;
  from: string;
  to: string;
  closed?: true;
}
export interface ViewLesson {
  lesson: number;
  day: string;
  bell: number;
  kind: string;
  teacher: number;
  group?: string;
  topic?: string;
  homework?: { kind: string; text: string; due?: string };
  no_homework?: true;
  works?: ViewWork[];
  closed?: ViewTold;
  marks_closed?: ViewTold;
  permission?: number; // names what lets a late mark in
  void?: true;
  withdrawn?: true;
  substitution?: number;
  version?: number; // as a cell's
}
export interface JournalView {
  class: string | null;
  subject: string;
  from: string;
  to: string;
  pupils: {
    pupil: number;
    name: string;
    average: number | null;
    days?: { from?: string; to?: string }[];
    order?: { number: string; day: string };
  }[];
  lessons: ViewLesson[];
  cells: ViewCell[];
  periods?: ViewPeriod[];
  period_marks?: { pupil: number; period: number; kind: string; value: string | null }[];
  period_marks_close?: { clause: string };
}
export interface PlannedLesson {
  day: string;
  cancelled?: string;
  bell: number;
  load: number;
  subject: string;
  class?: string;
  group?: string;
  teacher: number;
}
export interface TimetableView {
  days: { day: string; lessons: Omit<PlannedLesson, "day">[] }[];
}
export interface CellStep {
  position: number;
  recorded: string;
  author_name: string;
  fact: { fact: string; value?: string; kind?: string; reason?: string; note?: string };
}
