// The check of a submission by whoever received it: every byte, the signatures of documents and of the
// whole, the state of the log that they were made of, and that the log tells of the very volumes they
// come from.
import { toHex, type Bytes } from "../proofs/bytes";
import { cutEntry } from "../proofs/entry";
import { decodeEvent } from "../proofs/event";
import { Findings } from "../proofs/findings";
import { parseReceipt, verifyReceipt } from "../proofs/receipt";
import { Refusal, refuse } from "../proofs/refusal";
import { sha256OfFile } from "../proofs/sha256";
import { judgeBeside } from "./certified";
import * as layout from "./layout";
import { parseManifest, type Manifest } from "./manifest";
import type { CheckSettings } from "./medium_check";
import type { ChosenFolder } from "./medium_volumes";
import { SubmissionFrame } from "./submission_frame";
import { asksForCertificates } from "./trust";
import { emptyVerdict, type Verdict } from "./verdict";
import { VolumeFolder } from "./volume_folder";

const kVolumesFolder = "data/volumes/";
const kEntryFile = "sealed.entry";
const kProofFile = "sealed.tlog-proof";
const kOfDocuments = 1; // the word of VolumeKind

const isPdf = (file: string): boolean => file.startsWith(layout.kDocumentsFolder) && file.endsWith(".pdf");

// The files beside documents and volumes that a submission has.
const isOwn = (file: string): boolean =>
  [layout.kCheckpointFile, layout.kVerifierKeyFile, layout.kPemFile, layout.kAuthoritiesFile].includes(file) ||
  file.startsWith(layout.kRevocationsFolder);

class SubmissionCheck {
  private readonly findings = new Findings();
  private readonly verdict: Verdict;
  private readonly frame: SubmissionFrame;
  private readonly now: number;
  private readonly expected = new Set<string>(); // files of volumes
  private readonly ofVolumes: Manifest = new Map(); // documents as the volumes list them
  private readonly volumes: string[] = [];

  constructor({ name, files, emptyFolders }: ChosenFolder, private readonly settings: CheckSettings) {
    this.now = settings.now ?? Math.floor(Date.now() / 1000);
    this.verdict = emptyVerdict("not_given");
    const folder = new VolumeFolder(name, files, emptyFolders, this.findings);
    this.frame = new SubmissionFrame(folder, settings.trust, this.findings, this.verdict, this.now);
  }

  async check(): Promise<Verdict> {
    if (await this.frame.read()) {
      await this.checkVolumes();
      await this.checkDocuments();
      await this.frame.finish();
      const { info } = this.frame;
      this.verdict.submission = { info, volumes: this.volumes };
      Object.assign(this.verdict, { origin: info.origin, root: info.root, trialLog: info.trialLog });
      this.verdict.size = Math.max(info.end, this.verdict.witnessed?.size ?? 0);
    }
    const { verdict, findings } = this;
    [verdict.files, verdict.bytes] = [this.frame.folder.filesRead, this.frame.folder.bytesRead];
    verdict.altered = findings.inAll("altered") > 0;
    verdict.rolledBack = findings.inAll("rolled_back") > 0;
    verdict.incomplete = findings.inAll("incomplete") > 0;
    verdict.findingsInAll = findings.inAll();
    verdict.findings = findings.list();
    return verdict;
  }

  private async checkVolumes(): Promise<void> {
    const { manifest } = this.frame;
    const names = new Set([...manifest.keys()].filter((file) => file.startsWith(kVolumesFolder))
      .map((file) => file.slice(kVolumesFolder.length).split("/")[0]!));
    for (const name of [...names].sort()) await this.checkVolume(name);
    for (const [file, digest] of manifest) {
      if (isOwn(file) || (file.startsWith(kVolumesFolder) && this.expected.has(file))) continue;
      if (file.startsWith(layout.kDocumentsFolder) && this.ofVolumes.get(file) === digest) continue;
      this.frame.add("altered", "documents", refuse("submission.not_of_volumes",
        "такого файла нет ни в одном томе, о котором говорит журнал", "no volume that the log tells of has this file"), file);
    }
    for (const file of this.ofVolumes.keys()) {
      if (manifest.has(file)) continue;
      this.frame.add("incomplete", "documents", refuse("submission.document_missing",
        "документ тома в комплект не попал", "a document of the volume is not in the submission"), file);
    }
  }

  // The entry is in the log and tells of exactly this tag manifest; this lists the manifest, and that
  // the documents.
  private async checkVolume(name: string): Promise<void> {
    const file = (one: string): string => `${kVolumesFolder}${name}/${one}`;
    for (const one of [layout.kBagInfoFile, layout.kManifestFile, layout.kTagManifestFile, kEntryFile, kProofFile]) {
      this.expected.add(file(one));
    }
    const { folder } = this.frame;
    const entry = await folder.read(file(kEntryFile));
    const proof = await folder.read(file(kProofFile));
    const tags = await folder.read(file(layout.kTagManifestFile));
    const manifest = await folder.read(file(layout.kManifestFile));
    const bagInfo = await folder.read(file(layout.kBagInfoFile));
    if (!entry || !proof || !tags || !manifest || !bagInfo) return;
    const sealed = this.sealedIn(entry, name, file(kEntryFile));
    if (sealed === undefined || !(await this.isProved(proof, entry, file(kProofFile)))) return;
    if (sealed !== toHex(await sha256OfFile(tags))) {
      return this.frame.add("altered", "volume", refuse("submission.other_volume",
        "журнал говорит о другой описи этого тома", "the log tells of another tag manifest of this volume"),
      file(layout.kTagManifestFile));
    }
    await this.takeDocuments(tags, manifest, bagInfo, file(layout.kManifestFile));
    this.volumes.push(name);
  }

  // The digest of the tag manifest that the log tells of.
  private sealedIn(entry: Bytes, name: string, file: string): string | undefined {
    const { info } = this.frame;
    const parts = cutEntry(entry);
    const event = parts instanceof Refusal ? parts : decodeEvent(parts.event);
    if (event instanceof Refusal) {
      this.frame.add("altered", "volume", event, file);
      return undefined;
    }
    const { fact, says, log } = event;
    const ours = fact.name === "volume_sealed" && log === info.log && says["name"] === name &&
      says["kind"] === kOfDocuments && Number(says["end"]) === info.end && says["root"] === info.root;
    if (ours) return says["tag_manifest"] as string;
    this.frame.add("altered", "volume", refuse("submission.other_entry",
      "эта запись журнала не о том, что том запечатан по этому состоянию",
      "this entry of the log does not say that the volume was sealed from this state"), file);
    return undefined;
  }

  private async isProved(proof: Bytes, entry: Bytes, file: string): Promise<boolean> {
    const receipt = parseReceipt(proof);
    let why: Refusal | undefined = receipt instanceof Refusal ? receipt : undefined;
    for (const log of receipt instanceof Refusal ? [] : this.frame.logs) {
      const opened = await verifyReceipt(receipt as Exclude<typeof receipt, Refusal>, entry, log);
      if (!(opened instanceof Refusal)) {
        return (await this.frame.openPoint((receipt as Exclude<typeof receipt, Refusal>).checkpoint, file)) !== undefined;
      }
      why = opened;
    }
    if (why) this.frame.add("altered", "volume", why, file);
    return false;
  }

  private async takeDocuments(tagsText: Bytes, manifestText: Bytes, bagInfo: Bytes, file: string): Promise<void> {
    const [tags, manifest] = [parseManifest(tagsText), parseManifest(manifestText)];
    const lists = async (name: string, contents: Bytes): Promise<boolean> =>
      !(tags instanceof Refusal) && tags.get(name) === toHex(await sha256OfFile(contents));
    if (manifest instanceof Refusal || !(await lists(layout.kManifestFile, manifestText)) ||
        !(await lists(layout.kBagInfoFile, bagInfo))) {
      return this.frame.add("altered", "volume", refuse("submission.other_manifest", "это опись не того тома",
        "this is not the volume's manifest"), file);
    }
    for (const [path, digest] of manifest) {
      if (path.startsWith(layout.kDocumentsFolder) && !this.ofVolumes.has(path)) this.ofVolumes.set(path, digest);
    }
  }

  private async checkDocuments(): Promise<void> {
    const documents = [...this.frame.manifest.keys()].filter(isPdf);
    this.verdict.certified.documents = documents.length;
    if (documents.length !== this.frame.info.documents) {
      this.frame.add("altered", "manifest", refuse("volume.document_count",
        "bag-info.txt называет не столько документов, сколько есть",
        "bag-info.txt says another number of documents than there are"), layout.kBagInfoFile);
    }
    for (const [done, file] of documents.entries()) {
      await this.judge(file);
      await this.settings.progress(done + 1, documents.length);
    }
  }

  private noteNotSigned(file: string): void {
    ++this.verdict.certified.notSigned;
    if (!asksForCertificates(this.settings.trust)) return;
    this.frame.add("incomplete", "documents", refuse("document.not_signed",
      "подписи сертификатом нет", "no certificate signed it"), file);
  }

  private async judge(file: string): Promise<void> {
    const { folder, manifest, authorities } = this.frame;
    const pdf = await folder.read(file);
    if (!pdf) return;
    const beside = async (suffix: string): Promise<Bytes | undefined> =>
      manifest.has(file + suffix) ? folder.read(file + suffix) : undefined;
    const files = {
      signature: await beside(layout.kSignatureSuffix), timestamp: await beside(layout.kTimestampSuffix),
      gost: await beside(layout.kGostSuffix),
    };
    const { certified } = this.verdict;
    if (!files.signature && !files.gost) this.noteNotSigned(file);
    const why = await judgeBeside(pdf, files, authorities, this.now, certified);
    if (why) this.frame.add("altered", "documents", why, file);
  }
}

// Whether the folder says of itself that it is a submission; nothing is proved by that.
export async function isSubmission({ files }: ChosenFolder): Promise<boolean> {
  const info = files.find(({ path }) => path === layout.kBagInfoFile);
  const contents = info && info.size <= 1_048_576 ? await info.read().catch(() => undefined) : undefined;
  return contents !== undefined && new TextDecoder().decode(contents).includes("\nLetopis-Kind: submission\n");
}

export const checkSubmission = (chosen: ChosenFolder, settings: CheckSettings): Promise<Verdict> =>
  new SubmissionCheck(chosen, settings).check();
