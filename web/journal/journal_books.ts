// Which journals a person may open: the own lessons' by the timetable, and whole classes' where the role
// reads them.
import type { Looked } from "../client/school_years";
import type { TimetableView } from "./journal_view";
import { daysBefore } from "./journal_span";

export interface BooksWorld {
  get<Body>(target: string): Promise<Body>;
  person: number;
  looked: Pick<Looked, "day" | "year">; // about that day lessons are looked for, and never before its year
  // Classes read in every subject, by number: a class teacher's own ones; "all" for whoever leads or inspects.
  whole: readonly number[] | "all";
}

const kDaysAround: readonly (readonly [number, number])[] = [[7, 14], [45, 45], [366, 0]]; // wider where holidays, or half a year, leave nothing

export class JournalBooks {
  private readonly own = new Map<string, Set<string>>();
  private readonly found = new Map<string, string[]>();
  private whole: readonly string[] = [];

  private constructor(private readonly world: BooksWorld) {}

  static async find(world: BooksWorld): Promise<JournalBooks> {
    const books = new JournalBooks(world);
    for (const { class: name, subject } of await books.lessons(`teacher=${world.person}&`))
      if (name !== undefined) books.own.set(name, (books.own.get(name) ?? new Set()).add(subject));
    if (world.whole === "all" || world.whole.length > 0) {
      const { classes } = await world.get<{ classes: { school_class: number; name: string }[] }>(`api/v1/views/classes?day=${world.looked.day}`);
      books.whole = classes.filter((one) => world.whole === "all" || world.whole.includes(one.school_class)).map(({ name }) => name);
    }
    return books;
  }

  get classes(): string[] {
    return [...new Set([...this.own.keys(), ...this.whole])].sort((one, other) => one.localeCompare(other, "ru", { numeric: true }));
  }

  async subjectsOf(name: string): Promise<string[]> {
    const own = [...(this.own.get(name) ?? [])];
    if (this.whole.includes(name) && !this.found.has(name))
      this.found.set(name, (await this.lessons(`class=${encodeURIComponent(name)}&`)).map(({ subject }) => subject));
    return [...new Set([...own, ...(this.found.get(name) ?? [])])].sort((one, other) => one.localeCompare(other, "ru"));
  }

  // The class opened first: one's own lessons go before others'.
  get first(): string | undefined {
    const own = [...this.own.keys()].sort((one, other) => one.localeCompare(other, "ru", { numeric: true }));
    return own[0] ?? this.classes[0];
  }

  private async lessons(whose: string): Promise<{ class?: string; subject: string }[]> {
    for (const [back, ahead] of kDaysAround) {
      const { day, year } = this.world.looked;
      const [wished, to] = [daysBefore(day, back), daysBefore(day, -ahead)];
      const from = year !== undefined && wished < year.first_day ? year.first_day : wished;
      const timetable = await this.world.get<TimetableView>(`api/v1/views/timetable?${whose}from=${from}&to=${to}`);
      const lessons = timetable.days.flatMap(({ lessons: there }) => there);
      if (lessons.length > 0) return lessons;
    }
    return [];
  }
}
