// The files of the pages by their digests, as one version of the service worker names them.
export interface Pins {
  version: string; // the digest of the list
  files: Record<string, string>; // name → SHA-256 in hexadecimal
}

export const kCachePrefix = "letopis.pages ";

export async function agrees(bytes: ArrayBuffer, digest: string): Promise<boolean> {
  return hexOf(await crypto.subtle.digest("SHA-256", bytes)) === digest;
}

function hexOf(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export interface Change {
  file: string;
  how: "added" | "removed" | "changed";
}

// Files under assets/ have their digest in their name: one that went and one that came are told as they are.
export function changesOf(before: Pins, after: Pins): Change[] {
  const removed = Object.keys(before.files).filter((file) => !(file in after.files)).map((file): Change => ({ file, how: "removed" }));
  const others = Object.entries(after.files).flatMap(([file, digest]): Change[] => {
    if (!(file in before.files)) return [{ file, how: "added" }];
    return before.files[file] === digest ? [] : [{ file, how: "changed" }];
  });
  return [...removed, ...others].sort((one, other) => one.file.localeCompare(other.file));
}
