// What each page is given.
import type { Client } from "../client/ask";
import type { Session } from "../client/session";
import type { Language } from "../words/language";
import type { Words } from "../words/ru";
import type { Route } from "./route";

export interface PageProps {
  client: Client;
  session: Session;
  route: Route;
  words: Words;
  language: Language;
}
