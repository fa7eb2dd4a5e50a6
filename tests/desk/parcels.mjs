// Makes the key of an office, accepts a card, opens a parcel, seals another and enters a receipt in Chromium, by keyboard
// alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/parcels.mjs ENTRY-PAGE ADDRESS OUT LANG FOLDER
//
// It waits for what the other office does: FOLDER/words.txt (its six words), card.bato-office, parcel.bato and receipt.txt are written
// once FOLDER/key and FOLDER/sealed are there. Faults are as in desk.mjs. Exit status 1 if there is a fault.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [entry, address, out, lang, folder] = process.argv.slice(2);
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

/** Tells the other office to go on, and waits for what it writes. */
async function other(done, file) {
  writeFileSync(path.join(folder, done), "");
  for (let step = 0; step < 600 && !existsSync(path.join(folder, file)); step++) await page.waitForTimeout(100);
  return readFileSync(path.join(folder, file), "utf8").trim();
}

const passphrase = "trois pirogues bleues";

const started = Date.now();
try {
  await page.goto(pathToFileURL(entry).href);
  await page.waitForURL(`http://${address}/qui`);
  if ((await page.evaluate(() => document.documentElement.lang)) !== lang) await press(`button[value="${lang}"]`);
  await type("input#nom", "Ruth Mwamba");
  await type("input[name=motif], select[name=motif], textarea[name=motif]", "Contrôle").catch(() => {});
  await press("main button.main");
  await press('nav a[href="/colis"]');
  await look("parcels-empty");
  await press('a[href="/colis/services"]');
  await type("input#nom", "Quartier Boma");
  await type("input#phrase", passphrase);
  await type("input#phrase2", "deux pirogues bleues");
  await press('form[action="/colis/services/nouveau"] button.main');
  if (!(await page.$("p.fault"))) faults.push(`${at}: two passphrases that differ are taken`);
  await type("input#nom", "Quartier Boma");
  await type("input#phrase", passphrase);
  await type("input#phrase2", passphrase);
  await press('form[action="/colis/services/nouveau"] button.main');
  await type("input#nomc", "Coffre Boma");
  await type("input#codec", "COFB");
  await press('form[action="/colis/services/coffre"] button.main');
  await look("parcels-offices");
  const words = await other("key", "words.txt");
  // A card is refused with other words.
  for (const heard of ["abaisser abandon abdiquer abeille abolir aborder", words]) {
    await type("input#mots", heard);
    await page.setInputFiles("input#carte", path.join(folder, "card.bato-office"));
    await press('form[action^="/colis/services/accepter"] button.main');
    if (Boolean(await page.$("p.fault")) !== (heard !== words)) faults.push(`${at}: the card, with ${heard}`);
  }
  await press('a[href="/colis"]');
  await type("input#phrase-r", passphrase);
  await page.setInputFiles("input#colis", path.join(folder, "parcel.bato"));
  await press('form[action^="/colis/recevoir"] button.main');
  if (!(await page.content()).includes("BATO1 KIMB BOMA 1 ")) faults.push(`${at}: no receipt`);
  // The same parcel a second time.
  await type("input#phrase-r", passphrase);
  await page.setInputFiles("input#colis", path.join(folder, "parcel.bato"));
  await press('form[action^="/colis/recevoir"] button.main');
  if (!(await page.$("p.fault"))) faults.push(`${at}: a parcel is taken twice`);
  await tabTo("input#s1");
  await page.keyboard.press("Space");
  await tabTo("input#f1");
  await page.keyboard.press("Space");
  await type("input#phrase-e", passphrase);
  await press('form[action="/colis/envoyer"] button.main');
  await look("parcels");
  const receipt = await other("sealed", "receipt.txt");
  await type("textarea#recu", receipt);
  await press('form[action="/colis/recu"] button.main');
  if (!(await page.$("span.tag.good"))) faults.push(`${at}: the line is not closed`);
  await press('a[href="/colis/services"]');
  await tabTo("section[aria-labelledby=autres] details:last-of-type summary");
  await page.keyboard.press("Enter");
  await look("parcels-revoke");
} catch (error) {
  faults.push(`${at}: ${error.message}`);
  await page.screenshot({ path: path.join(out, `desk-parcels-fault.${lang}.png`), fullPage: true });
}
await browser.close();
console.log(`${lang}: ${Date.now() - started} ms, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
