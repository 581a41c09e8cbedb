// What is said where a report is handed in, in English.
import type { HandingInWords } from "./ru_handing_in";

export const en = {
  hand_in: "Mark as handed in",
  about: "The entry says that the report was made, and who received it.",
  receiver: "Who received it (number or name; may be left out)",
  say: "The report is handed in",
  signing: "Recording…",
  handed_in: "The report is marked as handed in.",
  cancel: "Cancel",
} as const satisfies HandingInWords;
