// The verdict on the page: its first line, what was checked, what was found, what was not checked.
import type { Finding } from "../proofs/findings";
import type { Language, Text } from "../proofs/refusal";
import { shortened } from "./fact_story";
import { certifiedSection } from "./certified_view";
import { cell, element, heading, paragraph } from "./dom";
import { shownName } from "./layout";
import type { Teller } from "./verdict_json";
import { exitOf, kExit, type Verdict } from "./verdict";
import { counted, dayText, grouped, kEntryNoun, kVolumeNoun, verdictLine, type Noun } from "./verdict_line";
import { say, type Word } from "./words";

export interface Report {
  verdict: Verdict;
  folder: string;
  whole: boolean; // a medium, not a lone volume
  seesEmptyFolders: boolean;
  seconds: number;
  told: Map<number, Text>; // entries that findings are about
}

// One line of «what was checked»; a finding belongs to the first that names its place or the
// beginning of its code.
interface Part {
  what: Word;
  count: number;
  beside: string;
  places: string[];
  codes: string[];
}

const kFileNoun: Noun = { ru: ["файл", "файла", "файлов"], en: ["file", "files"] };
const kMostErased = 3;
// What begins the codes of findings about certificates' signatures; one of entries is signature.invalid.
const kOfCertificates = [
  "certificate.", "timestamp.", "revocations.", "trust.no_authority",
  ...["too_long", "malformed", "content", "forged", "attributes", "no_certificate"].map((why) => `signature.${why}`),
];

// From the narrowest to the widest: which part a finding belongs to is asked in this order.
function partsOf(verdict: Verdict, language: Language): Part[] {
  const words = (word: Word, count: number): string => say(language, word, grouped(count));
  const { documents, notSigned, signatures, timestamps } = verdict.certified;
  const hasDocuments = documents > 0 || verdict.findings.some(({ where }) => where === "documents");
  const ofDocuments: Part = { what: "partDocuments", count: documents,
    beside: notSigned > 0 ? words("documentsNotSigned", notSigned) : "", places: ["documents"], codes: [] };
  const ofCertificates: Part = { what: "partCertificates", count: signatures,
    beside: words("timestamps", timestamps), places: [], codes: kOfCertificates };
  const hasCertificates = signatures > 0 || verdict.findings.some((finding) => belongs(finding, ofCertificates));
  const hasAccess = verdict.accessSize > 0 || verdict.findings.some(({ where }) => where === "access");
  const ofAccess: Part = { what: "partAccess", count: verdict.accessEntries,
    beside: words("accessInAll", verdict.accessSize), places: ["access"], codes: [] };
  return [
    ...(hasAccess ? [ofAccess] : []),
    ...(hasCertificates ? [ofCertificates] : []),
    ...(hasDocuments ? [ofDocuments] : []),
    { what: "partSignatures", count: verdict.signatures, beside: words("keys", verdict.keys), places: [],
      codes: ["signature.invalid"] },
    { what: "partLines", count: verdict.renditions, beside: "", places: [], codes: ["rendition."] },
    { what: "partOrder", count: verdict.commands, beside: words("commands", verdict.streams), places: [],
      codes: ["entry.command", "entry.time", "entry.stated", "stream.", "key."] },
    { what: "partEntries", count: verdict.entries, beside: "", places: ["entries", "tree", "start"], codes: [] },
    { what: "partCheckpoints", count: verdict.checkpoints, beside: words("cosignatures", verdict.cosignatures),
      places: ["checkpoint", "known", "witness"], codes: [] },
    { what: "partVolumes", count: verdict.volumes.length + (verdict.submission?.volumes.length ?? 0), beside: "",
      places: ["signature", "volume", "medium", "keys"], codes: [] },
    { what: "partFiles", count: verdict.files, beside: words("everyByte", Math.ceil(verdict.bytes / 1_000_000)),
      places: ["files", "manifest"], codes: [] },
  ];
}

const belongs = ({ where, what }: Finding, { places, codes }: Part): boolean =>
  places.includes(where) || codes.some((code) => what.code.startsWith(code));

const stateWord = ({ fault }: Finding): Word =>
  fault === "altered" ? "altered" : fault === "rolled_back" ? "rolledBack" : "incomplete";

function checkedTable(verdict: Verdict, language: Language): HTMLElement {
  const parts = partsOf(verdict, language);
  const rows = [...parts].reverse().map((part) => {
    const first = verdict.findings.find((finding) => parts.find((one) => belongs(finding, one)) === part);
    const none = part.count === 0 && !first;
    const row = element("tr", { className: first ? "bad" : none ? "faint" : "good" });
    row.append(cell(first ? "✗" : none ? "–" : "✓", "sign"), cell(say(language, part.what)),
      cell(grouped(part.count), "number"), cell(first ? say(language, stateWord(first)) : part.beside, "state"));
    return row;
  });
  return element("table", { className: "checked" }, element("tbody", {}, ...rows));
}

// « (том …, файл …)», as far as the sentence does not say it itself.
function placeOf({ volume, file }: Finding, sentence: string, language: Language): string {
  const parts: string[] = [];
  if (volume && !sentence.includes(volume)) parts.push(say(language, "inVolume", shownName(volume)));
  if (file && file !== volume && !sentence.includes(file)) parts.push(say(language, "inFile", shownName(file)));
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function findingItem(finding: Finding, { told }: Report, language: Language, repeats: boolean): HTMLElement {
  const { position, what } = finding;
  const says = shownName(what.says[language]);
  const sentence = position === undefined ? says : say(language, "entryAt", position, says);
  const item = element("li", {}, element("strong", { textContent: sentence + placeOf(finding, sentence, language) }));
  const entry = position === undefined || repeats ? undefined : told.get(position)?.[language];
  if (entry) item.append(paragraph(entry));
  return item;
}

function findingsList(report: Report, language: Language): HTMLElement | undefined {
  const { findings, findingsInAll } = report.verdict;
  if (findings.length === 0) return undefined;
  const items = findings.map((finding, at) =>
    findingItem(finding, report, language, findings[at - 1]?.position === finding.position));
  const more = findingsInAll > findings.length
    ? paragraph(say(language, "foundMore", grouped(findingsInAll), findings.length)) : undefined;
  return element("section", { className: "findings" }, heading(say(language, "found")),
    element("ul", {}, ...items), more);
}

function textsLine(verdict: Verdict, language: Language): string {
  let line = say(language, "texts", grouped(verdict.texts - verdict.textsErased));
  if (verdict.textsErased === 0) return line + ".";
  line += say(language, "textsErased", grouped(verdict.textsErased));
  const erased = verdict.erased.slice(0, kMostErased).map(({ person, order }) =>
    say(language, "erasedBy", person, shownName(order.number), dayText(language, order.day)));
  return `${line} — ${erased.join(", ")}${verdict.erased.length > kMostErased ? " …" : "."}`;
}

// Of a year's submission: whose it is, and of which state of the log.
function submissionLine({ submission, root }: Verdict, language: Language): string | undefined {
  if (!submission) return undefined;
  const { years, receiver, day, end } = submission.info;
  return say(language, "submission", years, shownName(receiver), shownName(day), counted(language, end, kEntryNoun),
    shortened(root), grouped(submission.volumes.length));
}

function describe(report: Report, language: Language): HTMLElement[] {
  const { verdict, folder } = report;
  const school = [shownName(verdict.school), shownName(verdict.origin), verdict.trialLog ? say(language, "trialLog") : ""];
  const room = verdict.room === "" ? "" : `, ${shownName(verdict.room)}`;
  const where = verdict.medium === undefined ? say(language, "folderOnly", shownName(folder))
    : `${say(language, "place", verdict.medium, room)} (${shownName(folder)})`;
  const newest = verdict.volumes[verdict.volumes.length - 1]?.name ?? "";
  const volumes = say(language, "volumes", counted(language, verdict.volumes.length, kVolumeNoun), newest,
    counted(language, verdict.size, kEntryNoun), shortened(verdict.root));
  const lines = [school.filter(Boolean).join(" · "), where, submissionLine(verdict, language) ?? volumes].map((line) => paragraph(line, "about"));
  if (verdict.trialMedia) lines.push(paragraph(say(language, "trialMedia"), "about warning"));
  for (const name of verdict.skipped) {
    lines.push(paragraph(say(language, "skipped", shownName(name)), "about warning"));
  }
  return lines;
}

function notChecked(report: Report, language: Language): HTMLElement {
  const words: Word[] = ["notLinks"];
  if (!report.seesEmptyFolders) words.push("notEmpty");
  if (!report.whole) words.push("notBefore");
  const { notChecked: signatures } = report.verdict.certified;
  if (signatures > 0) words.push("notSignatures");
  words.push("notTime");
  return element("section", {}, heading(say(language, "notChecked")),
    element("ul", {}, ...words.map((word) => element("li", { textContent: say(language, word, grouped(signatures)) }))));
}

function card(report: Report, language: Language): HTMLElement {
  const { verdict } = report;
  const exit = exitOf(verdict);
  const tone = exit === kExit.good ? "good" : exit === kExit.noTrustedKey ? "warning" : "bad";
  const sign = exit === kExit.good ? "✓" : exit === kExit.noTrustedKey ? "!" : "✗";
  const trust: Word = verdict.trust === "trusted" ? "trusted" : verdict.trust === "not_given" ? "notGiven" : "unknownKey";
  const line = element("h2", { className: "line", id: "verdict-line" },
    element("span", { textContent: sign, className: "sign" }), " ", verdictLine(verdict, language));
  return element("section", { className: `card ${tone}` }, line, ...describe(report, language),
    paragraph(say(language, trust), "trust"));
}

export function showReport(into: HTMLElement, report: Report, language: Language, save: () => void): void {
  const { verdict } = report;
  const seconds = report.seconds.toFixed(1).replace(".", language === "ru" ? "," : ".");
  const button = element("button", { textContent: say(language, "save"), className: "plain", type: "button" });
  button.addEventListener("click", save);
  const found = findingsList(report, language);
  into.replaceChildren(card(report, language));
  if (found) into.append(found);
  into.append(
    element("section", {}, heading(say(language, "checked")), checkedTable(verdict, language),
      verdict.texts > 0 ? paragraph(textsLine(verdict, language)) : undefined,
      certifiedSection(verdict, language),
      paragraph(say(language, "took", counted(language, verdict.files, kFileNoun), seconds), "faint")),
    notChecked(report, language), element("p", {}, button));
}

export const tellerOf = ({ told }: Report, language: Language): Teller => (position) => told.get(position)?.[language];
