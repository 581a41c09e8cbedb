// What a school needs before its first lesson, in the order in which one thing asks for another; what
// is there already, and what comes next.
import type { Arrangement, Classes, People } from "./things";
import { isStaff } from "./things";

export const kSteps = [
  "profile", "regulation", "staff", "year", "periods", "bells", "subjects", "rooms", "classes", "pupils", "groups", "curriculum",
  "loads", "plans", "timetable", "codes", "documents",
] as const;
export type Step = (typeof kSteps)[number];

export interface StepState {
  step: Step;
  count: number;               // how many there are
  of?: number;                 // how many there should be, where that can be said
  state: "done" | "next" | "open" | "waits"; // waits: for an earlier step
  needs?: Step;
  optional: boolean;
}

const kNeeds: Partial<Record<Step, Step>> = {
  periods: "year", bells: "year", classes: "year", pupils: "classes", groups: "pupils", curriculum: "subjects", loads: "classes",
  plans: "loads", timetable: "loads", codes: "staff",
};
// A school can begin without these.
const kOptional = new Set<Step>(["rooms", "groups", "curriculum", "plans", "documents"]);

export interface School {
  arrangement: Arrangement;
  classes: Classes;
  people: People;
  waiting: number; // people without a code, where the reader may know
}

export function stepsOf(school: School): StepState[] {
  const counts = countsOf(school);
  let nextIsTold = false;
  const done = new Set<Step>();
  return kSteps.map((step): StepState => {
    const [count, of] = counts[step];
    const isDone = of === undefined ? count > 0 : count >= of && count > 0;
    if (isDone) done.add(step);
    const need = kNeeds[step];
    const optional = kOptional.has(step);
    const waits = !isDone && need !== undefined && counts[need][0] === 0;
    const isNext = !isDone && !waits && !optional && !nextIsTold;
    nextIsTold ||= isNext;
    return {
      step, count, optional, ...(of === undefined ? {} : { of }), ...(waits ? { needs: need } : {}),
      state: isDone ? "done" : waits ? "waits" : isNext ? "next" : "open",
    };
  });
}

function countsOf({ arrangement, classes, people, waiting }: School): Record<Step, [number, number?]> {
  const year = arrangement.years.find((one) => one.year === arrangement.year);
  const pupils = people.filter(({ class: own }) => own !== undefined).length;
  const staff = people.filter(isStaff).length;
  const { loads, timetables } = arrangement;
  return {
    profile: [arrangement.profile === undefined || arrangement.profile.name === "" ? 0 : 1],
    regulation: [arrangement.adopted === undefined ? 0 : 1],
    staff: [staff, Math.max(2, staff)], // the director alone teaches nobody
    year: [year === undefined || year.closed ? 0 : 1],
    periods: [arrangement.periods.length],
    bells: [Math.min(arrangement.bell_schedules.length, arrangement.bells_applied.length)],
    subjects: [arrangement.subjects.length],
    rooms: [arrangement.rooms.length],
    classes: [classes.length],
    pupils: [pupils],
    groups: [arrangement.groups.length],
    curriculum: [year?.curriculum === true ? 1 : 0],
    loads: [year?.loads_approved === true ? Math.max(1, loads.length) : 0, Math.max(1, loads.length)],
    plans: [loads.filter(({ plan }) => plan !== undefined).length, Math.max(1, loads.length)],
    timetable: [timetables.filter(({ approved }) => approved).length, Math.max(1, timetables.length)],
    codes: [people.length - waiting, people.length],
    documents: [arrangement.documents.length],
  };
}
