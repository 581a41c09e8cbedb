// The register of the archive, as one who answers for it reads it: what was missed and what is damaged first.
import type { Schemas } from "../client/contract";

export type Archive = Schemas["Archive"];
export type Volume = Schemas["ArchiveVolume"];

export type Standing = "missed" | "damaged" | "gone" | "good";

export function standingOf(volume: Volume): Standing {
  if (volume.on.length === 0) return "gone";
  if (volume.outcome !== undefined && volume.outcome !== "intact") return "damaged";
  return volume.check_missed === true ? "missed" : "good";
}

const kGravity: Record<Standing, number> = { damaged: 0, missed: 1, good: 2, gone: 3 };

// The gravest first, then what is to be checked soonest.
export const inOrder = (volumes: readonly Volume[]): Volume[] =>
  [...volumes].sort((a, b) => kGravity[standingOf(a)] - kGravity[standingOf(b)] ||
    (a.next_check ?? "9").localeCompare(b.next_check ?? "9") || a.volume - b.volume);

export const howMany = (volumes: readonly Volume[], standing: Standing): number =>
  volumes.filter((volume) => standingOf(volume) === standing).length;
