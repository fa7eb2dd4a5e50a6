// Takes lessons of the course on its desk in Chromium, by keyboard alone and in the browser alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/course.mjs ENTRY-PAGE ADDRESS OUT LANG STICK
//
// Faults are: a console message, a request to another address, a violation that axe-core calls serious or critical, content
// wider than the window at twice the size, a task that does not come to its end. Pictures of each page go to OUT. Exit status 1
// if there is a fault.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [entry, address, out, lang, stick] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
let at = "entry";
page.on("console", (message) => faults.push(`${at}: console: ${message.text()}`));
page.on("pageerror", (error) => faults.push(`${at}: error: ${error.message}`));
page.on("request", (request) => {
  const url = request.url();
  if (!url.startsWith(`http://${address}/`) && url !== pathToFileURL(entry).href) faults.push(`${at}: asks for ${url}`);
});

/** Looks at a page: axe-core, twice the size, a picture. */
async function look(name) {
  at = `${lang} ${name}`;
  // The page allows no foreign script; axe-core comes in by the debugger.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, impact, nodes } of violations) {
    if (impact === "serious" || impact === "critical") faults.push(`${at}: ${impact}: ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)}`);
  }
  const said = await page.evaluate(() => document.documentElement.lang);
  if (said !== lang) faults.push(`${at}: its language is ${said}`);
  await page.screenshot({ path: path.join(out, `course-${name}.${lang}.png`), fullPage: true });
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
  await page.keyboard.type(text);
}

/** Presses a button or follows a link that the Tab key reaches, and waits for the next page. */
async function press(selector) {
  await tabTo(selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
}

/** Goes to the page of the course. */
async function toCourse() {
  await press('nav a[href="/cours"]');
}

/** Opens a lesson and looks at its page. */
async function open(lesson) {
  await toCourse();
  if (await page.$(`button[value="${lesson}"]`)) await press(`button[value="${lesson}"]`);
  await look(lesson);
  await press('button[value="verifier"]');
  if (!(await page.$("section[aria-labelledby=buts] .tag.warn"))) faults.push(`${at}: passes untouched`);
}

/** Checks the lesson: no goal is open. */
async function check() {
  await toCourse();
  await press('button[value="verifier"]');
  if (await page.$("section[aria-labelledby=buts] .tag.warn")) {
    faults.push(`${at}: open: ${await page.$$eval("section[aria-labelledby=buts] li", (all) => all.map((one) => one.textContent).join(" | "))}`);
  }
}

/** Answers a question of the lesson. */
async function answer(number, text) {
  await toCourse();
  await type(`#reponse-${number}`, text);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
}

/** Looks at what an import would change and saves it. */
async function importAll() {
  await press('nav a[href="/importer"]');
  await press('button[value="essai"]');
  await page.waitForSelector('button[value="enregistrer"]', { timeout: 120000 });
  await press('button[value="enregistrer"]');
  await page.waitForSelector('a[href="/importer/rapport.html"]', { timeout: 120000 });
}

const started = Date.now();
try {
  await page.goto(pathToFileURL(entry).href);
  await page.waitForURL(`http://${address}/qui`);
  at = "who";
  if ((await page.evaluate(() => document.documentElement.lang)) !== lang) await press(`button[value="${lang}"]`);
  if (await page.$("select#nom")) {
    await tabTo("select#nom");
    await page.keyboard.type("Ruth");
  } else {
    await type("#nom", "Ruth Mwamba");
  }
  await type("#motif", "Exercice");
  await press("button.main");
  if (!(await page.$(".banner"))) faults.push(`${at}: no banner`);

  await open("importer");
  await press('button[value="indice"]');
  await press('button[value="solution"]');
  await look("solution");
  await importAll();
  const counts = await page.$$eval("section[aria-labelledby=nombres] dd", (all) => all.map((one) => one.textContent));
  await answer(1, counts[2]);
  await press('nav a[href="/"]');
  const persons = await page.$$eval("section[aria-labelledby=etat] dd", (all) => all.map((one) => one.textContent));
  await answer(2, persons[1]);
  await check();

  await open("separer");
  const person = await page.$eval("section[aria-labelledby=buts] li span", (one) => one.textContent.match(/\p{Lu}{3,} \p{Lu}{3,}/u)[0]);
  await press('nav a[href="/chercher"]');
  await type("#texte", person);
  await press("form[role=search] button.main");
  await press(".cards a");
  await toCourse();
  await press('button[value="annuler"]');
  await importAll();
  await check();

  await open("sauvegarde");
  await press('nav a[href="/importer"]');
  await type("#autre", stick);
  await press('button[value="sauver"]');
  // The page loads itself again when the backup is written.
  await page.waitForFunction(() => document.querySelector("main") && !document.querySelector("[data-progress]"), undefined, { timeout: 120000 });
  await toCourse();
  await press('button[value="restaurer"]');
  await check();
  await press('button[value="resultat"]');
} catch (error) {
  faults.push(`${at}: ${error.message}`);
  await page.screenshot({ path: path.join(out, `course-fault.${lang}.png`), fullPage: true });
}
await browser.close();
console.log(`${lang}: ${Date.now() - started} ms, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
