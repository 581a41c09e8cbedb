// The shapes of answers that the pages read; api/openapi.yaml is their source.
export interface DiaryMark {
  ordinal: number;
  value: string | null;
  struck?: string[];
  work_title?: string;
}
export interface DiaryLesson {
  lesson: number;
  bell: number;
  subject: string;
  topic?: string;
  homework?: string;
  due?: string;
  no_homework?: true;
  own_homework?: string[];
  marks?: DiaryMark[];
  absence?: { kind: string; minutes?: number; reason?: string };
  notes?: { text?: string }[];
}
export interface PlannedLesson {
  bell: number;
  subject: string;
  substitution?: number;
  cancelled?: string;
}
export interface Diary {
  pupil: number;
  name: string;
  days: { day: string; lessons: DiaryLesson[]; planned?: PlannedLesson[] }[];
  notes: { text?: string }[];
  subjects: { subject: string; average: number | null; lessons: number; missed: number; late: number }[];
}
