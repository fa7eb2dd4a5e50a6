// Deposits files, explains a word, imports and records in Chromium, by keyboard alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/deposit.mjs ENTRY-PAGE ADDRESS OUT LANG RECEIVED
//
// RECEIVED holds Q06.csv (another content than that of the register, with an unknown word) and Q07.csv. Faults are as in
// desk.mjs. Exit status 1 if there is a fault.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [entry, address, out, lang, received] = process.argv.slice(2);
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

/** Waits until the progress is over: the page loads itself again. */
async function ended() {
  await page.waitForFunction(() => document.querySelector("main") && !document.querySelector("[data-progress]"), undefined, { timeout: 120_000 });
}

const started = Date.now();
try {
  await page.goto(pathToFileURL(entry).href);
  await page.waitForURL(`http://${address}/qui`);
  if ((await page.evaluate(() => document.documentElement.lang)) !== lang) await press(`button[value="${lang}"]`);
  await type("input#nom", "Ruth Mwamba");
  await type("input[name=motif], select[name=motif], textarea[name=motif]", "Contrôle").catch(() => {});
  await press("main button.main");
  await press('nav a[href="/deposer"]');
  await look("deposit-empty");
  // A file chooser is a window of the system: the script of the test fills it.
  await page.setInputFiles("input#fichiers", [path.join(received, "Q06.csv"), path.join(received, "Q07.csv")]);
  await press("form.drop button.main");
  await look("deposit-list");
  await press("section.card:has(p.warn) a.button");
  await tabTo("select#mot-0");
  await page.selectOption("select#mot-0", "spouse");
  await look("deposit-file");
  await press('button[value="apprendre"]');
  if (await page.$("select#mot-0")) faults.push(`${at}: the word is still unknown`);
  await tabTo("input#meme-1, input#meme-garder");
  await page.check("input#meme-1");
  await press('button[value="ajouter"]');
  await press("section.card a.button");
  await press('button[value="ajouter"]');
  await look("deposit-done");
  await press('nav a[href="/importer"]');
  await look("import-start");
  await press('button[value="essai"]');
  await ended();
  await look("import-trial");
  if (await page.$("input#accepter")) {
    await tabTo("input#accepter");
    await page.keyboard.press("Space");
    await type("input#nombre", (await page.textContent("div.bad p")).match(/\d+/)[0]);
  }
  await press('button[value="enregistrer"]');
  await ended();
  await look("import-recorded");
  if (!(await page.$('a[href="/importer/rapport.html"]'))) faults.push(`${at}: no report`);
  await press('nav a[href="/reglages"]');
  await look("settings");
  await press('button[name="annuler"]');
  if (!(await page.$("details"))) faults.push(`${at}: nothing was undone`);
  // A dropped file is taken as a chosen one.
  await press('nav a[href="/deposer"]');
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["N°;Nom\n1;MBALA\n"], "drop.csv"));
    return transfer;
  });
  await Promise.all([page.waitForNavigation(), page.dispatchEvent("body", "drop", { dataTransfer: transfer })]);
  if (!(await page.content()).includes("drop.csv")) faults.push(`${at}: a dropped file did not arrive`);
  await press('nav a[href="/"]');
  await look("home-backup");
} catch (error) {
  faults.push(`${at}: ${error.message}`);
  await page.screenshot({ path: path.join(out, `desk-deposit-fault.${lang}.png`), fullPage: true });
}
await browser.close();
console.log(`${lang}: ${Date.now() - started} ms, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
