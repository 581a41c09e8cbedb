// Who signed documents and volumes by certificates, and when: as `letopis-verify` tells it.
import type { Language } from "../proofs/refusal";
import { element, paragraph } from "./dom";
import { shownName } from "./layout";
import type { Verdict } from "./verdict";
import { grouped, momentText } from "./verdict_line";
import { say } from "./words";

const kMostSigners = 6;

function signers({ certified }: Verdict, language: Language): string {
  const named = [...certified.signers].sort(([left], [right]) => (left < right ? -1 : 1));
  if (named.length === 0) return say(language, "nobody");
  const first = named.slice(0, kMostSigners).map(([name, count]) => `${shownName(name)} (${grouped(count)})`);
  return first.join(", ") + (named.length > kMostSigners ? " …" : "");
}

function stamps({ certified, timeZone }: Verdict, language: Language): string {
  const { firstStamped, lastStamped, timestamps } = certified;
  if (firstStamped === undefined || lastStamped === undefined) return say(language, "noStamps");
  const [first, last] = [firstStamped, lastStamped].map((at) => momentText(language, at * 1000, timeZone)) as
    [string, string];
  return first === last ? say(language, "stampedAt", grouped(timestamps), first)
    : say(language, "stampedFromTo", grouped(timestamps), first, last);
}

// Nothing where nothing of the kind is there.
export function certifiedSection(verdict: Verdict, language: Language): HTMLElement | undefined {
  const { certified } = verdict;
  if (!certified.any) return undefined;
  const lines: string[] = [];
  if (certified.signatures > 0) {
    lines.push(say(language, "signedBy", signers(verdict, language), stamps(verdict, language)));
    lines.push(say(language, certified.vouched ? "authorityTrusted" : "authorityUnknown"));
  }
  if (certified.notSigned > 0) lines.push(say(language, "notCertified", grouped(certified.notSigned)));
  for (const { says, times } of certified.information) {
    lines.push(`· ${shownName(says[language])}${times > 1 ? ` (×${grouped(times)})` : ""}`);
  }
  return element("div", { className: "certified" }, ...lines.map((line) => paragraph(line)));
}
