// Finding by what somebody types: by the beginnings of words, in whatever keyboard layout.
export interface Findable {
  text: string; // "Белый Василий Арсеньевич"
  detail: string; // "5а · Дневник"
  address: string; // "#/diary/69"
}

const kLatin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const kRussian = "ёйцукенгшщзхъфывапролджэячсмитьбю";
const kOtherLayout = new Map([...kLatin].flatMap((latin, index) =>
  [[latin, kRussian[index]!], [kRussian[index]!, latin]] as [string, string][]));

// The best first; of equals the order given.
export function find(things: readonly Findable[], typed: string, most: number): Findable[] {
  const asTyped = wordsOf(typed);
  const swapped = wordsOf([...typed.toLowerCase()].map((letter) => kOtherLayout.get(letter) ?? letter).join(""));
  if (asTyped.length === 0) return [];
  const scored = things.flatMap((thing) => {
    const score = Math.min(scoreOf(thing, asTyped), scoreOf(thing, swapped) + 1);
    return Number.isFinite(score) ? [{ thing, score }] : [];
  });
  return scored.sort((one, other) => one.score - other.score).slice(0, most).map(({ thing }) => thing);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll("ё", "е").split(/[\s,·.«»"()-]+/).filter((word) => word !== "");
}

// Each word that was typed begins one of the thing's; infinite where one does not. What stands first counts
// before what stands later, and the text before the detail.
function scoreOf(thing: Findable, typed: readonly string[]): number {
  const [text, detail] = [wordsOf(thing.text), wordsOf(thing.detail)];
  let score = 0;
  for (const word of typed) {
    const inText = text.findIndex((one) => one.startsWith(word));
    const inDetail = detail.findIndex((one) => one.startsWith(word));
    if (inText < 0 && inDetail < 0) return Infinity;
    score += inText >= 0 ? inText + (text[inText] === word ? 0 : 0.5) : 10 + inDetail;
  }
  return score;
}
