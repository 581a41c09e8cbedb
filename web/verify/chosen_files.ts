// Folders and files as people hand them over: by a picker, or dragged onto the page.
import type { Bytes } from "../proofs/bytes";
import type { ChosenFolder } from "./medium_volumes";
import type { SourceFile } from "./volume_folder";

const kMostFiles = 16_000_000;

export interface Chosen {
  folder?: ChosenFolder;
  file?: File; // that lay beside it
  seesEmptyFolders: boolean;
}

export async function readWhole(file: File): Promise<Bytes> {
  return new Uint8Array(await file.arrayBuffer());
}

const source = (file: File, path: string): SourceFile => ({ path, size: file.size, read: () => readWhole(file) });

// What `<input type=file webkitdirectory>` gives: all files below one folder, its name in front.
export function folderOf(files: FileList): ChosenFolder | undefined {
  const name = files[0]?.webkitRelativePath.split("/")[0];
  if (!name) return undefined;
  const chosen: ChosenFolder = { name, files: [], emptyFolders: [] };
  for (const file of files) chosen.files.push(source(file, file.webkitRelativePath.slice(name.length + 1)));
  return chosen;
}

type AnyHandle = FileSystemHandle & {
  values?(): AsyncIterable<AnyHandle>;
  getFile?(): Promise<File>;
};

async function walkHandle(handle: AnyHandle, path: string, into: ChosenFolder): Promise<void> {
  let empty = true;
  for await (const one of handle.values!()) {
    empty = false;
    const below = path === "" ? one.name : `${path}/${one.name}`;
    if (one.kind === "directory") await walkHandle(one, below, into);
    else into.files.push(source(await one.getFile!(), below));
    if (into.files.length > kMostFiles) throw new Error("too many files");
  }
  if (empty && path !== "") into.emptyFolders.push(path);
}

function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  return new Promise((done, fail) => {
    const all: FileSystemEntry[] = [];
    // A reader gives a hundred at a time, and none at the end.
    const next = (): void => reader.readEntries((some) => {
      all.push(...some);
      if (some.length === 0) done(all);
      else next();
    }, fail);
    next();
  });
}

async function walkEntry(folder: FileSystemDirectoryEntry, path: string, into: ChosenFolder): Promise<void> {
  const entries = await entriesIn(folder);
  for (const one of entries) {
    const below = path === "" ? one.name : `${path}/${one.name}`;
    if (one.isDirectory) {
      await walkEntry(one as FileSystemDirectoryEntry, below, into);
    } else {
      const file = await new Promise<File>((done, fail) => (one as FileSystemFileEntry).file(done, fail));
      into.files.push(source(file, below));
    }
  }
  if (entries.length === 0 && path !== "") into.emptyFolders.push(path);
}

// A folder, or a single file, that was dragged in. Everything is asked of the event at once: after
// the first pause it holds nothing any more.
export async function dragged(items: DataTransferItemList): Promise<Chosen> {
  const given = [...items].filter(({ kind }) => kind === "file").map((item) => ({
    handle: (item as { getAsFileSystemHandle?(): Promise<AnyHandle | null> }).getAsFileSystemHandle?.(),
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
  const chosen: Chosen = { seesEmptyFolders: true };
  for (const { handle, entry, file } of given) {
    const opened = await handle?.catch(() => null);
    const isFolder = opened ? opened.kind === "directory" : entry?.isDirectory;
    if (!isFolder) {
      if (file) chosen.file = file;
      continue;
    }
    chosen.folder = { name: opened?.name ?? entry!.name, files: [], emptyFolders: [] };
    if (opened) await walkHandle(opened, "", chosen.folder);
    else await walkEntry(entry as FileSystemDirectoryEntry, "", chosen.folder);
  }
  return chosen;
}
