// Which volumes lie in the folder that was chosen, and what else does. It is a medium, or one volume
// of it: then the volumes before it are not to be seen from here.
import type { Fault, Findings } from "../proofs/findings";
import { Refusal, refuse } from "../proofs/refusal";
import { isVolumeName, kIdentityFile, kUnfinished, numberIn, shownName } from "./layout";
import { kMaxIdentityBytes, parseIdentity, type MediumIdentity } from "./medium_identity";
import type { SourceFile } from "./volume_folder";

const kMaxVolumes = 100_000;

// What was chosen: a folder's name and all files below it, with their paths from there. A browser
// tells of empty folders only if the folder was dragged in.
export interface ChosenFolder {
  name: string;
  files: SourceFile[];
  emptyFolders: string[];
}

export interface FoundVolume {
  name: string;
  files: SourceFile[]; // paths from the volume on
  emptyFolders: string[];
}

export interface MediumVolumes {
  whole: boolean; // false: one volume was chosen, and the medium itself is not judged
  volumes: FoundVolume[]; // by their number
  identity?: MediumIdentity;
  unfinished: string[]; // left by a write that was cut off: no volumes
}

function add(findings: Findings, fault: Fault, code: string, name: string, ru: string, en: string): void {
  const file = shownName(name);
  findings.add({ fault, where: "medium", file, what: refuse(code, `${file}: ${ru}`, `${file}: ${en}`) });
}

const madeByFileSystem = (name: string): boolean => name === "lost+found" || name === "System Volume Information";

async function readIdentity(file: SourceFile | undefined, findings: Findings): Promise<MediumIdentity | undefined> {
  const contents = file && file.size <= kMaxIdentityBytes ? await file.read().catch(() => undefined) : undefined;
  const identity = contents && parseIdentity(contents);
  if (identity && !(identity instanceof Refusal)) return identity;
  // What cannot be read is not thereby altered.
  const missing = refuse("media.no_identity", `на носителе нет файла ${kIdentityFile}`,
    `the medium has no file ${kIdentityFile}`);
  const malformed = refuse("media.identity_malformed", `файл ${kIdentityFile} не паспорт носителя или испорчен`,
    `the file ${kIdentityFile} is no medium's identity, or is broken`);
  findings.add({
    fault: file ? "altered" : "incomplete", where: "medium", what: file ? malformed : missing, file: kIdentityFile,
  });
  return undefined;
}

// Cuts the first folder off a path: "a/b/c" is "a" and "b/c".
function cut(path: string): [string, string | undefined] {
  const at = path.indexOf("/");
  return at < 0 ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
}

class Listing {
  readonly volumes = new Map<string, FoundVolume>();
  readonly unfinished = new Set<string>();
  identity: SourceFile | undefined;
  private readonly extra = new Set<string>();

  constructor(private readonly findings: Findings) {}

  takeFile(file: SourceFile): void {
    const [top, rest] = cut(file.path);
    if (rest === undefined) {
      if (top === kIdentityFile) this.identity = file;
      else this.refuseExtra(top);
      return;
    }
    this.folder(top)?.files.push({ ...file, path: rest, read: () => file.read() });
  }

  takeEmptyFolder(path: string): void {
    const [top, rest] = cut(path);
    const volume = this.folder(top);
    if (volume && rest !== undefined) volume.emptyFolders.push(rest);
  }

  private folder(top: string): FoundVolume | undefined {
    if (isVolumeName(top)) {
      const volume = this.volumes.get(top) ?? { name: top, files: [], emptyFolders: [] };
      this.volumes.set(top, volume);
      return volume;
    }
    if (top.endsWith(kUnfinished)) this.unfinished.add(top);
    else if (!madeByFileSystem(top)) this.refuseExtra(top);
    return undefined;
  }

  private refuseExtra(name: string): void {
    if (this.extra.has(name)) return;
    this.extra.add(name);
    add(this.findings, "altered", "medium.extra_file", name, "на носителе архива этого не бывает",
      "a medium of an archive holds no such thing");
  }
}

export async function listVolumes(chosen: ChosenFolder, findings: Findings): Promise<MediumVolumes | Refusal> {
  if (isVolumeName(chosen.name)) {
    return { whole: false, volumes: [{ ...chosen }], unfinished: [] };
  }
  const listing = new Listing(findings);
  for (const file of chosen.files) listing.takeFile(file);
  for (const folder of chosen.emptyFolders) listing.takeEmptyFolder(folder);
  const volumes = [...listing.volumes.values()].sort((left, right) =>
    numberIn(left.name) - numberIn(right.name) || (left.name < right.name ? -1 : 1));
  if (volumes.length === 0) {
    return refuse("check.nothing",
      "здесь нет ни одного тома архива: выберите папку носителя или папку тома, её имя похоже на " +
        "nn125_2025-2026_log_v001",
      "there is no archive volume here: choose a medium's folder or a volume's, which looks like " +
        "nn125_2025-2026_log_v001");
  }
  if (volumes.length >= kMaxVolumes) {
    add(findings, "incomplete", "medium.unreadable", chosen.name, "носитель не читается до конца",
      "the medium does not read to its end");
  }
  const identity = await readIdentity(listing.identity, findings);
  return {
    whole: true, volumes: volumes.slice(0, kMaxVolumes), unfinished: [...listing.unfinished].sort(),
    ...(identity && { identity }),
  };
}
