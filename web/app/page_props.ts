// What each page is given.
import type { Client } from "../client/ask";
import type { Changes } from "../client/changes";
import type { Session } from "../client/session";
import type { CarryOut } from "../stating/carry_out";
import type { Language } from "../words/language";
import type { Words } from "../words/ru";
import type { Route } from "./route";

export interface PageProps {
  client: Client;
  session: Session;
  carryOut: CarryOut;
  route: Route;
  changes: Changes;
  leave(): void; // when the server knows this person no more, here or everywhere
  words: Words;
  language: Language;
}
