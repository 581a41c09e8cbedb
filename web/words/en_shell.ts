import type { ru } from "./ru_shell";

export const en = {
  more: "More",
  find: "Find",
  find_keys: "Ctrl+K",
  find_what: "A section, class, pupil or teacher",
  find_nothing: "Nothing is found. Sections, classes and the people whom you may see are looked through.",
  find_hint: "Arrows choose, Enter opens, Esc closes. The keyboard layout does not matter.",
  find_part: "Not all is shown: some of the lists did not come.",
  found_section: "section",
  close: "Close",
  soon_locked: "You have done nothing for long. In a minute the session locks and asks for the password; what you typed stays.",
  i_am_here: "I am here",
  not_locked: "It is not locked: the server did not answer.",
  help: "Help",
  changed_pages: "The files of the pages have changed on the server. This tab works with the former ones; the new ones begin when you take them, or close all tabs of the journal.",
  what_changed: "Which files",
  take_pages: "Take the new ones",
  later: "Later",
} as const satisfies Record<keyof typeof ru, string>;
