// Messages, news, the calendar and one's own sign-in, in a real browser before the real program; after each
// deed the server is asked what stands.
import assert from "node:assert/strict";
import { test } from "node:test";

import { kDesk, kPhone, type Visitor } from "./browser";
import { digitsOf, readCode } from "./one_time";
import { kPassword, skip } from "./served";
import { trialMorning } from "./trial_morning";

const trial = trialMorning();

async function enter(login: string, address: string, size = kDesk): Promise<Visitor> {
  const visitor = await trial.enter(login, address, size);
  await visitor.page.waitForSelector("main h1:not(#door)");
  return visitor;
}
const told = <Body>(login: string, target: string): Promise<Body> => trial.told<Body>(login, `/api/v1/${target}`);
interface Message { text: string | null; from: { name: string }; to: { name: string }[] }
interface Messages { conversations: { conversation: number; last: Message }[] }

test("[COM-01] a parent reads the class teacher's message on a telephone and answers; the teacher hears it", { skip }, async () => {
  const teacher = await enter("klassruk", "#/messages");
  await teacher.page.waitForSelector(".list li");
  const parent = await enter("roditel", "#/messages", kPhone);
  await parent.page.waitForSelector(".list li");
  await parent.looksGood("messages-phone");
  await parent.page.click(".list li a >> nth=0");
  await parent.page.waitForSelector("textarea");
  await parent.looksGood("thread-phone");
  await parent.page.fill("textarea", "Спасибо, посмотрели.");
  await parent.page.click("text=Отправить");
  await parent.page.waitForSelector("li.mine:has-text('Спасибо, посмотрели.')");
  const { conversations } = await told<Messages>("klassruk", "views/messages");
  assert.equal(conversations[0]!.last.text, "Спасибо, посмотрели.");
  assert.equal(conversations[0]!.last.to.length, 1);
  await teacher.page.waitForSelector(".list li.unread:has-text('Спасибо, посмотрели.')");
  await teacher.looksGood("messages-unread");
  const elsewhere = await enter("klassruk", "#/today");
  const counted = async (): Promise<string> => (await elsewhere.page.locator("#menu-more a[href='#/messages'], nav > a[href='#/messages']").textContent()) ?? "";
  const unread = Number(/\((\d+)\)/.exec(await counted())?.[1] ?? 0);
  assert.ok(unread > 0, "the bar counts it");
  await teacher.page.click(".list li a >> nth=0");
  await teacher.page.waitForSelector("textarea");
  await teacher.page.waitForSelector(".list li:not(.unread):has-text('Спасибо, посмотрели.')");
  await elsewhere.page.evaluate(() => { location.hash = "#/journal"; });
  await elsewhere.page.waitForFunction((left) => [...document.querySelectorAll("nav a[href='#/messages']")]
    .every(({ textContent }) => textContent === (left === 0 ? "Сообщения" : `Сообщения (${left})`)), unread - 1);
  await teacher.looksGood("messages-desk");
  await elsewhere.close();
  await parent.close();
  await teacher.close();
});

test("[COM-08] a teacher who finds no answer in the help asks for it; whoever consults sees until when, and answers", { skip }, async () => {
  const teacher = await enter("teacher", "#/journal");
  await teacher.page.click("button:has-text('Помощь'), button[aria-label='Помощь']");
  await teacher.page.click("text=Здесь нет ответа?");
  await teacher.page.waitForSelector("label:has-text('О помощи с журналом') select");
  assert.equal(await teacher.page.locator("label:has-text('О помощи с журналом') select").inputValue(), "use");
  const [deputy] = (await told<{ people: { person: number; roles?: { role: string }[]; name: string }[] }>("director", "views/people")).people
    .filter(({ roles = [] }) => roles.some(({ role }) => role === "deputy"));
  await teacher.page.fill("label:has-text('Найти адресата') input", deputy!.name.split(" ")[0]!);
  await teacher.page.click(".found button >> nth=0");
  await teacher.page.fill("textarea", "Как поставить две отметки за урок?");
  await teacher.looksGood("help-asked");
  await teacher.page.click("text=Отправить");
  await teacher.page.waitForSelector("li.mine .call:has-text('как что-то сделать')");
  const consults = await enter("deputy", "#/messages", kPhone);
  await consults.page.waitForSelector(".list li .call.open:has-text('Просьба о помощи')");
  await consults.looksGood("help-phone");
  await consults.page.click(".list li:has(.call) a");
  await consults.page.fill("textarea", "Через косую черту: 3/5.");
  await consults.page.click("text=Отправить");
  await consults.page.waitForSelector(".one li .call:has-text('отвечено')");
  await teacher.page.waitForSelector(".one li .call:has-text('отвечено')");
  await teacher.close();
  await consults.close();
});

test("[COM-01] a class teacher writes to all parents of the class at once, each gets a copy", { skip }, async () => {
  const visitor = await enter("klassruk", "#/messages/new");
  await visitor.page.click("text=Сразу многим");
  await visitor.page.click("button:has-text('Родители 5а')");
  const chosen = await visitor.page.locator(".chosen li").count();
  assert.ok(chosen > 1);
  await visitor.page.fill("label:has-text('Найти адресата') input", "островская");
  await visitor.page.click(".found button:has-text('Островская')");
  assert.equal(await visitor.page.locator(".chosen li").count(), chosen + 1);
  await visitor.looksGood("message-new");
  await visitor.page.fill("textarea", "Собрание в среду.");
  await visitor.page.click("text=Отправить");
  await visitor.page.waitForSelector("li.mine:has-text('Собрание в среду.')");
  for (const login of ["roditel", "deputy"]) {
    assert.equal((await told<Messages>(login, "views/messages")).conversations[0]!.last.text, "Собрание в среду.", login);
  }
  await visitor.close();
});

test("[ACC-12] a foreign conversation typed by hand is refused in words", { skip }, async () => {
  const own = (await told<Messages>("klassruk", "views/messages")).conversations[0]!.conversation;
  const visitor = await enter("uchenik", `#/messages/${own}`);
  await visitor.page.waitForSelector(".one [role=alert]");
  assert.match(await visitor.page.textContent(".one [role=alert]") ?? "", /[а-я]/);
  assert.equal(await visitor.page.locator("ol li").count(), 0);
  await visitor.looksGood("thread-refused");
  await visitor.close();
});

test("a message that no answer came to stays in its window, and is recorded once", { skip }, async () => {
  const visitor = await enter("teacher", "#/messages/new?to=2");
  await visitor.page.waitForSelector(".chosen li:has-text('Островская')");
  await visitor.page.fill("textarea", "Журнал 5а заполнен.");
  await visitor.page.context().setOffline(true);
  await visitor.page.click("text=Отправить");
  await visitor.page.waitForSelector("form [role=alert]:has-text('Нет связи')");
  assert.equal(await visitor.page.inputValue("textarea"), "Журнал 5а заполнен.");
  await visitor.page.context().setOffline(false);
  await visitor.page.click("text=Отправить");
  await visitor.page.waitForSelector("li.mine:has-text('Журнал 5а заполнен.')");
  const { conversations } = await told<Messages>("deputy", "views/messages");
  assert.equal(conversations.filter(({ last }) => last.text === "Журнал 5а заполнен.").length, 1);
  visitor.faults.splice(0, visitor.faults.length, ...visitor.faults.filter((one) => !one.includes("ERR_INTERNET_DISCONNECTED")));
  await visitor.close();
});

interface News { news: { post: number; title: string | null; class?: string; read: boolean; readers?: { name: string }[] }[] }

test("[COM-02] the deputy posts an announcement, a teacher signs to have read it, the deputy sees who", { skip }, async () => {
  const deputy = await enter("deputy", "#/staffroom");
  await deputy.page.click("text=Добавить новость");
  await deputy.page.selectOption("label:has-text('Вид') select", "announcement");
  await deputy.page.fill("label:has-text('Заголовок') input", "Педсовет");
  await deputy.page.fill("textarea", "В пятницу в 15:00, кабинет 21.");
  await deputy.looksGood("post-new");
  await deputy.page.click("text=Опубликовать");
  await deputy.page.waitForSelector("article:has-text('Педсовет')");
  const { post } = (await told<News>("deputy", "views/news?section=staffroom")).news[0]!;

  const teacher = await enter("teacher", "#/staffroom");
  await teacher.page.click("article:has-text('Педсовет') >> text=Прочитал(а)");
  await teacher.page.waitForSelector("article:has-text('Педсовет') >> text=Прочитано вами");
  await teacher.looksGood("staffroom-desk");
  assert.equal((await told<News>("teacher", "views/news?section=staffroom")).news.find((one) => one.post === post)!.read, true);
  await teacher.close();

  await deputy.page.reload();
  await deputy.page.waitForSelector("article:has-text('Педсовет') >> text=Кто ознакомился: 1");
  await deputy.page.click("article:has-text('Педсовет') summary");
  await deputy.page.click("article:has-text('Педсовет') >> text=Кому показано");
  await deputy.page.waitForSelector("article:has-text('Педсовет') >> text=Ильина");
  await deputy.looksGood("staffroom-readers");
  await deputy.page.click("article:has-text('Педсовет') >> text=Снять");
  await deputy.page.click("article:has-text('Педсовет') button:has-text('Да')");
  await deputy.page.waitForFunction(() => !document.body.textContent!.includes("Педсовет"));
  assert.equal((await told<News>("teacher", "views/news?section=staffroom")).news.some((one) => one.post === post), false);
  await deputy.close();
});

test("[COM-02] news of a class reach its families and no others; a family posts none", { skip }, async () => {
  const guide = await enter("klassruk", "#/school");
  await guide.page.click("text=Добавить новость");
  await guide.page.waitForSelector("option:has-text('Класс 5а')", { state: "attached" });
  assert.equal(await guide.page.locator("option:has-text('Для всей школы')").count(), 0);
  await guide.page.fill("label:has-text('Заголовок') input", "Сбор макулатуры");
  await guide.page.fill("textarea", "В четверг после уроков.");
  await guide.page.click("text=Опубликовать");
  await guide.page.waitForSelector("article:has-text('Сбор макулатуры')");
  await guide.close();
  assert.equal((await told<News>("uchenik", "views/news?section=school")).news[0]!.title, "Сбор макулатуры");
  for (const [name, size] of [["phone", kPhone], ["desk", kDesk]] as const) {
    const family = await enter("roditel", "#/school", size);
    await family.page.waitForSelector("article:has-text('Сбор макулатуры')");
    assert.equal(await family.page.locator("text=Добавить новость").count(), 0);
    assert.equal(await family.page.locator("text=Кто ознакомился").count(), 0);
    await family.looksGood(`school-${name}`);
    await family.close();
  }
});

interface Events { events: { title: string; day: string; from?: string; cancelled?: boolean }[] }

test("[COM-03] a class teacher plans an event of the class, its families see it, and it is called off", { skip }, async () => {
  const guide = await enter("klassruk", "#/school/calendar");
  await guide.page.click("text=Назначить мероприятие");
  await guide.page.fill("label:has-text('День') input", "2026-03-18");
  await guide.page.fill("label:has-text('Начало') input", "15:30");
  assert.equal(await guide.page.locator("form button.main").isDisabled(), true);
  await guide.page.fill("label:has-text('Конец') input", "16:30");
  await guide.page.fill("label:has-text('Заголовок') input", "Экскурсия в музей");
  await guide.looksGood("event-new");
  await guide.page.click("form button.main");
  await guide.page.waitForSelector("li:has-text('Экскурсия в музей')");
  const target = "views/events?from=2026-03-01&to=2026-03-31&cancelled=true";
  const planned = (await told<Events>("roditel", target)).events.find(({ title }) => title === "Экскурсия в музей")!;
  assert.deepEqual([planned.day, planned.from], ["2026-03-18", "15:30"]);
  for (const [name, size] of [["phone", kPhone], ["desk", kDesk]] as const) {
    const family = await enter("uchenik", "#/school/calendar?month=2026-03", size);
    await family.page.waitForSelector("li:has-text('Экскурсия в музей')");
    await family.looksGood(`calendar-${name}`);
    await family.close();
  }
  await guide.page.click("li:has-text('Экскурсия в музей') >> text=Отменить");
  await guide.page.click("li:has-text('Экскурсия в музей') button:has-text('Да')");
  await guide.page.waitForSelector("li:has-text('Экскурсия в музей') >> text=отменено");
  assert.equal((await told<Events>("roditel", target)).events.find(({ title }) => title === "Экскурсия в музей")!.cancelled, true);
  await guide.close();
});

test("one ends another session of one's own, and all of them at once", { skip }, async () => {
  const here = await enter("administrator", "#/account");
  const there = await enter("administrator", "#/school");
  await here.page.reload();
  await here.page.waitForSelector("section:has-text('Где открыт вход') li");
  const before = await here.page.locator("section:has-text('Где открыт вход') li").count();
  await here.looksGood("account-desk");
  await here.page.click("section:has-text('Где открыт вход') >> text=Закончить >> nth=0");
  await here.page.waitForSelector("text=Тот вход закончен");
  assert.equal(await here.page.locator("section:has-text('Где открыт вход') li").count(), before - 1);
  await there.page.reload();
  await there.page.waitForSelector("input[name=login]");
  await here.page.click("text=Выйти везде");
  await here.page.click("button:has-text('Да, выйти везде')");
  await here.page.waitForSelector("input[name=login]");
  await here.close();
  await there.close();
});

test("a second factor is turned on with its digits, asked for at the door, and turned off by a spare code", { skip }, async () => {
  const visitor = await enter("psychologist", "#/account");
  const card = visitor.page.locator("section.card:has(#second)");
  await card.locator("text=Включить или заменить").click();
  const secret = (await card.locator("code").textContent())!.replaceAll(" ", "");
  assert.match(secret, /^[A-Z2-7]{32}$/);
  await visitor.looksGood("second-factor");
  // What a telephone reads off the picture is the same secret.
  assert.match(await card.locator("a[href^='otpauth:']").getAttribute("href") ?? "", new RegExp(`secret=${secret}`));
  const picture = await card.getByRole("img", { name: "Картинка для приложения" }).screenshot();
  assert.equal(readCode(picture), await card.locator("a[href^='otpauth:']").getAttribute("href"));
  const now = async (): Promise<number> => Date.parse((JSON.parse((await trial.served.ask({ method: "GET", target: "/api/v1/school" })).body.toString()) as { now: string }).now);
  await card.locator("input[autocomplete=one-time-code]").fill("000000");
  await card.locator("input[type=password]").fill(kPassword);
  await card.locator("button.main").click();
  await card.locator("[role=alert]").waitFor();
  await card.locator("input[autocomplete=one-time-code]").fill(digitsOf(secret, await now()));
  await card.locator("button.main").click();
  await card.locator("ol li").first().waitFor();
  const codes = await card.locator("ol code").allTextContents();
  assert.equal(codes.length, 10);
  await visitor.page.emulateMedia({ media: "print" });
  await visitor.page.screenshot({ path: "build/web/pictures/spare-codes-print.png" });
  assert.equal(await visitor.page.locator(".card:visible").count(), 1); // the codes, with their owner, and nothing else
  assert.match(await card.innerText(), /psychologist/);
  await visitor.page.emulateMedia({ media: "screen" });
  await visitor.page.click("header >> text=Выйти >> visible=true");
  await visitor.page.waitForSelector("input[name=login]");
  await visitor.signIn("psychologist");
  await visitor.page.waitForSelector("input[name=second]");
  await visitor.page.fill("input[name=second]", codes[0]!);
  await visitor.page.keyboard.press("Enter");
  await visitor.page.waitForSelector("h1:has-text('Сегодня')");
  await visitor.page.evaluate(() => { location.hash = "#/account"; });
  await card.locator("text=Отключить").click();
  await card.locator("input[autocomplete=one-time-code]").fill(codes[1]!);
  await card.locator("input[type=password]").fill(kPassword);
  await card.locator("button.main").click();
  await card.locator("text=Второй ключ отключён").waitFor();
  await visitor.close();
});

test("a password is changed; the old one opens nothing any more", { skip }, async () => {
  const visitor = await enter("secretary", "#/account");
  const card = visitor.page.locator("section.card:has(#password)");
  const fields = card.locator("input[type=password]");
  await fields.nth(0).fill("not-this-one");
  await fields.nth(1).fill("kniga-okno-reka-71");
  await fields.nth(2).fill("kniga-okno-reka-71");
  await card.locator("button.main").click();
  await card.locator("[role=alert]").waitFor();
  await visitor.looksGood("password-refused");
  await fields.nth(0).fill(kPassword);
  await card.locator("button.main").click();
  await card.locator("text=Пароль сменён").waitFor();
  await assert.rejects(trial.served.signIn("secretary"));
  assert.ok(await trial.served.signIn("secretary", "kniga-okno-reka-71"));
  await visitor.close();
});

test("a calendar's address is made, opens the calendar, and opens nothing once it is taken back", { skip }, async () => {
  const visitor = await enter("teacher", "#/account");
  const card = visitor.page.locator("section.card:has(#programs)");
  await card.locator("input").fill("Телефон");
  await card.locator("button.main:has-text('Создать')").click();
  const address = await card.locator("code").textContent();
  await visitor.looksGood("calendar-address");
  const target = new URL(address!).pathname;
  const open = async (): Promise<number> => (await trial.served.ask({ method: "GET", target })).status;
  assert.equal(await open(), 200);
  await card.locator("text=Отозвать").click();
  await card.locator("text=Ничего не выдано").waitFor();
  assert.equal(await open(), 404);
  await visitor.close();
});

test("[ACC-12] a parent chooses notices and sees who looked at the child's data", { skip }, async () => {
  await told("klassruk", "views/journal?class=5а&subject=Математика&from=2026-03-02").catch(() => undefined);
  const child = (await told<{ children: { person: number }[] }>("roditel", "sessions/current")).children[0]!.person;
  await told("director", `views/diary?pupil=${child}`);
  for (const [name, size] of [["phone", kPhone], ["desk", kDesk]] as const) {
    const visitor = await enter("roditel", "#/account", size);
    const readings = visitor.page.locator("section.card:has(#readings)");
    await readings.locator("tr:has-text('Мельникова')").first().waitFor();
    const notices = visitor.page.locator("section.card:has(#notices)");
    await notices.locator("label:has-text('исправленные отметки') input").setChecked(name === "phone");
    await notices.locator("button.main").click();
    await notices.locator("text=Сохранено").waitFor();
    const { topics } = await told<{ topics: string[] }>("roditel", "notices");
    assert.equal(topics.includes("corrections"), name === "phone");
    await visitor.looksGood(`account-family-${name}`);
    await visitor.close();
  }
});
