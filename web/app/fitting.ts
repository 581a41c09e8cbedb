// How many of the bar's sections stand in it; the rest goes under one button, so that there is never a
// second row.

// All lengths in CSS pixels. The section that is open always stands in the bar, in place of the last.
export function fitting(widths: readonly number[], room: number, more: number, open: number): number[] {
  const every = widths.map((_, index) => index);
  if (sum(widths) <= room) return every;
  const shown: number[] = [];
  let used = more + (open >= 0 ? widths[open]! : 0);
  for (const index of every) {
    if (index === open) continue;
    if (used + widths[index]! > room) break;
    used += widths[index]!;
    shown.push(index);
  }
  if (open >= 0) shown.push(open);
  return shown.sort((one, other) => one - other);
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((one, other) => one + other, 0);
}

// "Мельникова Карина Вадимовна" → "Мельникова К. В."
export function shortName(name: string): string {
  const [family = "", ...given] = name.split(" ").filter((part) => part !== "");
  return [family, ...given.map((part) => `${part[0]}.`)].join(" ");
}
