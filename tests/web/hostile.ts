// Requests that no sound client makes, drawn at random from the contract.
import fc from "fast-check";

import { operations, parametersOf } from "./contract";
import type { Asked } from "./served";

export function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

// What a stranger may put in the place of a word: other words, numbers beyond all bounds, other scripts,
// control characters, escapes that are none.
const hostileText = fc.oneof(
  fc.constantFrom("", "0", "-1", "4294967296", "18446744073709551616", "1e9", "NaN", "null", "true", "me",
    "2026-02-30", "0000-00-00", "9999-12-31", "2026-03-11T25:00:00+03:00", "-9999-01-01", "5а", "'; --", "../../etc",
    "%", "%zz", "%00", "%ff%fe", "a".repeat(3_000)),
  fc.string({ unit: "binary", maxLength: 40 }).map(encodeURIComponentSafely),
  fc.integer().map(String), fc.double().map(String),
  fc.date({ noInvalidDate: true }).map((date) => encodeURIComponent(date.toISOString())));

function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

const hostileHeaders = fc.record({
  accept: fc.constantFrom("*/*", "text/csv", "image/png", ";;;,", "application/pdf;q=abc", "a".repeat(2_000)),
  "accept-language": fc.constantFrom("en", "ru", "zz;q=0.1", ""),
  "last-event-id": fc.constantFrom("", "0", "18446744073709551615", "-1", "x"),
  "x-background": fc.constantFrom("", "1"),
}, { requiredKeys: [] });

export function hostileGet(token: string): fc.Arbitrary<Asked> {
  const all = operations().filter(({ method }) => method === "get");
  return fc.constantFrom(...all).chain(({ path, operation }) => {
    const own = parametersOf(operation).filter((one) => one.in === "query").map(({ name }) => name);
    const name = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...own, "class", "lang") },
      { weight: 1, arbitrary: hostileText });
    return fc.record({
      parts: fc.array(hostileText, { minLength: 3, maxLength: 3 }),
      query: fc.array(fc.tuple(name, hostileText), { maxLength: 6 }),
      headers: hostileHeaders,
    }).map(({ parts, query, headers }) => {
      let which = 0;
      const filled = path.replaceAll(/\{[a-z]+\}/g, () => parts[which++]! || "x");
      const asked = query.map(([key, value]) => `${key}=${value}`).join("&");
      return { method: "GET", target: asked ? `${filled}?${asked}` : filled,
        headers: { ...bearer(token), ...(headers as Record<string, string>) } };
    });
  });
}

// Bodies of the right shape and of none. Signing in and codes are slow by design, so they get few.
export function hostileSend(token: string): fc.Arbitrary<Asked> {
  const slow = ["activate", "lookUpCode", "signIn", "changePassword", "unlockSession", "confirmSecondFactor",
    "dropSecondFactor"];
  const ending = ["signOut", "signOutEverywhere", "lockSession"];
  const all = operations().filter(({ method, operation }) =>
    method !== "get" && !ending.includes(operation.operationId) && !slow.includes(operation.operationId));
  const object = fc.oneof(
    fc.jsonValue({ maxDepth: 5 }),
    fc.record({ command: fc.record({ do: fc.constantFrom("give_marks", "mark_given", "record_lesson", "x"),
      lesson: fc.jsonValue({ maxDepth: 2 }), marks: fc.jsonValue({ maxDepth: 3 }) }, { requiredKeys: [] }),
      id: hostileText, stated: hostileText }, { requiredKeys: [] }),
    fc.record({ events: fc.array(fc.record({ bytes: fc.base64String(), key: hostileText, signature: fc.base64String() },
      { requiredKeys: [] }), { maxLength: 3 }), texts: fc.jsonValue({ maxDepth: 3 }) }, { requiredKeys: [] }),
    fc.record({ scope: hostileText, label: hostileText }));
  return fc.record({
    one: fc.constantFrom(...all), part: hostileText,
    body: fc.oneof({ weight: 9, arbitrary: object.map((value) => JSON.stringify(value)) }, { weight: 1, arbitrary: fc.string() }),
    type: fc.oneof({ weight: 9, arbitrary: fc.constant("application/json") }, { weight: 1, arbitrary: fc.constant("text/plain") }),
  }).map(({ one, part, body, type }) => ({
    method: one.method.toUpperCase(), target: one.path.replaceAll(/\{[a-z]+\}/g, part || "x"),
    headers: { ...bearer(token), "content-type": type }, body,
  }));
}

// node itself refuses to send some targets; whatever it sends must be answered by the contract.
export function isSendable({ target, headers = {} }: Asked): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[^\x21-\xff]/.test(target) && !Object.values(headers).some((one) => /[^\x20-\x7e]/.test(one));
}
