// Manifests of a bag: lines of sha256sum, sorted by path.
import { isDigest } from "../proofs/bytes";
import { Refusal, refuse } from "../proofs/refusal";

const kMaxPathBytes = 200;
export const kMaxManifestBytes = 256 * 1_048_576;

export type Manifest = Map<string, string>; // path with '/' -> SHA-256, in hexadecimal

// Folders and a name of ASCII letters, digits and "-_.", none of them "." or "..".
export function isVolumePath(path: string): boolean {
  return path.length <= kMaxPathBytes &&
    path.split("/").every((part) => /^[A-Za-z0-9._-]+$/.test(part) && part !== "." && part !== "..");
}

const wrong = (code: string, line: number, ru: string, en: string): Refusal =>
  refuse(code, `строка ${line} описи файлов: ${ru}`, `line ${line} of the manifest: ${en}`);

export function parseManifest(bytes: Uint8Array): Manifest | Refusal {
  const manifest: Manifest = new Map();
  const names = new Set<string>();
  let last = "";
  // Byte by byte: what is no ASCII is refused with its line.
  const lines = new TextDecoder("latin1").decode(bytes).split("\n");
  const ended = lines.pop() === "";
  for (const [at, line] of lines.entries()) {
    const number = at + 1;
    if (line.length < 67 || line.slice(64, 66) !== "  ") {
      return wrong("manifest.malformed", number, "это не строка sha256sum", "it is no line of sha256sum");
    }
    const digest = line.slice(0, 64);
    const path = line.slice(66);
    if (!isDigest(digest)) return wrong("manifest.malformed", number, "это не контрольная сумма", "it is no digest");
    if (!isVolumePath(path)) {
      return wrong("manifest.path", number, "такого имени у файла тома не бывает",
        "no file of a volume has this name");
    }
    if (path <= last) {
      return wrong("manifest.malformed", number, "строки стоят не по порядку", "the lines are not in order");
    }
    if (names.has(path.toLowerCase())) {
      return wrong("manifest.same_name", number, "имя отличается от другого лишь регистром",
        "the name differs from another in case only");
    }
    names.add(path.toLowerCase());
    manifest.set(path, digest);
    last = path;
  }
  if (ended) return manifest;
  return wrong("manifest.malformed", lines.length + 1, "это не строка sha256sum", "it is no line of sha256sum");
}
