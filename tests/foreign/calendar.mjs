// Takes a feed from its address, as a phone does, and tells as JSON what ical.js reads in it:
// calendar.mjs URL FILE OUT.
import { writeFileSync } from "node:fs";

import ICAL from "ical.js";

const [url, file, out] = process.argv.slice(2);
const answer = await fetch(url);
if (!answer.ok) {
  console.error(`${answer.status}`);
  process.exit(1);
}
const text = await answer.text();
writeFileSync(file, text);

const tag = answer.headers.get("etag");
const again = await fetch(url, { headers: { "If-None-Match": tag } });

const calendar = new ICAL.Component(ICAL.parse(text));
const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
const told = {
  type: answer.headers.get("content-type"),
  again: again.status,
  name: calendar.getFirstPropertyValue("x-wr-calname"),
  events: events.map((one) => ({
    uid: one.uid,
    summary: one.summary,
    starts: one.startDate.toJSDate().toISOString(),
    minutes: one.duration.toSeconds() / 60,
    status: one.component.getFirstPropertyValue("status"),
  })),
};
writeFileSync(out, JSON.stringify(told));
