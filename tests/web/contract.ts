// The contract, api/openapi.yaml, as a judge of requests and answers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020";
import { parse } from "yaml";

import type { Asked, Told } from "./served";

interface Referred { $ref?: string }
export interface Parameter extends Referred {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
}
interface Media { schema: unknown }
interface Response extends Referred { content?: Record<string, Media> }
export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Response>;
}
interface Contract {
  paths: Record<string, Record<string, Operation>>;
}

const kRoot = process.env["LETOPIS_SOURCES"]!;
const kContract = parse(readFileSync(join(kRoot, "api/openapi.yaml"), "utf8")) as Contract;
const kProblem = "application/problem+json";

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(kContract, "contract");

function validator(pointer: string[]): ValidateFunction {
  const path = pointer.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");
  const found = ajv.getSchema(`contract#/${path}`);
  assert(found, `the contract has no ${path}`);
  return found;
}

function pointerOf(reference: string): string[] {
  return reference.split("/").slice(1);
}
function follow<T extends Referred>(one: T): T {
  if (one.$ref === undefined) return one;
  return pointerOf(one.$ref).reduce((at: unknown, part) => (at as Record<string, unknown>)[part], kContract) as T;
}

export interface Found {
  path: string;
  method: string;  // "get"
  operation: Operation;
}

export function operations(): Found[] {
  return Object.entries(kContract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
}
export function parametersOf(operation: Operation): Parameter[] {
  return (operation.parameters ?? []).map(follow);
}

// "/log/tile/{tile}" takes all that follows; others one segment each. What has no part goes first.
function fits(path: string, target: string): boolean {
  const pattern = path.replace("{tile}", ".+").replaceAll(/\{[a-z]+\}/g, "[^/]+").replaceAll(".yaml", "\\.yaml");
  return new RegExp(`^${pattern}$`).test(target);
}
export function find(method: string, target: string): Found | undefined {
  const path = target.split("?")[0]!;
  const all = operations().filter((one) => one.method === method.toLowerCase() && fits(one.path, path));
  return all.find((one) => !one.path.includes("{")) ?? all[0];
}

function typeOf(told: Told): string {
  return (told.headers["content-type"] ?? "").split(";")[0]!;
}

function judge(validate: ValidateFunction, value: unknown, what: string): void {
  assert(validate(value), `${what}: ${JSON.stringify(validate.errors?.slice(0, 5))}\n${JSON.stringify(value).slice(0, 500)}`);
}

export function checkProblem(told: Told, what: string): void {
  assert.equal(typeOf(told), kProblem, `${what}: ${told.status} ${told.body.toString().slice(0, 200)}`);
  const problem = JSON.parse(told.body.toString()) as { status: number };
  judge(validator(["components", "schemas", "Problem"]), problem, what);
  assert.equal(problem.status, told.status, what);
}

// The body that was sent is one that the contract allows.
export function checkRequest(asked: Asked): void {
  const found = find(asked.method, asked.target);
  assert(found, `${asked.method} ${asked.target} is not in the contract`);
  if (asked.body === undefined) return;
  assert(found.operation.requestBody, `${found.operation.operationId} takes no body`);
  judge(validator(["paths", found.path, found.method, "requestBody", "content", "application/json", "schema"]),
    JSON.parse(asked.body), found.operation.operationId);
}

// The answer is one that the contract has for this request.
export function checkAnswer(asked: Asked, told: Told): void {
  const what = `${asked.method} ${asked.target}`;
  const found = find(asked.method, asked.target);
  if (!found) {
    assert(told.status >= 400 && told.status < 500, `${what}: ${told.status}`);
    return checkProblem(told, what);
  }
  const { responses } = found.operation;
  const name = [String(told.status), `${Math.floor(told.status / 100)}XX`].find((one) => one in responses);
  assert(name, `${what}: the contract has no status ${told.status}`);
  const response = follow(responses[name]!);
  if (response.content === undefined) return assert.equal(told.body.length, 0, what);
  if (told.status >= 400) return checkProblem(told, what);
  const type = typeOf(told);
  assert(type in response.content, `${what}: the contract has no ${type} here`);
  if (type !== "application/json") return;
  const reference = responses[name]!.$ref;
  const begins = reference === undefined
    ? ["paths", found.path, found.method, "responses", name]
    : pointerOf(reference);
  judge(validator([...begins, "content", type, "schema"]), JSON.parse(told.body.toString()), what);
}
