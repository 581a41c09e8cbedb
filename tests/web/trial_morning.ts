// A school that is served, with a browser before it: what most tests of pages begin with, and take down again. Mostly
// a trial on a morning of its year, over TLS.
import assert from "node:assert/strict";
import { after, before } from "node:test";

import type { Browser } from "playwright-core";

import { kDesk, launch, Visitor } from "./browser";
import { forget, liveToday, scratch, serveOverTls, skip, type Served } from "./served";

export class ServedTrial {
  served!: Served;
  browser!: Browser;
  readonly folder = scratch();
  constructor(private readonly live: (folder: string) => Promise<Served>, private readonly place: string) {}

  async begin(): Promise<void> {
    this.served = await this.live(this.folder);
    this.browser = await launch();
  }

  async end(): Promise<void> {
    await this.browser?.close();
    await this.served?.stop();
    forget(this.folder);
  }

  // What the server tells somebody: "/api/v1/views/due".
  async told<Body>(login: string, target: string): Promise<Body> {
    const answer = await this.served.ask({ method: "GET", target, headers: { authorization: `Bearer ${await this.served.signIn(login)}` } });
    assert.equal(answer.status, 200, answer.body.toString());
    return JSON.parse(answer.body.toString()) as Body;
  }

  // Somebody who has signed in at an address: "#/edits".
  async enter(login: string, address = "", size = kDesk): Promise<Visitor> {
    const visitor = await Visitor.open(this.browser, `${this.served.url()}/${this.place}${address}`, size);
    await visitor.page.waitForSelector("input[name=login]");
    await visitor.signIn(login);
    return visitor;
  }
}

// Of the file that asks: begun before its tests and ended after them. `place` is where the server has the school: "year/".
export function servedTrial(live: (folder: string) => Promise<Served>, place = ""): ServedTrial {
  const trial = new ServedTrial(live, place);
  before(async () => { if (!skip) await trial.begin(); }, { timeout: 400_000 });
  after(() => trial.end());
  return trial;
}

// By the trial's own regulation, or by one of those that schools have adopted.
export const trialMorning = (regulation = ""): ServedTrial =>
  servedTrial(async (folder) => serveOverTls(await liveToday(folder, regulation), folder));
