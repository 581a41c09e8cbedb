// The whole check of a medium, or of one volume: every byte, every signature, every volume against
// the next, and all against what the inspector holds. The same as `letopis-verify` makes, except for
// what a browser cannot see: links, and folders above the one that was chosen.
import { Findings } from "../proofs/findings";
import { meetsQuorum } from "../proofs/policy";
import { Refusal, refuse } from "../proofs/refusal";
import { sameKey, type VerifierKey } from "../proofs/verifier_key";
import { holdAgainstKnown, holdAgainstLog, holdStart, type KnownVolume } from "./against_log";
import { isIncremental, type BagInfo } from "./bag_info";
import { Chain, type Listener } from "./chain";
import type { EntriesCount } from "./entries_check";
import { kCheckpointsFolder } from "./layout";
import { listVolumes, type ChosenFolder, type FoundVolume, type MediumVolumes } from "./medium_volumes";
import type { Trust } from "./trust";
import { emptyVerdict, orderOf, type TrustState, type Verdict, type Witnessed } from "./verdict";
import { VolumeCheck, type OpenedOnMedium } from "./volume_check";
import { VolumeFolder } from "./volume_folder";

export interface CheckSettings {
  trust?: Trust;
  listener?: Listener;
  progress: (done: number, all: number) => Promise<void>;
}

const kTrustOrder: TrustState[] = ["trusted", "unknown_key", "not_given"];
const worse = (left: TrustState, right: TrustState): TrustState =>
  kTrustOrder[Math.max(kTrustOrder.indexOf(left), kTrustOrder.indexOf(right))]!;

class MediumCheck {
  private readonly findings = new Findings();
  private readonly verdict: Verdict;
  private readonly known: KnownVolume[] = [];
  private chain: Chain | undefined;
  private listed!: MediumVolumes;

  constructor(private readonly settings: CheckSettings) {
    this.verdict = emptyVerdict(settings.trust ? "trusted" : "not_given");
  }

  async run(chosen: ChosenFolder): Promise<Verdict | Refusal> {
    const listed = await listVolumes(chosen, this.findings);
    if (listed instanceof Refusal) return listed;
    this.listed = listed;
    this.verdict.skipped = listed.unfinished;
    if (listed.identity) this.verdict.medium = listed.identity.medium;
    for (const [number, volume] of listed.volumes.entries()) await this.checkVolume(volume, number);
    this.findings.about("");
    if (this.chain) {
      this.chain.fold.finish();
      this.verdict.room = holdAgainstLog(this.chain, this.known, listed, this.findings);
      holdAgainstKnown(this.chain, this.known, this.settings.trust, this.findings);
      this.countChain(this.chain);
    }
    this.judgeWitnesses();
    this.finish();
    return this.verdict;
  }

  private async checkVolume(found: FoundVolume, number: number): Promise<void> {
    const before = this.findings.inAll();
    const { trust } = this.settings;
    this.findings.about(found.name);
    const folder = new VolumeFolder(found.name, found.files, found.emptyFolders, this.findings);
    const volume = await VolumeCheck.open(folder, trust, this.findings, before);
    if (!volume.info) {
      if (trust) this.verdict.trust = worse(this.verdict.trust, "unknown_key");
      this.findings.add({
        fault: "incomplete", where: "volume", file: found.name,
        what: refuse("volume.unreadable", `том ${found.name} не прочесть: что в нём, не проверено`,
          `the volume ${found.name} cannot be read: what it holds was not checked`),
      });
      const { tagManifest } = volume;
      this.verdict.volumes.push({ name: found.name, tagManifest, signatures: [], followed: false, findings: 1 });
      return;
    }
    const { info, tagManifest, signatureDigests: signatures } = volume;
    this.noteTrust(volume, info);
    const chain = this.chainFor(info);
    if (chain) for (const { size } of trust?.checkpoints ?? []) chain.fold.watch(size);
    const count = await volume.check(chain, (done, all) =>
      this.settings.progress(number * all + done, this.listed.volumes.length * all));
    this.addCounts(folder, count);
    if (chain) {
      holdStart(chain, info, trust, this.findings);
      for (const one of volume.checkpoints) {
        if (chain.fold.rootAt(one.checkpoint.size) === one.checkpoint.root) this.noteWitnesses(one);
      }
    }
    const findings = this.findings.inAll() - before;
    this.verdict.volumes.push(
      { name: found.name, info, tagManifest, signatures, followed: chain !== undefined, findings });
    this.known.push({ info, tagManifest, signatures });
  }

  // A whole volume begins the log anew; an incremental one goes on where the one before it ended.
  private chainFor(info: BagInfo): Chain | undefined {
    this.checkPrevious(info);
    if (!isIncremental(info)) {
      this.chain?.fold.finish();
      this.chain = new Chain(this.findings, this.settings.listener);
      this.watchCheckpoints(this.chain);
      return this.chain;
    }
    const last = this.known[this.known.length - 1];
    const previous = info.previous!.name;
    if (this.chain && last?.info.name === previous && this.chain.fold.size === info.first) return this.chain;
    this.chain = undefined;
    this.findings.add({
      fault: "incomplete", where: "volume", file: info.name,
      what: refuse("volume.no_previous",
        `том ${info.name} продолжает том ${previous}, а его здесь нет: подписи и права ключей не проверены`,
        `the volume ${info.name} goes on from ${previous}, which is not here: signatures and keys were not checked`),
    });
    return undefined;
  }

  // The one before it, if it is here, is the very one that it names.
  private checkPrevious({ name, previous }: BagInfo): void {
    if (!previous) return;
    for (const { info, tagManifest } of this.known) {
      if (info.name !== previous.name || tagManifest === previous.tagManifest) continue;
      this.findings.add({
        fault: "altered", where: "volume", file: info.name,
        what: refuse("volume.previous_differs", `том ${info.name} — не тот, за которым следует ${name}`,
          `${info.name} is not the volume that ${name} follows`),
      });
    }
  }

  // The sizes of all checkpoints on the medium, by their names: whichever volume they lie in, they
  // are compared with this tree.
  private watchCheckpoints(chain: Chain): void {
    for (const { info } of this.known) chain.fold.watch(info.end);
    for (const { files } of this.listed.volumes) {
      for (const { path } of files) {
        const size = path.startsWith(kCheckpointsFolder) ? path.slice(kCheckpointsFolder.length) : "";
        if (/^\d{12}$/.test(size)) chain.fold.watch(Number(size));
      }
    }
  }

  private noteTrust(volume: VolumeCheck, info: BagInfo): void {
    const { verdict } = this;
    verdict.trust = worse(verdict.trust, volume.trust);
    verdict.origin = info.origin;
    verdict.trialLog = info.trialLog;
    verdict.trialMedia ||= info.trialMedia;
    verdict.size = info.end;
    verdict.root = info.root;
  }

  private noteWitnesses({ checkpoint, verified }: OpenedOnMedium): void {
    ++this.verdict.checkpoints;
    const seen: Witnessed = { names: [], time: 0n, size: checkpoint.size };
    for (const { key, time } of verified) {
      if (time === undefined) continue;
      ++this.verdict.cosignatures;
      seen.names.push(this.nameOfWitness(key));
      if (time > seen.time) seen.time = time;
    }
    const policy = this.settings.trust?.policy;
    const enough = policy && seen.names.length > 0 && meetsQuorum(policy, verified);
    if (enough && (this.verdict.witnessed?.size ?? 0) <= seen.size) this.verdict.witnessed = seen;
  }

  private nameOfWitness(key: VerifierKey): string {
    return this.settings.trust?.policy.witnesses.find((one) => sameKey(one.key, key))?.name ?? key.name;
  }

  private addCounts(folder: VolumeFolder, count: EntriesCount): void {
    this.verdict.files += folder.filesRead;
    this.verdict.bytes += folder.bytesRead;
    this.verdict.entries += count.hashed;
    this.verdict.signatures += count.signatures;
    this.verdict.renditions += count.renditions;
  }

  private countChain({ fold, facts }: Chain): void {
    const { verdict } = this;
    verdict.keys = fold.keys.records.length;
    verdict.streams = fold.streams;
    verdict.commands = fold.commands;
    verdict.texts = facts.texts;
    verdict.textsErased = facts.textsErased;
    for (const [person, says] of [...facts.erased].sort(([left], [right]) => left - right)) {
      verdict.erased.push({ person, order: orderOf(says["order"]!) });
    }
    if (facts.school) {
      verdict.school = facts.school["short_name"] as string;
      verdict.timeZone = facts.school["time_zone"] as string;
    }
  }

  private judgeWitnesses(): void {
    const { trust } = this.settings;
    if (trust?.policy.quorum === undefined || this.verdict.witnessed || this.verdict.trust !== "trusted") return;
    this.findings.add({
      fault: "incomplete", where: "witness",
      what: refuse("policy.no_quorum",
        "ни одну контрольную точку не заверило столько свидетелей, сколько требует файл доверия",
        "no checkpoint was cosigned by as many witnesses as the trust file asks for"),
    });
  }

  private finish(): void {
    const { verdict, findings } = this;
    verdict.altered = findings.inAll("altered") > 0;
    verdict.rolledBack = findings.inAll("rolled_back") > 0;
    verdict.incomplete = findings.inAll("incomplete") > 0;
    verdict.findingsInAll = findings.inAll();
    verdict.findings = findings.list();
  }
}

// Refuses check.nothing (no volume there). Any damage is a finding.
export const checkMedium = (chosen: ChosenFolder, settings: CheckSettings): Promise<Verdict | Refusal> =>
  new MediumCheck(settings).run(chosen);
