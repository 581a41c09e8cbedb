// Which passwords may be chosen: the rules of accounts/password_rules.h, for keys whose password the
// server never sees.
import { Problem } from "../client/problem";
import { isTriedFirst } from "./tried_first";

const kLeast = 8;
const kMostBytes = 512;
const kRuns = [
  "01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "абвгдежзийклмнопрстуфхцчшщъыьэюя",
  "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю.", "1q2w3e4r5t6y7u8i9o0p",
];
const refused = (code: string, ru: string, en: string): Problem => new Problem({ status: 422, code, ru, en });

// All of it lies on one run, forwards or back, perhaps with digits after it.
function isRun(text: string): boolean {
  const bare = /^\d/.test(text) ? text : text.replace(/\d+$/, "");
  const back = [...bare].reverse().join("");
  return kRuns.some((run) => run.includes(bare) || run.includes(back));
}

// Throws Problem: password.long, password.unreadable, password.short, password.guessable.
export function checkPassword(password: string, login: string): void {
  if (new TextEncoder().encode(password).length > kMostBytes) {
    throw refused("password.long", `Пароль слишком длинный: не больше ${kMostBytes} байт.`, `The password is too long: up to ${kMostBytes} bytes.`);
  }
  if (/[\u0000-\u001f\u007f]|\p{Cs}/u.test(password)) {
    throw refused("password.unreadable", "В пароле есть знаки, которых не набрать на клавиатуре.", "The password has characters that no keyboard types.");
  }
  const text = password.replace(/[A-ZА-ЯЁ]/g, (one) => one.toLowerCase());
  if ([...text].length < kLeast) {
    throw refused("password.short", `Пароль слишком короткий: от ${kLeast} знаков; годится и фраза из нескольких слов.`,
      `The password is too short: ${kLeast} characters or more; a phrase of several words will do.`);
  }
  const isGuessable = new Set(text).size < 4 || (login.length >= 4 && text.includes(login.toLowerCase())) || isRun(text) || isTriedFirst(text);
  if (isGuessable) {
    throw refused("password.guessable", "Такой пароль подбирают одним из первых.", "This password is among the first that are guessed.");
  }
}
