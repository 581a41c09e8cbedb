// The closed list of facts as this page knows it. The table itself is made when the page is built,
// from events/*.capnp, docs/event-format.md and the program's own words.
import table from "letopis-schema";

export type Kind =
  | "number" | "day" | "instant" | "position" | "text" | "commitment" | "digest" | "bool" | "u16" | "u32" | "word"
  | "value";

export interface Field {
  name: string;
  kind: Kind;
  of?: string; // which number, word or value it is
  at: number; // byte in the data, bit for a bool, or place among the pointers
  optional?: boolean;
  list?: boolean;
}

export interface Struct {
  data: number; // words
  pointers: number;
  fields: Field[];
}

export interface FactSchema extends Struct {
  name: string;
  title: string;
  stream: number;
  of: string[]; // the fields that name the stream
}

export interface Enumeration {
  words: string[];
  russian: string[];
}

export interface Schema {
  streams: string[];
  facts: FactSchema[]; // by their number
  values: Record<string, Struct>;
  enums: Record<string, Enumeration>;
  fields: Record<string, string>; // Russian labels
}

export const schema = table as Schema;
