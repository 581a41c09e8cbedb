// Which medium is this: letopis-medium.txt in its root.
import { fromDecimal, isDigest, toBytes, toHex, toText } from "../proofs/bytes";
import { Refusal, refuse } from "../proofs/refusal";
import { sha256 } from "../proofs/sha256";
import { kIdentityFile } from "./layout";

export const kMaxIdentityBytes = 179;

export interface MediumIdentity {
  log: string;
  medium: number;
  digest: string; // SHA-256 of the file: the `identity` of the fact medium_registered
}

export function parseIdentity(bytes: Uint8Array): MediumIdentity | Refusal {
  const text = bytes.length > kMaxIdentityBytes ? "" : (toText(bytes) ?? "");
  const parts = /^letopis medium v1\nlog-id (\S+)\nmedium (\S+)\ntoken (\S+)\n$/.exec(text);
  const medium = parts ? fromDecimal(parts[2]!) : undefined;
  if (!parts || !medium || medium > 0xffff_ffff || !isDigest(parts[1]!) || !isDigest(parts[3]!)) {
    return refuse("media.identity_malformed", `файл ${kIdentityFile} не паспорт носителя или испорчен`,
      `the file ${kIdentityFile} is no medium's identity, or is broken`);
  }
  return { log: parts[1]!, medium, digest: toHex(sha256(toBytes(text))) };
}
