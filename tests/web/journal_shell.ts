// The page «Журнал» with the least around it: the session of whoever has signed in, and the outbox.
import type { SchoolTime } from "../../web/client/school_years";
import { JournalPage, type JournalAddress } from "../../web/journal/journal_page";
import { openKeeping } from "../../web/stating/keeping";
import { Outbox, type OutboxListener } from "../../web/stating/outbox";
import { newId } from "../../web/stating/statement";
import { byServersKey, type Ask } from "../../web/stating/sending";
import { en } from "../../web/words/en_journal";
import { ru } from "../../web/words/ru_journal";

const base = new URL("./", location.href).href;
let csrf = "";

const ask: Ask = async (method, target, body) => {
  const answer = await fetch(base + target, { method, headers: { "content-type": "application/json", "x-csrf-token": csrf },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(5_000) });
  return { status: answer.status, body: await answer.json() };
};
async function get<Body>(target: string): Promise<Body> {
  const { status, body } = await ask("GET", target, undefined);
  if (status !== 200) throw Object.assign(new Error(String(status)), { document: body });
  return body as Body;
}

async function begin(): Promise<void> {
  const session = await get<{ person: number; csrf: string }>("api/v1/sessions/current");
  csrf = session.csrf;
  const school = await get<{ log: string } & SchoolTime>("api/v1/school");
  let page: JournalPage | undefined;
  const listener: OutboxListener = {
    changed: () => page?.outboxChanged(), refused: () => page?.outboxChanged(),
    stands: (statement) => page?.stands(statement), settledElsewhere: (statement) => page?.stands(statement),
  };
  const outbox = await Outbox.open(session.person, {
    keeping: await openKeeping(school.log, undefined), send: byServersKey(ask), now: () => Date.now(),
    alone: (lock, act) => navigator.locks.request(lock, act) as ReturnType<typeof act>,
    after: (wait_ms, act) => void setTimeout(act, wait_ms),
  }, listener);
  const query = new URLSearchParams(location.hash.slice(1));
  page = new JournalPage(document.getElementById("app")!, { get, outbox, person: session.person, time: school, whole: [],
    carryOut: async (command) => (await ask("POST", "api/v1/commands", { command, id: newId() })).body,
    ...(query.get("lang") === "en" ? { language: "en", words: en } : { language: "ru", words: ru }),
    address: Object.fromEntries(query) as Partial<JournalAddress>,
    goTo: (address) => history.replaceState(null, "", `#${new URLSearchParams({ ...address })}`) });
  void outbox.flush();
  const changes = new EventSource(`${base}api/v1/changes`);
  changes.addEventListener("entry", () => page?.reloadSoon());
}
void begin();
