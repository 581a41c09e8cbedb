// The shapes of questions and answers, by the names that the contract, api/openapi.yaml, gives them.
import type { components } from "letopis-contract";

export type Schemas = components["schemas"];
