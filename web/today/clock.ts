// Moments with an offset, "2026-03-13T17:00:00+03:00", by the school's own clock.
const kMinute_ms = 60_000;
const kDay_ms = 86_400_000;

// The day there, that many milliseconds later.
export function dayOf(moment: string, shift_ms = 0): string {
  return local(moment, shift_ms).toISOString().slice(0, 10);
}

// "17:00"
export function hourOf(moment: string): string {
  return local(moment, 0).toISOString().slice(11, 16);
}

function local(moment: string, shift_ms: number): Date {
  return new Date(Date.parse(moment) + offset_ms(moment) + shift_ms);
}

function offset_ms(moment: string): number {
  const found = /([+-])(\d{2}):(\d{2})$/.exec(moment);
  if (found === null) return 0; // "Z"
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === "-" ? -minutes : minutes) * kMinute_ms;
}

// How long until then; null: it is past. Beyond two days only the days count.
export interface Left {
  days: number;
  hours: number;
  minutes: number;
}
export function leftUntil(moment: string, now_ms: number): Left | null {
  const left = Date.parse(moment) - now_ms;
  if (left < 0) return null;
  if (left >= 2 * kDay_ms) return { days: Math.floor(left / kDay_ms), hours: 0, minutes: 0 };
  const minutes = Math.floor(left / kMinute_ms);
  return { days: 0, hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
