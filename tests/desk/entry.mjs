// Judges pairs, types sheets with their second entry and reports an event in Chromium, by keyboard alone, and prints the
// faults.
//
//     npm ci --prefix tests && node tests/desk/entry.mjs ENTRY-PAGE ADDRESS OUT LANG NAME
//
// NAME is that of a person of the register. Faults are as in desk.mjs. Exit status 1 if there is a fault.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [entry, address, out, lang, name] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
let at = "entry";
// Chromium says so where a key was pressed before the page had given the focus to its first field.
const isEarlyKey = (text) => text.startsWith("Autofocus processing was blocked");
page.on("console", (message) => isEarlyKey(message.text()) || faults.push(`${at}: console: ${message.text()}`));
page.on("pageerror", (error) => faults.push(`${at}: error: ${error.message}`));
page.on("request", (request) => {
  const url = request.url();
  if (!url.startsWith(`http://${address}/`) && url !== pathToFileURL(entry).href) faults.push(`${at}: asks for ${url}`);
});

/** Looks at a page: axe-core, twice the size, a picture. */
async function look(title) {
  at = `${lang} ${title}`;
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, impact, nodes } of violations) {
    if (impact === "serious" || impact === "critical") faults.push(`${at}: ${impact}: ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)}`);
  }
  await page.screenshot({ path: path.join(out, `desk-${title}.${lang}.png`), fullPage: true });
  await page.setViewportSize({ width: 640, height: 450 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) faults.push(`${at}: ${wider} pixels wider than the window at twice the size`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Presses Tab until the element has the focus. */
async function tabTo(selector) {
  for (let step = 0; step < 200; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${at}: the Tab key does not reach ${selector} on ${page.url()}`);
}

/** Types into a field that the Tab key reaches. */
async function type(selector, text) {
  await tabTo(selector);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.type(text);
  await page.keyboard.press("Escape");
}

/** Presses a button or follows a link that the Tab key reaches, and waits for the next page. */
async function press(selector) {
  await tabTo(selector);
  await key("Enter");
}

/** Presses a key and waits for the next page. */
async function key(pressed) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(pressed)]);
}

async function enter(agent) {
  await page.waitForURL(`http://${address}/qui`);
  if ((await page.evaluate(() => document.documentElement.lang)) !== lang) await press(`button[value="${lang}"]`);
  if (await page.$("select#nom")) {
    await tabTo("select#nom");
    await page.keyboard.type(agent);
  } else {
    await type("#nom", agent);
  }
  await type("#motif", "Contrôle");
  await press("main button.main");
}

/** Types a person; the fields not named stay as they are carried down. The Enter key saves. */
async function person(fields) {
  for (const [field, text] of Object.entries(fields)) await type(`#c-${field}`, text);
  await key("Enter");
}

const pairs = () => page.$eval("input[name=paire]", (input) => input.value);
const text = () => page.textContent("main");
const started = Date.now();
try {
  await page.goto(pathToFileURL(entry).href);
  await enter("Ruth Mwamba");
  await press('nav a[href="/juger"]');
  await look("judge");
  if ((await text()).includes("%")) faults.push(`${at}: the score shows before the answer`);
  const first = await pairs();
  await page.keyboard.press("?");
  if (!(await page.$("details[open]"))) faults.push(`${at}: no help`);
  await key("1");
  const second = await pairs();
  if (second === first || !(await text()).includes("%")) faults.push(`${at}: the answer was not taken, or the score does not show after it`);
  await look("judge-next");
  await key("u");
  if ((await pairs()) !== first) faults.push(`${at}: the answer was not undone`);
  await key("2");
  await key("3");
  await press('a[href="/juger/incertains"]');
  await look("judge-uncertain");
  await key("1");
  await press('a[href="/juger/desaccords"]');
  await look("judge-disagreements");

  await press('nav a[href="/saisir"]');
  await look("typing-batches");
  await type("#quartier", "Boma");
  await type("#annee", "2018");
  await press("main button.main");
  await look("typing-empty");
  await person({ avenue: "Lodja", parcel: "12", nom: "MBALA", postnom: "LEMA", prenom: "Bruno", sex: "M", birth_date: "05/03/1970", relation: "Chef de ménage" });
  await person({ nom: "NSIMBA", prenom: "Rose", sex: "F", birth_date: "31/02/1975", relation: "Épouse" });
  if (!(await page.$("li.bad, li.warn"))) faults.push(`${at}: the date that does not exist is not told`);
  await look("typing");
  if ((await page.$$("tbody tr")).length !== 2) faults.push(`${at}: not two rows`);
  await press("tbody tr:last-child a");
  await type("#c-birth_date", "01/02/1975");
  await press("form.card button.main");
  if (await page.$("li.bad, li.warn")) faults.push(`${at}: the corrected date is still told`);
  await press('a[href$="?fiche=nouvelle"]');
  await person({ parcel: "14", nom: "KANZA", prenom: "Paul", sex: "M", birth_date: "1980", relation: "Chef de ménage" });
  await type("#papier", "3");
  await press('button[value="fermer"]');
  await look("typing-count");
  await type("#papier", "2");
  await press('button[value="fermer"]');
  await look("typing-closed");

  // Somebody else types the sample again.
  await page.goto(`http://${address}/agents`);
  await type("#nom", "Jean Ilunga");
  await tabTo("select");
  await page.selectOption("select", "entry");
  await press("main button.main");
  await press('a[href="/fermer"]');
  await press('button[name="quitter"]');
  await enter("Jean");
  await press('nav a[href="/saisir"]');
  await press(".lines a");
  if ((await text()).includes("MBALA")) faults.push(`${at}: the second person sees the first entry`);
  await press('button[value="tirer"]');
  await look("typing-second");
  await person({ nom: "MBALA", postnom: "LEMBA", prenom: "Bruno", sex: "M", birth_date: "5/3/1970", relation: "Chef de ménage", avenue: "Lodja", parcel: "12" });
  await person({ nom: "NSIMBA", prenom: "Rose", sex: "F", birth_date: "01/02/1975", relation: "Épouse", avenue: "Lodja", parcel: "12" });
  await press('nav[aria-label] a[href$="fiche=2"]');
  await person({ parcel: "14", avenue: "Lodja", nom: "KANZA", prenom: "Paul", sex: "M", birth_date: "1980", relation: "Chef de ménage" });
  await press('button[value="terminer"]');
  await look("typing-differences");
  if ((await page.$$("main section.card")).length !== 1) faults.push(`${at}: not one difference`);
  await press('button[value="2"]');
  if (!(await page.$("section.card .good"))) faults.push(`${at}: the difference was not judged`);

  await press('nav a[href="/chercher"]');
  await type("#texte", name);
  await press("form[role=search] button.main");
  await press(".cards a");
  await press('a[href^="/evenement"]');
  await look("event");
  await tabTo("select#nature");
  await page.selectOption("select#nature", "death");
  await type("#date", "01/02/2090");
  await press("form.card button.main");
  await look("event-impossible");
  if (!(await page.$("div.fault"))) faults.push(`${at}: a day to come was taken`);
  await type("#date", "");
  await press("form.card button.main");
  await look("event-doubtful");
  await tabTo("#confirme");
  await page.keyboard.press("Space");
  await press("form.card button.main");
  if (!page.url().includes("/personne/")) faults.push(`${at}: the event was not reported`);
  await press('a[href^="/evenement"]');
  await look("event-reported");
  await press('button[name="annuler"]');
  if (await page.$(".lines")) faults.push(`${at}: the event was not removed`);
} catch (error) {
  faults.push(`${at}: ${error.message}`);
  await page.screenshot({ path: path.join(out, `desk-entry-fault.${lang}.png`), fullPage: true });
}
await browser.close();
console.log(`${lang}: ${Date.now() - started} ms, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
