// The medium held against what its own log says of it, and against what the inspector has seen.
import { toHex } from "../proofs/bytes";
import type { Checkpoint } from "../proofs/checkpoint";
import type { Values } from "../proofs/event";
import type { Fault, Findings } from "../proofs/findings";
import { refuse } from "../proofs/refusal";
import type { BagInfo } from "./bag_info";
import type { Certified } from "./certified";
import type { Chain } from "./chain";
import { findDestroyed } from "./destroyed";
import { kIdentityFile, shownName } from "./layout";
import type { SealedBefore } from "./log_facts";
import type { MediumVolumes } from "./medium_volumes";
import type { Trust } from "./trust";
import type { Destroyed } from "./verdict";

export interface KnownVolume {
  info: BagInfo;
  tagManifest: string;
  signatures: string[];
}

const isSame = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((one, at) => one === right[at]);

class AgainstLog {
  constructor(
    private readonly chain: Chain,
    private readonly volumes: readonly KnownVolume[],
    private readonly medium: MediumVolumes,
    private readonly destroyed: readonly Destroyed[],
    private readonly findings: Findings,
  ) {}

  run(): string {
    const room = this.findMedium();
    for (const sealed of this.chain.facts.sealed) {
      if (!this.volumes.some(({ info }) => info.volume === sealed.says["volume"])) this.miss(sealed);
    }
    for (const volume of this.volumes) this.hold(volume);
    return room;
  }

  private findMedium(): string {
    const { identity } = this.medium;
    if (!identity) return "";
    const { facts } = this.chain;
    const known = facts.media.get(identity.medium);
    if (known?.["identity"] === identity.digest && identity.log === facts.log) return known["room"] as string;
    if (!this.medium.whole) return "";
    // A medium that was registered after its newest volume was sealed is one that the log cannot
    // know yet.
    const later = !known && identity.log === facts.log;
    this.findings.add({
      fault: later ? "incomplete" : "altered", where: "medium", file: kIdentityFile,
      what: refuse(later ? "medium.not_known_yet" : "medium.not_registered",
        "журнал не знает носителя с такой карточкой (letopis-medium.txt)",
        "the log knows no medium of this identity (letopis-medium.txt)"),
    });
    return "";
  }

  // A volume that the log says was sealed to this very medium has to be on it.
  private miss({ position, says }: SealedBefore): void {
    const medium = this.medium.identity?.medium;
    if (!this.medium.whole || medium === undefined) return;
    if (says["first_medium"] !== medium && says["second_medium"] !== medium) return;
    const name = says["name"] as string;
    if (findDestroyed(this.destroyed, name, medium)) return;
    this.add("incomplete", "volume.missing", name, position,
      `тома ${name} нет, хотя журнал говорит, что он запечатан на этот носитель`,
      `the volume ${name} is missing; the log says it was sealed to this medium`);
  }

  // A log volume holds the entries of all volumes sealed before it: only the newest one, and the
  // documents that follow it, are such as it cannot know yet.
  private isTooNew(volume: KnownVolume): boolean {
    return !this.volumes.some(({ info }) => info.kind === "log" && info.volume > volume.info.volume);
  }

  // A log volume speaks for itself, by its entries. Documents that no entry tells of may be anybody's who
  // holds the log's key.
  private expectTold({ info: { kind, name } }: KnownVolume): void {
    if (kind === "log") return;
    this.add("incomplete", "volume.not_yet_told", name, undefined,
      `о томе ${name} в журнале на этом носителе ещё нет записи: журнал за него не ручается`,
      `the log on this medium does not tell of the volume ${name} yet: it does not vouch for it`);
  }

  private hold(volume: KnownVolume): void {
    const { name } = volume.info;
    const sealed = this.chain.facts.sealed.find(({ says }) => says["volume"] === volume.info.volume);
    if (!sealed) {
      if (this.isTooNew(volume)) return this.expectTold(volume);
      this.add("altered", "volume.unrecorded", name, undefined, `о томе ${name} в журнале нет записи`,
        `the log has no entry of the volume ${name}`);
    } else if (!this.isSealed(volume, sealed.says)) {
      this.add("altered", "volume.not_sealed", name, sealed.position,
        `том ${name} — не тот, о запечатывании которого говорит журнал`,
        `${name} is not the volume that the log says was sealed`);
    }
  }

  private isSealed({ info, tagManifest, signatures }: KnownVolume, says: Values): boolean {
    return says["tag_manifest"] === tagManifest && says["name"] === info.name &&
      isSame(says["signatures"] as string[], signatures);
  }

  private add(fault: Fault, code: string, volume: string, position: number | undefined, ru: string, en: string): void {
    this.findings.add({
      fault, where: "volume", file: volume, what: refuse(code, ru, en), ...(position !== undefined && { position }),
    });
  }
}

// The room where the log says that the medium is kept, "" where it does not.
export const holdAgainstLog = (
  chain: Chain, volumes: readonly KnownVolume[], medium: MediumVolumes, destroyed: readonly Destroyed[],
  findings: Findings,
): string => new AgainstLog(chain, volumes, medium, destroyed, findings).run();

// A certificate of a trusted authority is anybody's; the log says which are the school's. A log that never
// took one says nothing.
export function holdSigners({ facts }: Chain, { certificates }: Certified, findings: Findings): void {
  if (facts.certificates.size === 0) return;
  for (const [sha256, name] of [...certificates].sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (facts.certificates.has(sha256)) continue;
    const [who, digest] = [shownName(name), sha256.slice(0, 16)];
    findings.add({
      fault: "altered", where: "documents",
      what: refuse("certificate.stranger",
        `сертификат «${who}» (SHA-256 ${digest}) подписал документы, а журнал его не принимал`,
        `the certificate of ${who} (SHA-256 ${digest}) signed documents, and the log never took it`),
    });
  }
}

// If the entries do not even give the signed root, what was altered is known already.
function holdRoot(chain: Chain, size: number, root: string, file: string, findings: Findings): void {
  const here = chain.fold.rootAt(size);
  if (here === undefined || here === root || findings.inAll("altered") > 0) return;
  findings.add({
    fault: "rolled_back", where: "known", file,
    what: refuse("known.forked",
      `первые ${size} записей — не те, что были показаны раньше: журнал переписан, это другая ветвь`,
      `the first ${size} entries are not those that were shown before: the log was written anew, this is another ` +
        "branch"),
  });
}

function holdKnown(chain: Chain, { size, root }: Checkpoint, findings: Findings): void {
  if (size <= chain.fold.size) return holdRoot(chain, size, root, "", findings);
  findings.add({
    fault: "rolled_back", where: "known",
    what: refuse("known.rolled_back",
      `вы видели журнал из ${size} записей, а здесь их только ${chain.fold.size}: это старая копия`,
      `you have seen a log of ${size} entries, here are but ${chain.fold.size}: this is an older copy`),
  });
}

export function holdAgainstKnown(
  chain: Chain, volumes: readonly KnownVolume[], trust: Trust | undefined, findings: Findings,
): void {
  for (const { info } of volumes) holdRoot(chain, info.end, info.root, info.name, findings);
  for (const known of trust?.checkpoints ?? []) holdKnown(chain, known, findings);
}

// Entry 0 is the one that the inspector holds, and the log the one that the volume names.
export function holdStart(chain: Chain, info: BagInfo, trust: Trust | undefined, findings: Findings): void {
  const another = (code: string, ru: string, en: string): void =>
    findings.add({ fault: "rolled_back", where: "start", position: 0, what: refuse(code, ru, en) });
  if (trust?.genesis && chain.genesis && trust.genesis !== toHex(chain.genesis)) {
    another("start.genesis", "запись № 0 не та, что в файле доверия: это другой журнал",
      "entry 0 is not the one in the trust file: this is another log");
  }
  const { start, log } = chain.facts;
  if (!start) return;
  if (trust?.founder && trust.founder !== start["founder"]) {
    another("start.founder", "ключ основателя не тот, что в файле доверия: это другой журнал",
      "the founder's key is not the one in the trust file: this is another log");
  }
  // A restored log may be sealed under its new name before its next entry says so.
  const { origin } = chain.fold;
  const sameName = !origin.started || origin.name === info.origin || !origin.stoodUnder(info.origin);
  if (log === info.log && chain.fold.trial === info.trialLog && sameName) return;
  findings.add({
    fault: "altered", where: "volume", file: info.name,
    what: refuse("volume.another_log", "bag-info.txt называет не тот журнал, что записи",
      "bag-info.txt names another log than the entries"),
  });
}
