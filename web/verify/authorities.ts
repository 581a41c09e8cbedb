// The certificates and lists of revocations that a volume carries, as far as whoever checks it trusts
// them.
import { parsePem, isAuthority } from "../proofs/certificate";
import type { Trusted } from "../proofs/certificate_check";
import type { Findings } from "../proofs/findings";
import { Refusal } from "../proofs/refusal";
import { parseRevocationList } from "../proofs/revocation_list";
import { kAuthoritiesFile, kRevocationsFolder } from "./layout";
import { asksForCertificates, type Trust } from "./trust";
import type { VolumeFolder } from "./volume_folder";

export interface Authorities extends Trusted {
  // The trust file names authorities, and only these count. False: the volume's own count, and show no
  // more than that its signatures agree with themselves.
  vouched: boolean;
}

export const noAuthorities = (): Authorities => ({ roots: [], known: [], revocations: [], vouched: false });

async function readRoots(folder: VolumeFolder, trust: Trust | undefined, into: Authorities): Promise<Refusal | undefined> {
  const pem = folder.has(kAuthoritiesFile) ? await folder.read(kAuthoritiesFile) : undefined;
  const certificates = pem && parsePem(pem);
  if (certificates instanceof Refusal) return certificates;
  for (const one of certificates ?? []) {
    const believed = !into.vouched || trust!.authorities.includes(one.sha256);
    (believed && isAuthority(one) ? into.roots : into.known).push(one);
  }
  return undefined;
}

// What cannot be read is a finding under "keys".
export async function readAuthorities(folder: VolumeFolder, trust: Trust | undefined, findings: Findings):
Promise<Authorities> {
  const authorities = { ...noAuthorities(), vouched: asksForCertificates(trust) };
  const add = (what: Refusal, file: string): void => findings.add({ fault: "altered", where: "keys", what, file });
  const refusal = await readRoots(folder, trust, authorities);
  if (refusal) add(refusal, kAuthoritiesFile);
  for (const file of folder.below(kRevocationsFolder)) {
    const der = await folder.read(file);
    const list = der && parseRevocationList(der);
    if (list instanceof Refusal) add(list, file);
    else if (list) authorities.revocations.push(list);
  }
  return authorities;
}
