// Does an agent's tasks on the desk in Chromium, by keyboard alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/desk.mjs ENTRY-PAGE ADDRESS OUT LANG
//
// Faults are: a console message, a request to another address, a violation that axe-core calls serious or critical, content
// wider than the window at twice the size, a task that does not come to its end. Pictures of each page go to OUT. Exit status 1
// if there is a fault.

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
  await page.screenshot({ path: path.join(out, `desk-${name}.${lang}.png`), fullPage: true });
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

const started = Date.now();
try {
  await page.goto(pathToFileURL(entry).href);
  await page.waitForURL(`http://${address}/qui`);
  at = "who";
  if ((await page.evaluate(() => document.documentElement.lang)) !== lang) await press(`button[value="${lang}"]`);
  await look("who");
  // The first agent writes a name, the next ones choose it.
  if (await page.$("select#nom")) {
    await tabTo("select#nom");
    await page.keyboard.type("Ruth");
  } else {
    await type("#nom", "Ruth Mwamba");
  }
  await type("#motif", "Contrôle");
  await press("button.main");
  await look("home");
  await press('nav a[href="/chercher"]');
  await type("#texte", "Kabongo");
  await press("form[role=search] button.main");
  await look("search");
  await press(".cards a");
  await look("person");
  const name = await page.$eval("h1", (title) => title.textContent);
  await press('a[href$="/releve"]');
  await look("extract");
  if (!(await page.content()).includes(name)) faults.push(`${at}: the extract does not name ${name}`);
  await page.goBack();
  await press('a[href="/fermer"]');
  await look("end");
} catch (error) {
  faults.push(`${at}: ${error.message}`);
  await page.screenshot({ path: path.join(out, `desk-fault.${lang}.png`), fullPage: true });
}
await browser.close();
console.log(`${lang}: ${Date.now() - started} ms, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
