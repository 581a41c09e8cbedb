// The signature of a volume: a note of the log's key over the tag manifest's digest, with this one
// signature line and no other.
import { isDigest } from "../proofs/bytes";
import { openNote, type NoteVerifier } from "../proofs/note";
import { Refusal, refuse } from "../proofs/refusal";
import { kTagManifestFile } from "./layout";

export interface VolumeSignature {
  volume: string;
  tagManifest: string;
}

function read(text: string): VolumeSignature | undefined {
  const lines = text.split("\n");
  const digest = (lines[2] ?? "").slice(0, 64);
  const right = lines.length === 4 && lines[0] === "letopis volume v1" && lines[3] === "" && isDigest(digest) &&
    lines[2] === `${digest}  ${kTagManifestFile}`;
  return right ? { volume: lines[1]!, tagManifest: digest } : undefined;
}

export async function openVolumeNote(
  note: Uint8Array, logs: readonly NoteVerifier[],
): Promise<VolumeSignature | Refusal> {
  const opened = await openNote(note, logs);
  if (opened instanceof Refusal) return opened;
  const what = read(opened.note.text);
  if (!what) {
    return refuse("volume_note.malformed", "подпись тома заверяет не опись его файлов",
      "the volume's signature does not vouch for a tag manifest");
  }
  if (opened.note.signatures.length > 1) {
    return refuse("volume_note.more_lines", "к подписи тома дописаны лишние строки",
      "lines were added to the signature of the volume");
  }
  return what;
}
