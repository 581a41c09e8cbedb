// What is guessed first, as accounts/tried_first.h has it: words of accounts/tried_first.txt however they
// are dressed up, dates and telephone numbers.
import table from "letopis-tried-first";

const kMostDressing = 8; // digits and signs beside a word
const kMostOfNumber = 12; // digits alone: a date, a telephone number

const kWords = new Set(table);
// The same keys on both keyboards.
const kLatinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const kRussianKeys = "ёйцукенгшщзхъфывапролджэячсмитьбю";
const kSignsForLetters: Readonly<Record<string, string>> = { "@": "a", 4: "a", 3: "e", 1: "i", "!": "i", 0: "o", 5: "s", $: "s", 7: "t" };

const size = (text: string): number => [...text].length;

const withLetters = (text: string): string => [...text].map((one) => kSignsForLetters[one] ?? one).join("");

const onOtherKeyboard = (text: string): string =>
  [...text].map((one) => kRussianKeys[kLatinKeys.indexOf(one)] ?? kLatinKeys[kRussianKeys.indexOf(one)] ?? one).join("");

function isWord(text: string): boolean {
  const all = [...text];
  const half = all.slice(0, all.length / 2).join("");
  return kWords.has(text) || (half + half === text && kWords.has(half));
}

// Of a password in small letters.
export function isTriedFirst(password: string): boolean {
  if (/^[0-9]*$/.test(password) && password.length <= kMostOfNumber) return true;
  const untilLetter = password.replace(/[^a-zа-яё]+$/u, ""); // what stands for a letter may stand first
  const letters = untilLetter.replace(/^[^a-zа-яё]+/u, "");
  const withoutDigits = password.replace(/^[0-9]+|[0-9]+$/g, "");
  return [letters, withoutDigits, untilLetter, password].some((part) =>
    part !== "" && size(password) - size(part) <= kMostDressing &&
    (isWord(part) || isWord(withLetters(part)) || isWord(onOtherKeyboard(part))));
}
