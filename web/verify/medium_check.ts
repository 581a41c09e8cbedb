// The whole check of a medium, or of one volume: every byte, every signature, every volume against
// the next, and all against what the inspector holds. The same as `letopis-verify` makes, except for
// what a browser cannot see: links, and folders above the one that was chosen.
import { Findings } from "../proofs/findings";
import { meetsQuorum } from "../proofs/policy";
import { Refusal, refuse } from "../proofs/refusal";
import { sameKey, type VerifierKey } from "../proofs/verifier_key";
import { AccessCheck, type AccessEnd } from "./access_check";
import { holdAgainstKnown, holdAgainstLog, holdSigners, holdStart, type KnownVolume } from "./against_log";
import { isIncremental, parseBagInfo, type BagInfo } from "./bag_info";
import { Chain, type Listener } from "./chain";
import { destroyedBy, findDestroyed, holdPutBack } from "./destroyed";
import { DocumentCheck } from "./document_check";
import type { EntriesCount, Progress } from "./entries_check";
import { kBagInfoFile, kCheckpointsFolder, kindIn } from "./layout";
import { LogCheck } from "./log_check";
import { listVolumes, type ChosenFolder, type FoundVolume, type MediumVolumes } from "./medium_volumes";
import { checkSubmission, isSubmission } from "./submission_check";
import type { Trust } from "./trust";
import { emptyVerdict, orderOf, type TrustState, type Verdict, type Witnessed } from "./verdict";
import { VolumeFolder } from "./volume_folder";
import { VolumeFrame, type OpenedOnMedium } from "./volume_frame";

export interface CheckSettings {
  trust?: Trust;
  listener?: Listener;
  now?: number; // in seconds; else the clock's: what certificates have expired by now is told
  progress: (done: number, all: number) => Promise<void>;
}

const kTrustOrder: TrustState[] = ["trusted", "unknown_key", "not_given"];
const worse = (left: TrustState, right: TrustState): TrustState =>
  kTrustOrder[Math.max(kTrustOrder.indexOf(left), kTrustOrder.indexOf(right))]!;

class MediumCheck {
  private readonly findings = new Findings();
  private readonly verdict: Verdict;
  private readonly known: KnownVolume[] = [];
  private readonly ofDocuments: OpenedOnMedium[] = []; // their checkpoints
  private access: AccessEnd | undefined; // of the log volumes so far
  private chain: Chain | undefined;
  private listed!: MediumVolumes;
  private readonly now: number;

  constructor(private readonly settings: CheckSettings) {
    this.verdict = emptyVerdict(settings.trust ? "trusted" : "not_given");
    this.now = settings.now ?? Math.floor(Date.now() / 1000);
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
      this.verdict.destroyed = destroyedBy(this.chain.facts);
      this.verdict.room = holdAgainstLog(this.chain, this.known, listed, this.verdict.destroyed, this.findings);
      holdSigners(this.chain, this.verdict.certified, this.findings);
      holdAgainstKnown(this.chain, this.known, this.settings.trust, this.findings);
      this.countChain(this.chain);
    }
    this.holdAgainstActs();
    for (const one of this.ofDocuments) this.noteDocumentsWitnesses(one);
    this.judgeWitnesses();
    this.finish();
    return this.verdict;
  }

  private async checkVolume(found: FoundVolume, number: number): Promise<void> {
    const before = this.findings.inAll();
    const { trust } = this.settings;
    this.findings.about(found.name);
    const folder = new VolumeFolder(found.name, found.files, found.emptyFolders, this.findings);
    const volume = await VolumeFrame.open(folder, trust, this.findings, before, this.now);
    const { info, tagManifest, signatureDigests: signatures } = volume;
    if (!info) return this.noteUnreadable(volume);
    this.noteTrust(volume, info);
    this.checkPrevious(info);
    const progress: Progress = (done, all) =>
      this.settings.progress(number * all + done, this.listed.volumes.length * all);
    const followed = info.kind === "log" ? await this.checkLog(volume, info, progress)
      : await this.checkDocuments(volume, info, progress);
    this.verdict.files += folder.filesRead;
    this.verdict.bytes += folder.bytesRead;
    this.verdict.certified.add(volume.certified);
    const findings = this.findings.inAll() - before;
    this.verdict.volumes.push({ name: found.name, info, tagManifest, signatures, followed, findings });
    this.known.push({ info, tagManifest, signatures });
  }

  private noteUnreadable({ folder: { name }, tagManifest }: VolumeFrame): void {
    if (this.settings.trust) this.verdict.trust = worse(this.verdict.trust, "unknown_key");
    this.findings.add({
      fault: "incomplete", where: "volume", file: name,
      what: refuse("volume.unreadable", `том ${name} не прочесть: что в нём, не проверено`,
        `the volume ${name} cannot be read: what it holds was not checked`),
    });
    this.verdict.volumes.push({ name, tagManifest, signatures: [], followed: false, findings: 1 });
  }

  // True iff its entries were followed from the log's beginning.
  private async checkLog(volume: VolumeFrame, info: BagInfo, progress: Progress): Promise<boolean> {
    const { trust } = this.settings;
    const chain = await this.chainFor(info);
    if (chain) for (const { size } of trust?.checkpoints ?? []) chain.fold.watch(size);
    await this.checkAccess(volume, info);
    this.addCounts(await new LogCheck(volume, info, this.findings).check(chain, progress));
    if (!chain) return false;
    holdStart(chain, info, trust, this.findings);
    for (const one of volume.checkpoints) {
      if (chain.fold.rootAt(one.checkpoint.size) === one.checkpoint.root) this.noteWitnesses(one);
    }
    return true;
  }

  private async checkAccess(volume: VolumeFrame, info: BagInfo): Promise<void> {
    const check = new AccessCheck(volume, info);
    this.access = await check.check(this.access);
    this.verdict.accessEntries += check.hashed;
    if (this.access) this.verdict.accessSize = this.access.checkpoint.size;
  }

  // There is nothing to follow: documents stand on their own, and on a checkpoint of the log.
  private async checkDocuments(volume: VolumeFrame, info: BagInfo, progress: Progress): Promise<boolean> {
    this.verdict.certified.add(await new DocumentCheck(volume, info, this.settings.trust, this.now).check(progress));
    this.ofDocuments.push(...volume.checkpoints);
    return true;
  }

  // A whole volume begins the log anew; an incremental one goes on where the one before it ended.
  private async chainFor(info: BagInfo): Promise<Chain | undefined> {
    if (!isIncremental(info)) {
      this.chain?.fold.finish();
      this.chain = new Chain(this.findings, this.settings.listener);
      await this.watchCheckpoints(this.chain);
      return this.chain;
    }
    const previous = info.previous!.name;
    if (this.chain && this.lastOfLog()?.name === previous && this.chain.fold.size === info.first) return this.chain;
    this.chain = undefined;
    this.findings.add({
      fault: "incomplete", where: "volume", file: info.name,
      what: refuse("volume.no_previous",
        `том ${info.name} продолжает том ${previous}, а его здесь нет: подписи и права ключей не проверены`,
        `the volume ${info.name} goes on from ${previous}, which is not here: signatures and keys were not checked`),
    });
    return undefined;
  }

  private lastOfLog(): BagInfo | undefined {
    return this.known.map(({ info }) => info).filter(({ kind }) => kind === "log").pop();
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
  private async watchCheckpoints(chain: Chain): Promise<void> {
    for (const { info } of this.known) chain.fold.watch(info.end);
    for (const { name, files } of this.listed.volumes) {
      for (const { path, read } of files) {
        const size = path.startsWith(kCheckpointsFolder) ? path.slice(kCheckpointsFolder.length) : "";
        if (/^\d{12}$/.test(size)) chain.fold.watch(Number(size));
        if (kindIn(name) !== "document" || path !== kBagInfoFile) continue;
        // The log's size of which a document volume's checkpoint is.
        const info = await read().then(parseBagInfo, () => undefined);
        if (info && !(info instanceof Refusal)) chain.fold.watch(info.end);
      }
    }
  }

  private noteTrust(volume: VolumeFrame, info: BagInfo): void {
    const { verdict } = this;
    verdict.trust = worse(verdict.trust, volume.trust);
    verdict.trialMedia ||= info.trialMedia;
    // Documents say how large the log was only where no volume of the log does.
    if (info.kind === "document" && (this.lastOfLog() || info.end < verdict.size)) return;
    verdict.origin = info.origin;
    verdict.trialLog = info.trialLog;
    verdict.size = info.end;
    verdict.root = info.root;
  }

  // A witness has seen what was signed; where the log is here, it must be this log.
  private noteDocumentsWitnesses(one: OpenedOnMedium): void {
    const { size, root } = one.checkpoint;
    if (size > this.verdict.size) return;
    if (this.chain && this.chain.fold.rootAt(size) !== root) return;
    this.noteWitnesses(one);
  }

  // What lies here although it was destroyed, here or elsewhere.
  private holdAgainstActs(): void {
    const { medium, destroyed, volumes } = this.verdict;
    if (medium === undefined || !this.listed.whole) return;
    for (const { name } of volumes) {
      holdPutBack(destroyed, name, medium, this.findings);
      const act = findDestroyed(destroyed, name);
      if (act && !findDestroyed(destroyed, name, medium)) this.verdict.owed.push(act);
    }
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

  private addCounts(count: EntriesCount): void {
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

// Refuses check.nothing (no volume there). Any damage is a finding. A year's submission is checked as one.
export const checkMedium = async (chosen: ChosenFolder, settings: CheckSettings): Promise<Verdict | Refusal> =>
  (await isSubmission(chosen)) ? checkSubmission(chosen, settings) : new MediumCheck(settings).run(chosen);
