// What a check of a log has found, as it is gathered: the first kept, all counted.
import type { Refusal } from "./refusal";

// What a finding is about: bytes are not those that were signed or hashed; older than what somebody
// has seen, or another branch; something that must be there is missing.
export type Fault = "altered" | "rolled_back" | "incomplete";

export interface Finding {
  fault: Fault;
  where: string; // "entries", "tree", "checkpoint", "manifest" …
  what: Refusal;
  position?: number; // of the entry it is about
  file?: string;
  volume?: string;
}

const kMaxFindings = 100;
// So many of them at one place for one reason: what follows from a fault may not crowd it out.
const kMaxAlike = 20;

export class Findings {
  private readonly kept: Finding[] = [];
  private readonly alike = new Map<string, number>();
  private readonly ofFault: Record<Fault, number> = { altered: 0, rolled_back: 0, incomplete: 0 };
  private volume = "";

  add(finding: Finding): void {
    ++this.ofFault[finding.fault];
    if (this.kept.length === kMaxFindings) return;
    const kind = `${finding.where} ${finding.what.code}`;
    const seen = (this.alike.get(kind) ?? 0) + 1;
    this.alike.set(kind, seen);
    if (seen > kMaxAlike) return;
    this.kept.push({ ...finding, volume: finding.volume || this.volume });
  }

  // From now on findings are about this volume, if they do not say so themselves.
  about(volume: string): void {
    this.volume = volume;
  }

  inAll(fault?: Fault): number {
    if (fault) return this.ofFault[fault];
    return this.ofFault.altered + this.ofFault.rolled_back + this.ofFault.incomplete;
  }

  // Those kept, those about an entry first, in the order of the log.
  list(): Finding[] {
    const place = ({ position }: Finding): number => position ?? Infinity;
    return [...this.kept].sort((left, right) => (place(left) === place(right) ? 0 : place(left) - place(right)));
  }
}
