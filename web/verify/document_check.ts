// The certified documents of a volume: that all are there, each with what belongs to it and nothing
// else, and who signed which of them when. Documents stand on their own, and on a checkpoint of the log.
import type { Bytes } from "../proofs/bytes";
import { refuse, type Text } from "../proofs/refusal";
import type { BagInfo } from "./bag_info";
import { Certified, judgeBeside } from "./certified";
import type { Progress } from "./entries_check";
import * as layout from "./layout";
import { asksForCertificates, type Trust } from "./trust";
import type { VolumeFrame } from "./volume_frame";

const kPdf = ".pdf";
const kCsv = ".csv";

const isDocument = (file: string): boolean => file.startsWith(layout.kDocumentsFolder) && file.endsWith(kPdf);

// What the file belongs to and is nothing without: X.pdf of X.csv and X.pdf.sig, X.pdf.sig of
// X.pdf.sig.tsr; the file itself of a document; undefined iff no volume has such a file.
function ownerOf(file: string): string | undefined {
  const without = (ending: string): string => file.slice(0, -ending.length);
  if (file.endsWith(kPdf)) return file;
  if (file.endsWith(kCsv)) return without(kCsv) + kPdf;
  if (file.endsWith(layout.kTimestampSuffix)) return without(layout.kTimestampSuffix) + layout.kSignatureSuffix;
  if (file.endsWith(layout.kGostSuffix)) return without(layout.kGostSuffix);
  return file.endsWith(layout.kSignatureSuffix) ? without(layout.kSignatureSuffix) : undefined;
}

// data/documents/CLASS/NAME, and no folder below that.
const isInClass = (file: string): boolean => file.slice(layout.kDocumentsFolder.length).split("/").length === 2;

const isInRegister = (file: string): boolean => file.startsWith(layout.kRegisterFolder) && file.endsWith(kCsv) &&
  !file.slice(layout.kRegisterFolder.length).includes("/");

const isBesideDocuments = (file: string): boolean =>
  [layout.kCheckpointFile, layout.kVerifierKeyFile, layout.kPemFile, layout.kAuthoritiesFile].includes(file) ||
  file.startsWith(layout.kRevocationsFolder) || file.startsWith(layout.kAccessFolder) || isInRegister(file);

// «класс 9a, документ summary.pdf» of a path under data/documents/.
function documentIn(file: string): Text {
  const [schoolClass = "", name = ""] = file.slice(layout.kDocumentsFolder.length).split("/");
  return { ru: `класс ${schoolClass}, документ ${name}`, en: `class ${schoolClass}, document ${name}` };
}

export class DocumentCheck {
  private readonly certified = new Certified();

  constructor(
    private readonly frame: VolumeFrame,
    private readonly info: BagInfo,
    private readonly trust: Trust | undefined,
    private readonly now: number, // in seconds
  ) {}

  // Checks all that the frame has not.
  async check(progress: Progress): Promise<Certified> {
    this.checkListedFiles();
    const documents = [...this.frame.manifest.keys()].filter(isDocument);
    this.certified.documents = documents.length;
    if (documents.length !== this.info.documents) {
      this.frame.add("altered", "manifest", refuse("volume.document_count",
        "bag-info.txt называет не столько документов, сколько есть",
        "bag-info.txt says another number of documents than there are"), layout.kBagInfoFile);
    }
    for (const [done, file] of documents.entries()) {
      await this.checkDocument(file);
      await progress(done + 1, documents.length);
    }
    await this.frame.checkLogKey();
    await this.frame.folder.finish();
    this.frame.checkPayloadSum(this.info);
    return this.certified;
  }

  private checkListedFiles(): void {
    const { manifest } = this.frame;
    for (const file of [layout.kCheckpointFile, layout.kVerifierKeyFile, layout.kPemFile]) {
      if (manifest.has(file)) continue;
      this.frame.add("incomplete", "files", refuse("volume.not_listed",
        `файл ${file} должен быть в томе, а в описи его нет`,
        `${file} belongs to the volume, and the manifest does not list it`), file);
    }
    for (const file of manifest.keys()) this.checkListed(file);
  }

  private checkListed(file: string): void {
    const ofDocuments = file.startsWith(layout.kDocumentsFolder);
    if (!ofDocuments && isBesideDocuments(file)) return;
    const owner = ofDocuments && isInClass(file) ? ownerOf(file) : undefined;
    if (owner === undefined) {
      return this.frame.add("altered", "files", refuse("volume.unexpected_file",
        `файла ${file} в таком томе не бывает`, `no such volume has a file ${file}`), file);
    }
    if (this.frame.manifest.has(owner)) return;
    const document = documentIn(file);
    this.frame.add("incomplete", "documents", refuse("document.missing",
      `${document.ru}: того, к чему этот файл относится, в томе нет`,
      `${document.en}: what this file belongs to is not in the volume`), file);
  }

  private async checkDocument(file: string): Promise<void> {
    const { folder, authorities } = this.frame;
    const pdf = await folder.read(file);
    const files = {
      signature: await this.beside(file + layout.kSignatureSuffix),
      timestamp: await this.beside(file + layout.kTimestampSuffix),
      gost: await this.beside(file + layout.kGostSuffix),
    };
    if (!pdf) return; // that it is missing is found already
    const document = documentIn(file);
    if (!files.signature && !files.gost) this.noteNotSigned(document, file);
    const why = await judgeBeside(pdf, files, authorities, this.now, this.certified);
    if (!why) return;
    const { code, says } = why;
    this.frame.add("altered", "documents", refuse(code, `${document.ru}: подпись не принята: ${says.ru}`,
      `${document.en}: its signature does not hold: ${says.en}`),
    file + (code.startsWith("timestamp.") ? layout.kTimestampSuffix : layout.kSignatureSuffix));
  }

  private noteNotSigned(document: Text, file: string): void {
    ++this.certified.notSigned;
    if (!asksForCertificates(this.trust)) return;
    this.frame.add("incomplete", "documents", refuse("document.not_signed",
      `${document.ru}: подписи сертификатом нет`, `${document.en}: no certificate signed it`), file);
  }

  private async beside(file: string): Promise<Bytes | undefined> {
    return this.frame.manifest.has(file) ? this.frame.folder.read(file) : undefined;
  }
}
