// The verdict as `letopis-verify --json` gives it, for programs and for keeping.
import type { Finding } from "../proofs/findings";
import type { Language } from "../proofs/refusal";
import { shownName } from "./layout";
import { exitOf, type CheckedVolume, type Verdict } from "./verdict";
import { verdictLine } from "./verdict_line";

export type Teller = (position: number) => string | undefined;

function findingObject({ fault, where, what, position, file, volume }: Finding, language: Language, tell: Teller) {
  return {
    fault, where, code: what.code, says: what.says[language],
    ...(file && { file }),
    ...(volume && { volume }),
    ...(position !== undefined && { position, entry: tell(position) ?? "" }),
  };
}

function volumeObject({ name, info, tagManifest, followed, findings }: CheckedVolume) {
  return { name, first: info?.first ?? 0, end: info?.end ?? 0, tag_manifest: tagManifest, followed, findings };
}

export function verdictObject(verdict: Verdict, language: Language, tell: Teller = () => undefined) {
  const { witnessed, certified } = verdict;
  return {
    verdict: verdictLine(verdict, language),
    exit: exitOf(verdict),
    medium: verdict.medium ?? null,
    trust: verdict.trust,
    witnessed: witnessed
      ? { names: witnessed.names.map(shownName), time: Number(witnessed.time), size: witnessed.size }
      : null,
    origin: verdict.origin,
    trial_log: verdict.trialLog,
    trial_media: verdict.trialMedia,
    size: verdict.size,
    root: verdict.root,
    volumes: verdict.volumes.map(volumeObject),
    skipped: verdict.skipped.map(shownName),
    files: verdict.files,
    bytes: verdict.bytes,
    entries: verdict.entries,
    signatures: verdict.signatures,
    renditions: verdict.renditions,
    keys: verdict.keys,
    streams: verdict.streams,
    commands: verdict.commands,
    checkpoints: verdict.checkpoints,
    cosignatures: verdict.cosignatures,
    texts: verdict.texts,
    texts_erased: verdict.textsErased,
    certified: {
      documents: certified.documents, not_signed: certified.notSigned, not_checked: certified.notChecked,
    },
    findings_in_all: verdict.findingsInAll,
    findings: verdict.findings.map((finding) => findingObject(finding, language, tell)),
  };
}
