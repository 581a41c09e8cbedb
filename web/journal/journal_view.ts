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
  works?: { work: number; kind: string; title: string }[];
  void?: true;
  withdrawn?: true;
  substitution?: number;
}
export interface JournalView {
  class: string | null;
  subject: string;
  from: string;
  to: string;
  pupils: { pupil: number; name: string; average: number | null }[];
  lessons: ViewLesson[];
  cells: ViewCell[];
}
export interface PlannedLesson {
  bell: number;
  load: number;
  subject: string;
  class?: string;
  group?: string;
  teacher: number;
}
export interface TimetableView {
  days: { day: string; lessons: PlannedLesson[] }[];
}
export interface CellStep {
  position: number;
  recorded: string;
  author_name: string;
  fact: { fact: string; value?: string; kind?: string; reason?: string; note?: string };
}
