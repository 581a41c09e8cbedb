// The types of the contract, api/openapi.yaml, for the pages: build/web/contract.d.ts. Made before each
// check of types, so they cannot lag behind the contract; the program is held to it by the contract's tests.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import openapi, { astToString } from "openapi-typescript";

const kRoot = join(import.meta.dirname, "../..");

const made = await openapi(new URL("../../api/openapi.yaml", import.meta.url), { alphabetize: false });
mkdirSync(join(kRoot, "build/web"), { recursive: true });
writeFileSync(join(kRoot, "build/web/contract.d.ts"), astToString(made));
