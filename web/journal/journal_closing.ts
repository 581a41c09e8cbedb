// Which cells of a page are closed for one pupil alone: outside of the days in the class, and in a period
// whose mark the pupil has.
import type { Reason } from "../grid/sheet";
import type { JournalView } from "./journal_view";

type Pupil = JournalView["pupils"][number];

const numeric = (day: string): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

function byOrder({ order }: Pupil): { ru: string; en: string } {
  return order === undefined ? { ru: "", en: "" }
    : { ru: `, приказ № ${order.number} от ${numeric(order.day)}`, en: `, order ${order.number} of ${order.day}` };
}

// Of whoever is no longer there on that day: for beside the name.
export function leftBy(pupil: Pupil, today: string): Reason | undefined {
  const last = pupil.days?.at(-1)?.to;
  if (last === undefined || last >= today) return undefined;
  const order = byOrder(pupil);
  return { ru: `выбыл(а) ${numeric(last)}${order.ru}`, en: `left on ${last}${order.en}` };
}

export function notThere(pupil: Pupil, day: string): Reason | undefined {
  const { days, name } = pupil;
  if (!days || days.some(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to))) return undefined;
  const before = days.filter(({ to }) => to !== undefined && to < day).at(-1);
  if (before) {
    const order = byOrder(pupil);
    return { ru: `${name}: в этот день уже не в классе — последний день ${numeric(before.to!)}${order.ru}. Клетка закрыта.`,
      en: `${name}: no longer in the class on that day — the last day was ${before.to}${order.en}. The cell is closed.` };
  }
  const first = days[0]?.from;
  if (first === undefined) return { ru: `${name}: в этом классе не числится.`, en: `${name}: is not of this class.` };
  return { ru: `${name}: зачислен(а) только с ${numeric(first)}. Клетка закрыта.`, en: `${name}: enrolled from ${first} only. The cell is closed.` };
}

// A closed period says so for the whole lesson; a mark of the period closes the pupil's own cells.
export class PeriodMarks {
  private readonly marked = new Map<number, Set<number>>(); // by pupil
  constructor(private readonly view: JournalView) {
    if (view.period_marks_close === undefined) return;
    for (const { pupil, period, value, kind } of view.period_marks ?? []) {
      if (value === null || (kind !== "period" && kind !== "year")) continue;
      this.marked.set(pupil, (this.marked.get(pupil) ?? new Set()).add(period));
    }
  }

  closes(pupil: number, day: string): Reason | undefined {
    const periods = this.marked.get(pupil);
    if (!periods) return undefined;
    const one = this.view.periods?.find(({ period, from, to }) => periods.has(period) && from <= day && day <= to);
    if (!one) return undefined;
    return { ru: "Итоговая отметка ученика за период уже стоит: его клетки закрыты. Нужно разрешение завуча или директора (по приказу).",
      en: "The pupil has the mark of the period: these cells are closed. A permission of the deputy or director, by an order, is needed.",
      clause: this.view.period_marks_close!.clause };
  }
}
