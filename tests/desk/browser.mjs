// What the scripts of this folder share: a page of the desk in Chromium, used by keyboard alone, and the list of its faults.
//
// Faults are: a console message, a request to another address, a violation that axe-core calls serious or critical, content
// wider than the window at twice the size, a word of a table broken in the middle, a page in another language, a task that does not come to its end. Pictures of each
// page go to OUT.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** ENTRY-PAGE ADDRESS OUT LANG, then what one script needs. */
export const [entry, address, out, lang, ...rest] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
export const page = await context.newPage();
let at = "entry";
let messagesToIgnore = [];
// A key was pressed before the page was whole: the field has the focus already.
const EARLY_KEY = "Autofocus processing was blocked";
page.on("console", (message) => {
  if (![...messagesToIgnore, EARLY_KEY].some((start) => message.text().startsWith(start))) fault(`console: ${message.text()}`);
});
page.on("pageerror", (error) => fault(`error: ${error.message}`));
page.on("request", (request) => {
  const url = request.url();
  if (!url.startsWith(`http://${address}/`) && url !== pathToFileURL(entry).href) fault(`asks for ${url}`);
});

/** Adds a fault of the place where the script is. */
export function fault(what) {
  faults.push(`${at}: ${what}`);
}

/** Console messages that begin so are no fault. */
export function ignoreMessages(...starts) {
  messagesToIgnore = starts;
}

/** Names the place where the script is. */
export function moveTo(place) {
  at = `${lang} ${place}`;
}

/** Looks at a page: axe-core, its language, twice the size, a picture. */
export async function look(name, prefix = "desk") {
  moveTo(name);
  // The page allows no foreign script; axe-core comes in by the debugger.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, impact, nodes } of violations) {
    if (impact === "serious" || impact === "critical") fault(`${impact}: ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)}`);
  }
  const said = await page.evaluate(() => document.documentElement.lang);
  if (said !== lang) fault(`its language is ${said}`);
  await page.screenshot({ path: path.join(out, `${prefix}-${name}.${lang}.png`), fullPage: true });
  await page.setViewportSize({ width: 640, height: 450 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) fault(`${wider} pixels wider than the window at twice the size`);
  const broken = await page.evaluate(brokenWords);
  if (broken.length > 0) fault(`words broken in the middle: ${broken.join(", ")}`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The words of tables that stand on two lines although nothing in them divides them. Runs in the page. */
function brokenWords() {
  const broken = new Set();
  const range = document.createRange();
  for (const table of document.querySelectorAll("main table")) {
    const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.parentElement.closest("option, .sr, .unseen")) continue;
      for (const word of text.data.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
        if (lines.size > 1) broken.add(word[0]);
      }
    }
  }
  return [...broken];
}

/** Presses Tab until the element has the focus. */
export async function tabTo(selector) {
  for (let step = 0; step < 300; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not reach ${selector} on ${page.url()}`);
}

/** Types into a field that the Tab key reaches. */
export async function type(selector, text) {
  await tabTo(selector);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Presses a key and waits for the next page. */
export async function key(pressed) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(pressed)]);
}

/** Presses a button or follows a link that the Tab key reaches, and waits for the next page. */
export async function press(selector) {
  await tabTo(selector);
  await key("Enter");
}

/** Opens the page that lets the browser in, and waits until it asks who one is. */
export async function open() {
  await page.goto(pathToFileURL(entry).href);
  await page.waitForURL(`http://${address}/qui`);
  if ((await page.evaluate(() => document.documentElement.lang)) !== lang) await press(`button[value="${lang}"]`);
}

/** Writes or chooses the name of an agent, and enters. */
export async function enter(agent, why = "Contrôle") {
  if (await page.$("select#nom")) {
    await tabTo("select#nom");
    await page.keyboard.type(agent);
  } else {
    await type("#nom", agent);
  }
  await type("#motif", why);
  await press("main button.main");
}

/** Does the tasks, prints the faults, and ends with status 1 if there is one. */
export async function run(tasks, prefix = "desk") {
  const started = Date.now();
  try {
    await tasks();
  } catch (error) {
    fault(error.message);
    await page.screenshot({ path: path.join(out, `${prefix}-fault.${lang}.png`), fullPage: true });
  }
  await browser.close();
  console.log(`${lang}: ${Date.now() - started} ms, ${faults.length} faults`);
  for (const line of faults) console.log(line);
  process.exit(faults.length > 0 ? 1 : 0);
}
