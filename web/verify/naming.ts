// What the volumes themselves call things: classes, subjects, lessons. Names of people are not on a
// medium.
import type { Event, Values } from "../proofs/event";
import type { Language } from "../proofs/refusal";
import { dayText } from "./verdict_line";

interface Lesson {
  load: number;
  day: number;
}

interface Load {
  subject: number;
  schoolClass: number | null;
  group: number | null;
}

export class Naming {
  readonly classes = new Map<number, string>();
  private readonly subjects = new Map<number, string>();
  private readonly loads = new Map<number, Load>();
  private readonly lessons = new Map<number, Lesson>();
  private readonly groupClasses = new Map<number, number | null>();
  private readonly pupilClasses = new Map<number, number>();

  take({ fact, says }: Event): void {
    const number = (field: string): number => says[field] as number;
    switch (fact.name) {
      case "lesson_held": this.lessons.set(number("lesson"), { load: number("load"), day: number("day") }); break;
      case "load_assigned": this.takeLoad(says); break;
      case "class_opened": this.takeClass(says); break;
      case "class_promoted": this.promote(says); break;
      case "subject_registered": this.subjects.set(number("subject"), says["name"] as string); break;
      case "group_formed": this.groupClasses.set(number("group"), says["school_class"] as number | null); break;
      case "pupil_enrolled": this.pupilClasses.set(number("pupil"), number("school_class")); break;
      case "pupil_moved":
      case "pupil_promoted": this.pupilClasses.set(number("pupil"), number("to_class")); break;
    }
  }

  subject = (number: number): string | undefined => this.subjects.get(number);

  lesson(number: number, language: Language): string | undefined {
    const held = this.lessons.get(number);
    if (!held) return undefined;
    const load = this.loads.get(held.load);
    const subject = load && this.subjects.get(load.subject);
    const taught = load?.schoolClass == null ? undefined : this.classes.get(load.schoolClass);
    return [subject, taught, dayText(language, held.day)].filter(Boolean).join(", ");
  }

  // The class that a fact is about, as far as it can be told; 0 where it cannot.
  classOf(says: Values): number {
    const direct = says["school_class"] ?? says["to_class"];
    if (typeof direct === "number") return direct;
    const lesson = typeof says["lesson"] === "number" ? this.lessons.get(says["lesson"]) : undefined;
    const load = this.loads.get(lesson?.load ?? (typeof says["load"] === "number" ? says["load"] : 0));
    if (load) return load.schoolClass ?? this.groupClasses.get(load.group ?? 0) ?? 0;
    if (typeof says["group"] === "number") return this.groupClasses.get(says["group"]) ?? 0;
    return typeof says["pupil"] === "number" ? (this.pupilClasses.get(says["pupil"]) ?? 0) : 0;
  }

  private takeLoad(says: Values): void {
    this.loads.set(says["load"] as number, {
      subject: says["subject"] as number,
      schoolClass: says["school_class"] as number | null,
      group: says["group"] as number | null,
    });
  }

  private takeClass(says: Values): void {
    this.classes.set(says["school_class"] as number, `${says["grade"] as number}${says["letter"] as string}`);
  }

  // A class keeps its letter from grade to grade.
  private promote(says: Values): void {
    const number = says["school_class"] as number;
    const letter = (this.classes.get(number) ?? "").replace(/^\d+/, "");
    this.classes.set(number, `${says["grade"] as number}${letter}`);
  }
}
