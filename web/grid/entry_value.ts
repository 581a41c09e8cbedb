// What a person may put into a cell of the journal, and how it is shown there.

export const kMarkWords = ["one", "two", "three", "four", "five", "passed", "not_passed", "not_attested", "exempt"] as const;
export type MarkWord = (typeof kMarkWords)[number];

export type Entry = { kind: "mark"; value: MarkWord } | { kind: "absent" } | { kind: "late" };

const kShown: Record<MarkWord, string> = {
  one: "1", two: "2", three: "3", four: "4", five: "5",
  passed: "зач", not_passed: "нез", not_attested: "н/а", exempt: "осв",
};

const kDigits: readonly MarkWord[] = ["one", "two", "three", "four", "five"];

export const isMarkWord = (word: string): word is MarkWord => (kMarkWords as readonly string[]).includes(word);

export const showMark = (word: string): string => (isMarkWord(word) ? kShown[word] : word);

export const showEntry = (entry: Entry): string =>
  entry.kind === "mark" ? kShown[entry.value] : entry.kind === "absent" ? "н" : "о";

// The mark of a digit 1 to 5.
export function markOfDigit(digit: string): Entry | undefined {
  const value = /^[1-5]$/.test(digit) ? kDigits[Number(digit) - 1] : undefined;
  return value === undefined ? undefined : { kind: "mark", value };
}

// One entry as people write it, or undefined.
export function readEntry(text: string): Entry | undefined {
  const written = text.trim().toLowerCase();
  const byDigit = markOfDigit(written);
  if (byDigit) return byDigit;
  if (written === "н") return { kind: "absent" };
  if (written === "о") return { kind: "late" };
  const word = kMarkWords.find((candidate) => kShown[candidate] === written);
  return word === undefined ? undefined : { kind: "mark", value: word };
}
