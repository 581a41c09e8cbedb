// A school's authority and those whom it gave certificates: makes what tests sign, stamp and revoke,
// and may be told to make it wrong.
import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";

import type { Bytes } from "../../web/proofs/bytes";

type Part = Uint8Array;

const bytesOf = (...parts: Part[]): Bytes => new Uint8Array(Buffer.concat(parts));

export function der(tag: number, ...parts: Part[]): Bytes {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return bytesOf(Buffer.from([tag, content.length]), content);
  const length = Buffer.from(content.length.toString(16).padStart(2 * Math.ceil(content.length.toString(16).length / 2), "0"), "hex");
  return bytesOf(Buffer.from([tag, 0x80 + length.length]), length, content);
}

export const sequence = (...parts: Part[]): Bytes => der(0x30, ...parts);
export const set = (...parts: Part[]): Bytes => der(0x31, ...[...parts].sort(Buffer.compare));
const octets = (content: Part): Bytes => der(0x04, content);
const bits = (content: Part): Bytes => der(0x03, Buffer.from([0]), content);
const flag = (value: boolean): Bytes => der(0x01, Buffer.from([value ? 0xff : 0]));

export function object(dotted: string): Bytes {
  const [first, second, ...rest] = dotted.split(".").map(Number) as [number, number, ...number[]];
  return der(0x06, Buffer.from([40 * first + second, ...rest].flatMap((arc) => {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift(128 + (left % 128));
    return digits;
  })));
}

export function integer(value: number): Bytes {
  const hex = value.toString(16);
  const digits = Buffer.from(hex.padStart(2 * Math.ceil(hex.length / 2), "0"), "hex");
  return der(0x02, digits[0]! >= 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits);
}

const compact = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(/[-:T]|\.\d+/g, "");
const time = (seconds: number): Bytes => der(0x17, Buffer.from(compact(seconds).slice(2)));
const longTime = (seconds: number): Bytes => der(0x18, Buffer.from(compact(seconds)));

const name = (common: string): Bytes =>
  sequence(set(sequence(object("2.5.4.10"), der(0x0c, Buffer.from("Школа № 5")))),
    set(sequence(object("2.5.4.3"), der(0x0c, Buffer.from(common)))));

const kSha256 = "2.16.840.1.101.3.4.2.1";
const kEcdsa = sequence(object("1.2.840.10045.4.3.2"));
const sha256 = (content: Part): Bytes => new Uint8Array(createHash("sha256").update(content).digest());

export const at = (text: string): number => Date.parse(`${text}T12:00:00Z`) / 1000;
export const kFounded = at("2025-08-01");
export const kSigned = at("2026-05-28");
export const kStamped = kSigned + 40;

export interface Holder {
  common: string;
  issuer: string;
  serial: number;
  certificate: Bytes;
  privateKey: KeyObject;
}

export interface Wish {
  from?: number;
  until?: number;
  usage?: number; // of the first byte
  uses?: string[];
  usesCritical?: boolean;
  authority?: boolean;
  pathLength?: number;
  critical?: string; // an extension that nobody knows
  curve?: "prime256v1" | "secp384r1";
}

export const kTimestamping = "1.3.6.1.5.5.7.3.8";

let serials = 1000;

function extension(id: string, critical: boolean, value: Part): Bytes {
  return sequence(object(id), ...(critical ? [flag(true)] : []), octets(value));
}

function extensionsOf({ authority, pathLength, usage, uses, usesCritical = true, critical }: Wish): Bytes {
  const constraints = authority
    ? sequence(flag(true), ...(pathLength === undefined ? [] : [integer(pathLength)])) : sequence();
  return sequence(
    extension("2.5.29.19", true, constraints),
    extension("2.5.29.15", true, der(0x03, Buffer.from([0, usage ?? (authority ? 0x06 : 0xc0)]))),
    ...(uses ? [extension("2.5.29.37", usesCritical, sequence(...uses.map(object)))] : []),
    ...(critical ? [extension(critical, true, sequence())] : []));
}

// A certificate of `by`, or one that signs itself.
export function issue(common: string, by: Holder | undefined, wish: Wish = {}): Holder {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: wish.curve ?? "prime256v1" });
  const serial = ++serials;
  const issuer = by?.common ?? common;
  const signed = sequence(
    der(0xa0, integer(2)), integer(serial), kEcdsa, name(issuer),
    sequence(time(wish.from ?? kFounded), time(wish.until ?? kFounded + 86_400 * 3650)), name(common),
    publicKey.export({ format: "der", type: "spki" }), der(0xa3, extensionsOf(wish)));
  const signature = sign("sha256", signed, by?.privateKey ?? privateKey);
  return { common, issuer, serial, certificate: sequence(signed, kEcdsa, bits(signature)), privateKey };
}

export function pem(...holders: Holder[]): Bytes {
  return new Uint8Array(Buffer.from(holders.map(({ certificate }) =>
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString("base64")}\n-----END CERTIFICATE-----\n`).join("")));
}

export const digestOf = ({ certificate }: Holder): string => Buffer.from(sha256(certificate)).toString("hex");

export function revocations(by: Holder, revoked: [Holder, number][], next = kSigned + 86_400 * 365): Bytes {
  const signed = sequence(integer(1), kEcdsa, name(by.common), time(kFounded), time(next),
    ...(revoked.length === 0 ? [] : [sequence(...revoked.map(([{ serial }, since]) => sequence(integer(serial), time(since))))]));
  return sequence(signed, kEcdsa, bits(sign("sha256", signed, by.privateKey)));
}

const attribute = (id: string, ...values: Part[]): Bytes => sequence(object(id), set(...values));

const namedIn = ({ certificate }: Holder): Bytes =>
  attribute("1.2.840.113549.1.9.16.2.47", sequence(sequence(sequence(octets(sha256(certificate))))));

// What a signature may be told to have otherwise.
export interface SignatureWish {
  claimed?: number;
  naming?: Holder | null; // in place of the signer; null: nobody
  carrying?: Holder[]; // certificates, in place of the signer's
  signing?: KeyObject; // in place of the signer's
  signature?: (der: Bytes) => Bytes;
  signerVersion?: number;
  attributes?: Bytes[]; // more of them, signed
  unsigned?: Bytes[];
  digests?: string[];
}

interface Content {
  type: string;
  inside?: Bytes;
  bytes: Bytes;
}

function signedData({ type, inside, bytes }: Content, signers: Holder[], wish: SignatureWish): Bytes {
  const info = (signer: Holder): Bytes => {
    const attributes = set(
      attribute("1.2.840.113549.1.9.3", object(type)),
      attribute("1.2.840.113549.1.9.5", time(wish.claimed ?? kSigned)),
      attribute("1.2.840.113549.1.9.4", octets(sha256(bytes))),
      ...(wish.naming === null ? [] : [namedIn(wish.naming ?? signer)]), ...(wish.attributes ?? []));
    const signature = new Uint8Array(sign("sha256", attributes, wish.signing ?? signer.privateKey));
    const tagged = bytesOf(Buffer.from([0xa0]), attributes.subarray(1));
    const more = wish.unsigned ? [bytesOf(Buffer.from([0xa1]), set(...wish.unsigned).subarray(1))] : [];
    return sequence(integer(wish.signerVersion ?? 1), sequence(name(signer.issuer), integer(signer.serial)),
      sequence(object(kSha256)), tagged, kEcdsa, octets(wish.signature?.(signature) ?? signature), ...more);
  };
  const carried = (wish.carrying ?? signers).map(({ certificate }) => certificate).sort(Buffer.compare);
  return sequence(object("1.2.840.113549.1.7.2"), der(0xa0, sequence(
    integer(inside ? 3 : 1), set(...(wish.digests ?? [kSha256]).map((digest) => sequence(object(digest)))),
    sequence(object(type), ...(inside ? [der(0xa0, octets(inside))] : [])),
    ...(carried.length > 0 ? [der(0xa0, ...carried)] : []), set(...signers.map(info)))));
}

export const signFile = (bytes: Bytes, signer: Holder | Holder[], wish: SignatureWish = {}): Bytes =>
  signedData({ type: "1.2.840.113549.1.7.1", bytes }, [signer].flat(), wish);

export interface StampWish extends SignatureWish {
  at?: number;
  status?: number;
}

export function stamp(over: Bytes, authority: Holder, wish: StampWish = {}): Bytes {
  const inside = sequence(integer(1), object("2.25.1"), sequence(sequence(object(kSha256)), octets(sha256(over))),
    integer(++serials), longTime(wish.at ?? kStamped), integer(77));
  return sequence(sequence(integer(wish.status ?? 0)),
    signedData({ type: "1.2.840.113549.1.9.16.1.4", inside, bytes: inside }, [authority], wish));
}
