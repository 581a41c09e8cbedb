// A trial school on a morning of its year, served over TLS, with a browser before it: what most tests of pages
// begin with, and take down again.
import assert from "node:assert/strict";
import { after, before } from "node:test";

import type { Browser } from "playwright-core";

import { kDesk, launch, Visitor } from "./browser";
import { forget, liveToday, scratch, serveOverTls, skip, type Served } from "./served";

export class TrialMorning {
  served!: Served;
  browser!: Browser;
  readonly folder = scratch();
  constructor(private readonly regulation: string) {}

  async begin(): Promise<void> {
    this.served = await serveOverTls(await liveToday(this.folder, this.regulation), this.folder);
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
    const visitor = await Visitor.open(this.browser, `${this.served.url()}/${address}`, size);
    await visitor.page.waitForSelector("input[name=login]");
    await visitor.signIn(login);
    return visitor;
  }
}

// Of the file that asks: begun before its tests and ended after them. By the trial's own regulation, or by one of
// those that schools have adopted.
export function trialMorning(regulation = ""): TrialMorning {
  const trial = new TrialMorning(regulation);
  before(async () => { if (!skip) await trial.begin(); });
  after(() => trial.end());
  return trial;
}
