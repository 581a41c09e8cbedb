// Volumes that were destroyed by an act: what is not here any more for a good reason, and what is
// here again without one.
import type { Findings } from "../proofs/findings";
import { refuse } from "../proofs/refusal";
import type { LogFacts } from "./log_facts";
import { orderOf, type Destroyed } from "./verdict";

export function destroyedBy(facts: LogFacts): Destroyed[] {
  const destroyed: Destroyed[] = [];
  for (const { volume, medium, act } of facts.destroyed.values()) {
    for (const { says } of facts.sealed) {
      if (says["volume"] === volume) destroyed.push({ name: says["name"] as string, medium, act: orderOf(act) });
    }
  }
  return destroyed;
}

// On that medium, or on whatever one.
export function findDestroyed(known: readonly Destroyed[], name: string, medium?: number): Destroyed | undefined {
  return known.find((one) => one.name === name && (medium === undefined || one.medium === medium));
}

export function holdPutBack(known: readonly Destroyed[], name: string, medium: number, findings: Findings): void {
  const destroyed = findDestroyed(known, name, medium);
  if (!destroyed) return;
  const { number } = destroyed.act;
  findings.add({
    fault: "altered", where: "volume", file: name,
    what: refuse("volume.put_back", `том ${name} уничтожен на этом носителе по акту ${number}, а он снова здесь`,
      `the volume ${name} was destroyed on this medium by the act ${number}, and is here again`),
  });
}
