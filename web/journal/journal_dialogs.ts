// What the journal asks before it states: why a mark changes, how late a pupil came, and whom to ask for a
// permission where a rule has closed the journal.
import type { en } from "../words/en_journal";
import type { ru } from "../words/ru_journal";
import { choice, labelled, make } from "./elements";
import type { Why } from "./journal_commands";

export type JournalWords = typeof ru | typeof en;

const kLongestNote = 500;
const kMostShown = 8;
const kUsualMinutes = 5;
const kLesson_minutes = 45;

// Answers what `read` finds when the form is sent; undefined where it was cancelled.
function asked<Value>(title: string, body: Node[], words: JournalWords, act: string, read: () => Value): Promise<Value | undefined> {
  const heading = make("h2", { id: "dialog-title" }, title);
  const cancel = make("button", { type: "button", class: "plain" }, words.cancel);
  const form = make("form", { method: "dialog" }, heading, ...body,
    make("div", { class: "buttons" }, make("button", { type: "submit", class: "main" }, act), cancel));
  const dialog = make("dialog", { class: "journal-dialog", "aria-labelledby": "dialog-title" }, form);
  const before = document.activeElement;
  document.body.append(dialog);
  return new Promise((resolve) => {
    let told: Value | undefined;
    form.addEventListener("submit", () => { told = read(); });
    cancel.addEventListener("click", () => dialog.close());
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target === cancel || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      form.requestSubmit();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(told);
    });
    dialog.showModal();
  });
}

export function askWhy(changes: readonly { name: string; from: string; to: string }[], words: JournalWords): Promise<Why | undefined> {
  const reasons = Object.entries(words.reasons).map(([value, text]) => ({ value, text }));
  const reason = choice(reasons, "mistyped");
  const note = make("input", { maxlength: String(kLongestNote), autocomplete: "off" });
  const list = make("ul", { class: "changes" }, ...changes.slice(0, kMostShown).map(({ name, from, to }) =>
    make("li", {}, `${name}: `, make("s", {}, from), " → ", make("b", {}, to))));
  const body = [list, labelled(words.reason, reason), labelled(words.note, note), make("p", { class: "told" }, words.who_is_told)];
  const act = changes.every(({ to }) => to === "—") ? words.withdraw : words.state;
  return asked(words.why, body, words, act, () =>
    ({ reason: reason.value, ...(note.value.trim() === "" ? {} : { note: note.value.trim() }) }));
}

export function askMinutes(words: JournalWords): Promise<number | undefined> {
  const minutes = make("input", { type: "number", min: "1", max: String(kLesson_minutes), value: String(kUsualMinutes), required: "" });
  return asked(words.late, [labelled(words.minutes, minutes)], words, words.save, () => minutes.valueAsNumber);
}

export interface Addressee {
  person: number;
  name?: string;
  roles?: { role: string }[];
}

const kPermits = ["deputy", "director"];
const kLongestRequest = 1_000;

// Of those one may write to, who can permit; deputies go before the director.
export function permitting(addressees: readonly Addressee[]): Addressee[] {
  const rank = ({ roles = [] }: Addressee): number => kPermits.findIndex((wanted) => roles.some(({ role }) => role === wanted));
  return addressees.filter((one) => rank(one) >= 0).sort((one, other) => rank(one) - rank(other));
}

// What is asked of whom; undefined: it is not asked.
export function askPermission(about: string, whom: readonly Addressee[], words: JournalWords): Promise<{ to: number; text: string } | undefined> {
  const to = choice(whom.map(({ person, name }) => ({ value: String(person), text: name ?? `№ ${person}` })), String(whom[0]?.person));
  const text = make("textarea", { rows: "4", maxlength: String(kLongestRequest), required: "" });
  text.value = `${words.request_text} ${about}. ${words.reason}: `;
  const body = [make("p", { class: "told" }, words.request_why), labelled(words.to_whom, to), labelled(words.request, text)];
  return asked(words.permission_title, body, words, words.send, () => ({ to: Number(to.value), text: text.value.trim() }));
}
