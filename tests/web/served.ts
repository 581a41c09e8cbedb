// The real program, serving a trial that was lived until a school morning, or a school just begun.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { createHash, createPrivateKey, hkdfSync, type KeyObject } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import * as http from "node:http";
import * as https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { halvesOf } from "../../web/keys/stretching";
import { fromHex, toHex } from "../../web/proofs/bytes";

const kProgram = process.env["LETOPIS"] ?? "";
export const skip = existsSync(kProgram) ? false : "letopis is not built";

export const kPassword = "proba-11-marta";  // everybody's in a trial
const kPupils = 24;
export const kNoon = "2026-03-11T12:30:00+03:00";

export interface Asked {
  method: string;
  target: string;
  headers?: Record<string, string>;
  body?: string | undefined;
}
export interface Told {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

export function scratch(): string {
  return mkdtempSync(join(tmpdir(), "letopis-served-"));
}
export function forget(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

type LoginParameters = { custody: string; salt: string; passes: number; memory_kib: number };

// The password itself, or the half of it that an account of an own key shows.
async function shownFor(password: string, { custody, salt, ...cost }: LoginParameters): Promise<object> {
  return custody === "server" ? { password } : { half: toHex((await halvesOf(password, fromHex(salt)!, cost)).login) };
}

// A program that serves until it is told to stop.
export class Served {
  private constructor(
    private readonly process: ChildProcess,
    readonly port: number,
    private readonly authority: string | undefined,
  ) {}

  static async by(words: string[], authority?: string): Promise<Served> {
    const process = spawn(kProgram, words, { stdio: ["ignore", "pipe", "inherit"] });
    const port = await new Promise<number>((resolve, reject) => {
      let said = "";
      process.stdout!.on("data", (piece: Buffer) => {
        said += piece.toString();
        for (const line of said.split("\n").slice(0, -1)) {
          const { port: at } = JSON.parse(line) as { port?: number }; // other lines tell of what went before
          if (at !== undefined) resolve(at);
        }
      });
      process.on("exit", (code) => reject(new Error(`letopis ended with ${code}: ${said}`)));
    });
    return new Served(process, port, authority);
  }

  url(): string {
    return `${this.authority === undefined ? "http" : "https"}://localhost:${this.port}`;
  }

  // The target goes out as it is, however odd. A stream is left as soon as its head is there.
  ask({ method, target, headers = {}, body }: Asked): Promise<Told> {
    const options = {
      host: "127.0.0.1", port: this.port, method, path: target, timeout: 30_000,
      // node frames the body of a DELETE only where it is told to.
      headers: { host: `localhost:${this.port}`, ...headers,
        ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }) },
      ...(this.authority === undefined ? {} : { ca: this.authority, servername: "localhost" }),
    };
    return new Promise((resolve, reject) => {
      const asked = (this.authority === undefined ? http : https).request(options, (answer) => {
        const told = { status: answer.statusCode!, headers: answer.headers };
        if (answer.headers["content-type"]?.startsWith("text/event-stream")) {
          resolve({ ...told, body: Buffer.alloc(0) });
          answer.destroy();
          return;
        }
        const pieces: Buffer[] = [];
        answer.on("data", (piece: Buffer) => pieces.push(piece));
        answer.on("end", () => resolve({ ...told, body: Buffer.concat(pieces) }));
        answer.on("error", reject);
      });
      asked.on("timeout", () => asked.destroy(new Error(`no answer to ${method} ${target}`)));
      asked.on("error", reject);
      asked.end(body);
    });
  }

  async signIn(login: string, password = kPassword): Promise<string> {
    const known = await this.ask({ method: "GET", target: `/api/v1/login-parameters?login=${login}` });
    const told = await this.ask({
      method: "POST", target: "/api/v1/sessions", headers: { "content-type": "application/json" },
      body: JSON.stringify({ login, token: true, ...await shownFor(password, JSON.parse(known.body.toString()) as LoginParameters) }),
    });
    if (told.status !== 201) throw new Error(`${login}: ${told.body.toString()}`);
    return (JSON.parse(told.body.toString()) as { token: string }).token;
  }

  // As a power cut ends it: nothing is finished, nothing is said.
  kill(): Promise<void> {
    return new Promise((resolve) => {
      this.process.removeAllListeners("exit");
      this.process.on("exit", () => resolve());
      this.process.kill("SIGKILL");
    });
  }

  stop(): Promise<number | null> {
    return new Promise((resolve) => {
      this.process.removeAllListeners("exit");
      this.process.on("exit", (code) => resolve(code));
      this.process.kill("SIGTERM");
    });
  }
}

// Lives the trial; where its data are.
export async function liveToday(folder: string, regulation = ""): Promise<string> {
  const data = join(folder, "trial");
  const served = await Served.by(
    ["demo", "--today", "--pupils", String(kPupils), "--data", data, "--listen", "127.0.0.1:0", "--json",
      ...(regulation === "" ? [] : ["--regulation", regulation])]);
  await served.stop();
  return `${data}-today`;
}

// Lives a whole year and tells its story, then serves the morning, and the finished year at /year/.
export function demo(folder: string): Promise<Served> {
  return Served.by(["demo", "--serve", "--pupils", String(kPupils), "--data", join(folder, "trial"), "--medium", join(folder, "a"),
    "--medium", join(folder, "b"), "--listen", "127.0.0.1:0", "--json"]);
}

export function serve(data: string, clock = kNoon): Promise<Served> {
  return Served.by(["serve", "--data", data, "--clock", clock, "--listen", "127.0.0.1:0", "--json"]);
}

// At a port of its own choice, or at the one that an earlier one had.
export function serveOverTls(data: string, folder: string, port = 0): Promise<Served> {
  const [key, chain] = [join(folder, "key.pem"), join(folder, "chain.pem")];
  if (!existsSync(chain)) execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
    "-subj", "/CN=localhost",
    "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", chain], { stdio: "ignore" });
  return Served.by(["serve", "--data", data, "--clock", kNoon, "--listen", `127.0.0.1:${port}`, "--json",
    "--tls-chain", chain, "--tls-key", key], readFileSync(chain, "utf8"));
}

// A school that is just begun; its director's code.
export function beginSchool(data: string): string {
  const told = execFileSync(kProgram, ["school", "add", "--data", data, "--origin", "letopis.example/new",
    "--director", "Орлова Анна Сергеевна", "--login", "orlova", "--founder-key", `${data}.founder`, "--json"]);
  return (JSON.parse(told.toString()) as { code: string }).code;
}

// A person's key in a trial derives from its seed (trial/keyring.h).
export function trialKey(origin: string, person: number): KeyObject {
  const root = createHash("sha256").update(`letopis trial v1\n1\n${kPupils}\n${origin}\n`).digest();
  const seed = Buffer.from(hkdfSync("sha256", root, "", `letopis trial person ${person} key 0`, 32));
  const before = Buffer.from("302e020100300506032b657004220420", "hex");  // PKCS #8 of Ed25519 (RFC 8410)
  return createPrivateKey({ key: Buffer.concat([before, seed]), format: "der", type: "pkcs8" });
}
