// Where what lies in a volume, and what a volume is called: docs/archive-format.md.

export const kReadMeFile = "READ-ME-FIRST.txt";
export const kBagItFile = "bagit.txt";
export const kBagInfoFile = "bag-info.txt";
export const kManifestFile = "manifest-sha256.txt";
export const kTagManifestFile = "tagmanifest-sha256.txt";
export const kNoteFile = "signatures/tagmanifest-sha256.txt.note";
export const kLogFolder = "data/log/";
export const kCheckpointFile = "data/log/checkpoint";
export const kCheckpointsFolder = "data/log/checkpoints/";
export const kBundlesFolder = "data/log/tile/entries/";
export const kJointFile = "data/log/joint";
export const kEventsFolder = "data/events/";
export const kSchemaFolder = "data/schema/";
export const kVerifierKeyFile = "data/keys/log.vkey";
export const kPemFile = "data/keys/log.pem";
export const kAuthorsFile = "data/keys/authors.csv";
export const kSignaturesFolder = "signatures/";
export const kSignedTagManifest = "signatures/tagmanifest-sha256.txt";
export const kAuthoritiesFile = "data/keys/authorities.pem";
export const kRevocationsFolder = "data/keys/revocations/";
export const kDocumentsFolder = "data/documents/";
export const kRegisterFolder = "data/register/";
export const kAccessFolder = "data/access/";
export const kAccessCheckpointFile = "data/access/checkpoint";
export const kAccessJointFile = "data/access/joint";
export const kAccessBundlesFolder = "data/access/tile/entries/";
export const kAccessName = "/access"; // behind the origin: that log's name
export const kIdentityFile = "letopis-medium.txt";
export const kUnfinished = ".part"; // ends the name of an unfinished volume

export const kBagIt = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
export const kEntriesOfRendition = 4_096;
export const kMaxLogEntries = 999_999_999_999;

export const renditionPath = (position: number): string =>
  `${kEventsFolder}${String(Math.floor(position / kEntriesOfRendition)).padStart(6, "0")}.jsonl`;

export const checkpointPath = (size: number): string => `${kCheckpointsFolder}${String(size).padStart(12, "0")}`;

// Endings of the files beside X: CMS in DER, detached; RFC 3161 answer over X.sig; CMS by GOST.
export const kSignatureSuffix = ".sig";
export const kTimestampSuffix = ".sig.tsr";
export const kGostSuffix = ".gost.sig";

const kVolumeName = /^[a-z0-9-]{1,40}_[0-9-]{1,9}_(log|doc)_v([0-9]{3,10})$/;

export type VolumeKind = "log" | "document";

// Nothing else on a medium is taken for a volume.
export const isVolumeName = (name: string): boolean => kVolumeName.test(name);
export const numberIn = (name: string): number => Number(kVolumeName.exec(name)![2]);
export const kindIn = (name: string): VolumeKind => (kVolumeName.exec(name)![1] === "log" ? "log" : "document");

const kNotSeen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

// What others wrote, for people — a name on a medium, a certificate's subject, a receiver: what could not be
// seen in it, or turns the rest around, is spelled.
export function shownName(name: string): string {
  return name.replace(kNotSeen, (letters) =>
    letters.replace(/[^]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`));
}
