// The verdict as `letopis-verify --json` gives it, for programs and for keeping.
import type { Finding } from "../proofs/findings";
import type { Language } from "../proofs/refusal";
import { isoDay } from "../proofs/rendition";
import type { Certified } from "./certified";
import { shownName } from "./layout";
import { exitOf, type CheckedVolume, type Destroyed, type Verdict } from "./verdict";
import { verdictLine } from "./verdict_line";

export type Teller = (position: number) => string | undefined;

function findingObject({ fault, where, what, position, file, volume }: Finding, language: Language, tell: Teller) {
  return {
    fault, where, code: what.code, says: shownName(what.says[language]),
    ...(file && { file: shownName(file) }),
    ...(volume && { volume: shownName(volume) }),
    ...(position !== undefined && { position, entry: tell(position) ?? "" }),
  };
}

// What cannot be read says nothing of itself, and passes for a volume of the log.
function volumeObject({ name, info, tagManifest, followed, findings }: CheckedVolume) {
  return {
    name, kind: info?.kind ?? "log", first: info?.first ?? 0, end: info?.end ?? 0, tag_manifest: tagManifest, followed,
    keep_until: info?.keepUntil ?? null, findings,
  };
}

const destroyedObject = ({ name, medium, act }: Destroyed) =>
  ({ name, medium, act: shownName(act.number), day: isoDay(act.day) });

export function certifiedObject(certified: Certified, language: Language) {
  const { documents, notSigned, volumes, signatures, timestamps, notChecked, signers, vouched, information } = certified;
  return {
    documents, not_signed: notSigned, volumes, signatures, timestamps, not_checked: notChecked,
    signers: Object.fromEntries([...signers].map(([name, count]) => [shownName(name), count])),
    first_stamped: certified.firstStamped ?? null,
    last_stamped: certified.lastStamped ?? null,
    vouched,
    information: information.map(({ says, times }) => ({ says: shownName(says[language]), times })),
  };
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
    origin: shownName(verdict.origin),
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
    access_entries: verdict.accessEntries,
    access_size: verdict.accessSize,
    texts: verdict.texts,
    texts_erased: verdict.textsErased,
    certified: certifiedObject(certified, language),
    destroyed: verdict.destroyed.map(destroyedObject),
    owed: verdict.owed.map(destroyedObject),
    ...(verdict.submission && {
      submission: verdict.submission.info.name, receiver: shownName(verdict.submission.info.receiver),
      log_size: verdict.submission.info.end, log_volumes: verdict.submission.volumes,
    }),
    findings_in_all: verdict.findingsInAll,
    findings: verdict.findings.map((finding) => findingObject(finding, language, tell)),
  };
}
