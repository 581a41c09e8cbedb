// People found by what is typed: every word of it begins a word of the name, the log-in or the class.
import { folded } from "./separated_table";

export const kMostShown = 50;

interface Named { name?: string; login?: string; class?: string }

export function found<Person extends Named>(people: readonly Person[], typed: string): Person[] {
  const words = typed.split(/\s+/).map(folded).filter((one) => one !== "");
  return people.filter((person) => {
    const own = [...(person.name ?? "").split(" "), person.login ?? "", person.class ?? ""].map(folded);
    return words.every((word) => own.some((one) => one.startsWith(word)));
  });
}
