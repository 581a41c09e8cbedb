// Tables made from the program's own sources when pages and tests are built, by the names under which
// modules import them.
import { makeParameters } from "./parameters.mjs";
import { makeSchema } from "./schema.mjs";
import { makeTriedFirst } from "./tried_first.mjs";

export const kTables = {
  "letopis-schema": makeSchema,
  "letopis-parameters": makeParameters,
  "letopis-tried-first": makeTriedFirst,
};
