// What a person can find: sections, and the classes and people that the server shows this person.
import type { Schemas } from "../client/contract";
import { NoNet, Problem } from "../client/problem";
import type { Findable } from "./find";

export interface Person {
  person: number;
  name: string;
  class?: string; // of a pupil
  canBeWrittenTo: boolean;
}

export interface Place {
  name: string; // of a section
  address: string;
  toClass?(name: string): string;
  toPerson?(person: Person): string | undefined;
}

export interface Found {
  things: Findable[];
  whole: boolean; // false: a list did not come
}

export async function gather(get: <Body>(target: string) => Promise<Body>, places: readonly Place[], section: string): Promise<Found> {
  const sections = places.map(({ name, address }) => ({ text: name, detail: section, address }));
  const [classes, people, addressees] = await Promise.all([
    asked(get<Schemas["Classes"]>("api/v1/views/classes")),
    asked(get<Schemas["People"]>("api/v1/views/people")),
    asked(get<Schemas["Addressees"]>("api/v1/views/addressees"))]);
  const ofClasses = (classes.told?.classes ?? []).flatMap(({ name }) => places.flatMap((place) =>
    place.toClass === undefined ? [] : [{ text: name, detail: place.name, address: place.toClass(name) }]));
  const ofPeople = merged(people.told, addressees.told).flatMap((person) => places.flatMap((place) => {
    const address = place.toPerson?.(person);
    if (address === undefined) return [];
    return [{ text: person.name, detail: [person.class, place.name].filter((one) => one !== undefined).join(" · "), address }];
  }));
  return { things: [...sections, ...ofClasses, ...ofPeople], whole: classes.whole && people.whole && addressees.whole };
}

// Who is not shown a list finds nothing in it; that is no fault.
async function asked<Body>(answer: Promise<Body>): Promise<{ told: Body | undefined; whole: boolean }> {
  try {
    return { told: await answer, whole: true };
  } catch (fault) {
    if (fault instanceof NoNet) return { told: undefined, whole: false };
    if (fault instanceof Problem) return { told: undefined, whole: fault.document.status === 403 };
    throw fault;
  }
}

function merged(people: Schemas["People"] | undefined, addressees: Schemas["Addressees"] | undefined): Person[] {
  const found = new Map<number, Person>();
  for (const one of people?.people ?? []) {
    if (one.name === undefined) continue;
    found.set(one.person, { person: one.person, name: one.name, ...(one.class === undefined ? {} : { class: one.class }), canBeWrittenTo: false });
  }
  for (const one of addressees?.addressees ?? []) {
    if (one.name === undefined) continue;
    found.set(one.person, { ...(found.get(one.person) ?? { person: one.person, name: one.name,
      ...(one.class === undefined ? {} : { class: one.class }) }), canBeWrittenTo: true });
  }
  return [...found.values()];
}
