// Corrects a sheet in Chromium, by keyboard alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/correct.mjs ENTRY-PAGE ADDRESS OUT LANG
//
// The register has one file with at least two errors. Faults are as in desk.mjs. Exit status 1 if there is a fault.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [entry, address, out, lang] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
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
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, impact, nodes } of violations) {
    if (impact === "serious" || impact === "critical") faults.push(`${at}: ${impact}: ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)}`);
  }
  await page.screenshot({ path: path.join(out, `desk-${name}.${lang}.png`), fullPage: true });
  await page.setViewportSize({ width: 640, height: 450 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) faults.push(`${at}: ${wider} pixels wider than the window at twice the size`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Presses Tab until the element has the focus. */
async function tabTo(selector) {
  for (let step = 0; step < 300; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${at}: the Tab key does not reach ${selector} on ${page.url()}`);
}

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

const cell = async () => (await page.textContent("#cellule")).match(/[A-Z]+\d+/)[0];
const check = (holds, what) => { if (!holds) faults.push(`${at}: ${what}`); };

const started = Date.now();
try {
  await page.goto(pathToFileURL(entry).href);
  await page.waitForURL(`http://${address}/qui`);
  if ((await page.evaluate(() => document.documentElement.lang)) !== lang) await press(`button[value="${lang}"]`);
  await type("input#nom", "Ruth Mwamba");
  await type("input[name=motif], select[name=motif], textarea[name=motif]", "Contrôle").catch(() => {});
  await press("main button.main");
  await press('nav a[href="/corriger"]');
  await look("correct-files");
  await press("tbody a");
  await look("correct-sheet");
  const first = await cell();
  // The field is ready: one types, and Enter saves.
  check(await page.evaluate(() => document.activeElement.id === "nouveau"), "the field has not the focus");
  await type("#nouveau", "28/02/1970");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await look("correct-next");
  const second = await cell();
  check(second !== first, "the next fault is not open");
  check(await page.$(".notice"), "nothing says that it is saved");
  // The keys n and p, outside of a field.
  await tabTo(".grid-box");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("n")]);
  await tabTo(".grid-box");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("p")]);
  check((await cell()) === second, "n and p do not lead back");
  // The arrow keys in the sheet, then Enter.
  await tabTo("td[data-cell]");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  check((await cell()).startsWith("B"), `the cell below is not open: ${await cell()}`);
  // What stands there by now is said, and what was typed is kept.
  await page.$eval('input[name="ancien"]', (input) => { input.value = "autre"; });
  await type("#nouveau", "Kimbunda");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await look("correct-refused");
  check(await page.$('.fault[role="alert"]'), "the refusal is not said");
  check((await page.inputValue("#nouveau")) === "Kimbunda", "what was typed is lost");
  await press('a[href^="/corriger/liste"]');
  await look("correct-list");
  await press('form[action="/corriger/annuler"] button');
  check(!(await page.$('form[action="/corriger/annuler"] button[value]')), "it is not undone");
  await press('nav a[href="/corriger"]');
  await press("tbody a");
  check((await cell()) === first, "the first fault is not back");
  await tabTo('a[href^="/corriger/classeur"]');
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  check(download.suggestedFilename() === "corrections.xlsx", `saved as ${download.suggestedFilename()}`);
} catch (error) {
  faults.push(`${at}: ${error.message}`);
  await page.screenshot({ path: path.join(out, `desk-correct-fault.${lang}.png`), fullPage: true });
}
await browser.close();
console.log(`${lang}: ${Date.now() - started} ms, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
