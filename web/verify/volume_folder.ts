// The files of one volume: each read once, whole, and held against the volume's own manifests.
import { toHex, type Bytes } from "../proofs/bytes";
import type { Fault, Findings } from "../proofs/findings";
import { refuse } from "../proofs/refusal";
import { sha256OfFile } from "../proofs/sha256";
import { kMaxEntryBytes, kTileWidth } from "../proofs/tiles";
import {
  kBundlesFolder, kDocumentsFolder, kEventsFolder, kLogFolder, kManifestFile, kSignatureSuffix, kTimestampSuffix,
  shownName,
} from "./layout";
import { kMaxManifestBytes, type Manifest } from "./manifest";

// A file as somebody chose it: it may be gone or unreadable when it is asked for.
export interface SourceFile {
  path: string; // below the volume, or below the medium
  size: number;
  read(): Promise<Bytes>;
}

const kMaxRenditionBytes = 256 * 1_048_576;
const kMaxDocumentBytes = 128 * 1_048_576; // of a PDF or a table
const kMaxSmallFileBytes = 16 * 1_048_576; // of all but entries and manifests

// By what the file is: nobody can fill the memory with one that should be small.
function mostBytesOf(file: string): number {
  if (file.startsWith(kBundlesFolder)) return kTileWidth * (2 + kMaxEntryBytes);
  if (file.startsWith(`${kLogFolder}tile/`)) return kTileWidth * 32;
  if (file.startsWith(kEventsFolder)) return kMaxRenditionBytes;
  if (file.startsWith(kDocumentsFolder) && !file.endsWith(kSignatureSuffix) && !file.endsWith(kTimestampSuffix)) {
    return kMaxDocumentBytes;
  }
  return file === kManifestFile ? kMaxManifestBytes : kMaxSmallFileBytes;
}

export class VolumeFolder {
  bytesRead = 0;
  filesRead = 0;
  private readonly files = new Map<string, SourceFile>();
  private readonly names: string[];
  private readonly manifest: Manifest = new Map();
  private readonly seen = new Set<string>();

  constructor(
    readonly name: string,
    files: readonly SourceFile[],
    emptyFolders: readonly string[],
    private readonly findings: Findings,
  ) {
    for (const file of files) this.files.set(file.path, file);
    this.names = [...this.files.keys()].sort();
    for (const folder of emptyFolders) {
      this.add("altered", "volume.empty_folder", folder, "пустая папка, которой в томе не бывает",
        "an empty folder, which no volume has");
    }
  }

  payload(): { bytes: number; files: number } {
    const all = this.below("data/");
    return { files: all.length, bytes: all.reduce((sum, name) => sum + this.files.get(name)!.size, 0) };
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  below(folder: string): string[] {
    return this.names.filter((name) => name.startsWith(folder));
  }

  // From now on `read` holds files against these digests.
  trustManifest(manifest: Manifest): void {
    for (const [path, digest] of manifest) if (!this.manifest.has(path)) this.manifest.set(path, digest);
  }

  // A file that no manifest vouches for: the tag manifest itself and what lies in signatures/.
  readBare(file: string): Promise<Bytes | undefined> {
    this.seen.add(file);
    return this.load(file);
  }

  // A file of the manifest: nothing, and a finding, iff it is missing or does not read; a finding
  // too if its digest is another.
  async read(file: string): Promise<Bytes | undefined> {
    const first = !this.seen.has(file);
    this.seen.add(file);
    const contents = await this.load(file);
    if (!contents || !first) return contents;
    const wanted = this.manifest.get(file);
    if (wanted === undefined) {
      this.add("incomplete", "volume.not_listed", file, "его нет в описи файлов", "the manifest does not list it");
    } else if (toHex(await sha256OfFile(contents)) !== wanted) {
      this.add("altered", "volume.file_altered", file, "контрольная сумма не та, что в описи",
        "its digest is not the manifest's");
    }
    return contents;
  }

  // What an earlier check has found is not said again.
  async readQuietly(file: string): Promise<Bytes | undefined> {
    const found = this.files.get(file);
    if (!found || found.size > mostBytesOf(file)) return undefined;
    return found.read().catch(() => undefined);
  }

  // After all reading: reads what nobody asked for, and finds what no manifest lists.
  async finish(): Promise<void> {
    for (const file of this.manifest.keys()) if (!this.seen.has(file)) await this.read(file);
    for (const file of this.names) {
      if (this.manifest.has(file) || this.seen.has(file)) continue;
      this.add("altered", "volume.extra_file", file, "лишний файл: его нет в описи",
        "an extra file: no manifest lists it");
    }
  }

  private async load(file: string): Promise<Bytes | undefined> {
    const found = this.files.get(file);
    if (!found) {
      this.add("incomplete", "volume.file_missing", file, "файла нет", "the file is missing");
      return undefined;
    }
    try {
      if (found.size > mostBytesOf(file)) throw new Error("larger than it may be");
      const contents = await found.read();
      this.bytesRead += contents.length;
      ++this.filesRead;
      return contents;
    } catch {
      this.add("incomplete", "volume.file_unreadable", file, "файл не читается или слишком велик",
        "the file does not read, or is too large");
      return undefined;
    }
  }

  private add(fault: Fault, code: string, file: string, ru: string, en: string): void {
    const name = shownName(file);
    this.findings.add({
      fault, where: "files", file: name, what: refuse(code, `файл ${name}: ${ru}`, `${name}: ${en}`),
    });
  }
}
