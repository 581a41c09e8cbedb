// The page: what was chosen, the check, and what it came to. Nothing here asks a network, and a
// clock only for how long the check took and which certificates have expired by now.
import { Findings } from "../proofs/findings";
import { Refusal, type Language, type Text } from "../proofs/refusal";
import { dragged, folderOf, readWhole, type Chosen } from "./chosen_files";
import { byId, element } from "./dom";
import { EntryIndex } from "./entry_index";
import { shownName } from "./layout";
import { LogReader } from "./log_reader";
import { LogView } from "./log_view";
import { checkMedium } from "./medium_check";
import { listVolumes, type ChosenFolder } from "./medium_volumes";
import { showReport, tellerOf, type Report } from "./report_view";
import { isSubmission } from "./submission_check";
import { parseTrust, type Trust } from "./trust";
import type { Verdict } from "./verdict";
import { verdictObject } from "./verdict_json";
import { grouped } from "./verdict_line";
import { say, type Word } from "./words";

const kPaintEveryMs = 100;

class Stopped extends Error {}

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done));

// What the entries say that findings are about, in both languages.
async function tellAll(verdict: Verdict, reader: LogReader, { naming }: EntryIndex): Promise<Map<number, Text>> {
  const told = new Map<number, Text>();
  const { timeZone } = verdict;
  for (const { position } of verdict.findings) {
    if (position === undefined || told.has(position)) continue;
    const ru = await reader.tell(position, { language: "ru", naming, timeZone });
    const en = await reader.tell(position, { language: "en", naming, timeZone });
    if (ru !== undefined && en !== undefined) told.set(position, { ru, en });
  }
  return told;
}

class Page {
  private language: Language = "ru";
  private trust: Trust | undefined;
  private trustName = "";
  private folder: ChosenFolder | undefined;
  private seesEmptyFolders = false;
  private report: Report | undefined;
  private log: LogView | undefined;
  private running = false;
  private stopping = false;
  private lastMessage: () => string = () => "";

  start(): void {
    byId("language").addEventListener("click", () => this.turn(this.language === "ru" ? "en" : "ru"));
    const trustFile = byId<HTMLInputElement>("trust-file");
    const folder = byId<HTMLInputElement>("folder");
    byId("choose-trust").addEventListener("click", () => trustFile.click());
    byId("choose-folder").addEventListener("click", () => folder.click());
    trustFile.addEventListener("change", () => void this.takeTrust(trustFile.files?.[0]));
    folder.addEventListener("change", () => this.takePicked(folder.files));
    byId("check").addEventListener("click", () => void this.check());
    byId("stop").addEventListener("click", () => (this.stopping = true));
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer) void this.takeDragged(dragged(event.dataTransfer.items));
    });
    this.turn("ru");
    if (!globalThis.crypto?.subtle) this.tell("tooNew");
  }

  private say = (word: Word, ...given: (string | number)[]): string => say(this.language, word, ...given);

  private turn(language: Language): void {
    this.language = language;
    document.documentElement.lang = language;
    document.title = this.say("title");
    for (const place of document.querySelectorAll<HTMLElement>("[data-word]")) {
      place.textContent = this.say(place.dataset["word"] as Word);
    }
    this.showChosen();
    byId("message").textContent = this.lastMessage();
    if (this.report) showReport(byId("report"), this.report, language, () => this.save());
    if (this.report && this.log) this.log.show(byId("log"), language);
  }

  private tell(word: Word, ...given: (string | number)[]): void {
    this.lastMessage = () => this.say(word, ...given);
    byId("message").textContent = this.lastMessage();
  }

  private tellRefusal(refusal: Refusal): void {
    this.lastMessage = () => shownName(refusal.says[this.language]);
    byId("message").textContent = this.lastMessage();
  }

  private showChosen(): void {
    const { trust, folder } = this;
    byId("trust-state").textContent = trust
      ? this.say("trustTaken", this.trustName, trust.policy.logs.length, trust.policy.witnesses.length,
        trust.checkpoints.length)
      : this.say("noTrust");
    byId("folder-state").textContent = folder
      ? this.say("folderTaken", shownName(folder.name), grouped(folder.files.length)) : this.say("noFolder");
    byId<HTMLButtonElement>("check").disabled = !folder || this.running;
    byId("stop").hidden = byId("progress").hidden = !this.running;
  }

  // A verdict is about what was chosen when it was asked for: another choice puts it away.
  private putAway(): void {
    this.report = undefined;
    this.log = undefined;
    byId("report").replaceChildren();
    byId("log").replaceChildren();
    this.lastMessage = () => "";
    byId("message").textContent = "";
  }

  private async takeTrust(file: File | undefined): Promise<void> {
    if (!file || this.running) return;
    this.putAway();
    this.trust = undefined;
    const trust = await readWhole(file).then(parseTrust).catch((fault: unknown) => {
      this.tell("failed", String(fault));
      return undefined;
    });
    if (trust instanceof Refusal) this.tellRefusal(trust);
    else if (trust) [this.trust, this.trustName] = [trust, shownName(file.name)];
    this.showChosen();
  }

  private takeFolder(folder: ChosenFolder | undefined, seesEmptyFolders: boolean): void {
    if (!folder || this.running) return;
    this.putAway();
    this.folder = folder;
    this.seesEmptyFolders = seesEmptyFolders;
    this.showChosen();
  }

  private takePicked(files: FileList | null): void {
    if (files) this.takeFolder(folderOf(files), false);
  }

  private async takeDragged(dropped: Promise<Chosen>): Promise<void> {
    this.tell("reading");
    try {
      const { folder, file, seesEmptyFolders } = await dropped;
      this.putAway();
      if (file) await this.takeTrust(file);
      this.takeFolder(folder, seesEmptyFolders);
    } catch (fault) {
      this.tell("failed", String(fault));
    }
  }

  private async check(): Promise<void> {
    if (!this.folder || this.running) return;
    this.putAway();
    this.running = true;
    this.stopping = false;
    this.showChosen();
    try {
      await this.checkChosen(this.folder);
    } catch (fault) {
      if (fault instanceof Stopped) this.tell("stopped");
      else this.tell("failed", String(fault));
    }
    this.running = false;
    this.showChosen();
  }

  private async checkChosen(folder: ChosenFolder): Promise<void> {
    const began = performance.now();
    const index = new EntryIndex();
    const verdict = await checkMedium(folder, {
      ...(this.trust && { trust: this.trust }),
      listener: index,
      progress: this.progress(),
    });
    if (verdict instanceof Refusal) return this.tellRefusal(verdict);
    const listed = (await isSubmission(folder)) ? { whole: true, volumes: [] } : await listVolumes(folder, new Findings());
    if (listed instanceof Refusal) return this.tellRefusal(listed);
    const reader = new LogReader(verdict, listed.volumes);
    const told = await tellAll(verdict, reader, index);
    const seconds = (performance.now() - began) / 1000;
    this.report = {
      verdict, folder: folder.name, whole: listed.whole, seesEmptyFolders: this.seesEmptyFolders, seconds, told,
    };
    this.log = index.size > 0 ? new LogView(index, reader, verdict.timeZone, this.language) : undefined;
    showReport(byId("report"), this.report, this.language, () => this.save());
    this.log?.show(byId("log"), this.language);
  }

  private progress(): (done: number, all: number) => Promise<void> {
    const bar = byId<HTMLProgressElement>("progress");
    let painted = 0;
    return async (done, all) => {
      if (performance.now() - painted > kPaintEveryMs) {
        painted = performance.now();
        bar.max = all;
        bar.value = done;
        this.tell("progress", Math.floor((100 * done) / all));
        await breathe();
      }
      if (this.stopping) throw new Stopped();
      if (done === all) byId("message").textContent = "";
    };
  }

  private save(): void {
    if (!this.report) return;
    const object = verdictObject(this.report.verdict, this.language, tellerOf(this.report, this.language));
    const blob = new Blob([JSON.stringify(object, null, 1) + "\n"], { type: "application/json" });
    const link = element("a", { href: URL.createObjectURL(blob), download: "letopis-verdict.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

new Page().start();
