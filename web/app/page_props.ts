// What each page is given.
import type { Client } from "../client/ask";
import type { Changes } from "../client/changes";
import type { Session } from "../client/session";
import type { CarryOut } from "../stating/carry_out";
import type { Send } from "../stating/sending";
import type { Language } from "../words/language";
import type { Words } from "../words/ru";
import type { OwnKey } from "./own_key";
import type { Route } from "./route";

export interface PageProps {
  client: Client;
  session: Session;
  carryOut: CarryOut;
  send: Send;  // one attempt, for an outbox of the page's own
  ownKey: OwnKey;  // of a session whose custody is the browser
  route: Route;
  changes: Changes;
  leave(): void; // when the server knows this person no more, here or everywhere
  words: Words;
  language: Language;
}
