// What each page is given.
import type { Client } from "../client/ask";
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
  words: Words;
  language: Language;
}
