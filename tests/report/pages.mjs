// Checks the HTML pages of a folder in Chromium and prints the faults.
//
//     npm ci --prefix tests && node tests/report/pages.mjs FOLDER OUT
//
// Each page is opened in light and dark mode, on a screen, on a phone and printed on A4. Faults are: a console message, a
// request other than the page, content wider than the screen, a link or table that the Tab key does not reach, a violation that
// axe-core calls serious or critical, a chart higher than a sheet, a word of a table that is cut on paper, a map of the quartiers that is not on the first sheet. Screenshots and PDFs go to OUT. Exit status 1 if there is a
// fault.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [folder, out] = process.argv.slice(2);
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const faults = [];
const A4 = { width: 210, height: 297, margin: 15 };

/** Opens a page; console messages, errors and requests become faults. */
async function open(file, options) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const name = path.basename(file);
  page.on("console", (message) => faults.push(`${name}: console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`${name}: error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(file).href) faults.push(`${name}: asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** Checks that the Tab key reaches every link and table, and that the skip link works. Returns their number. */
async function tab(page, name) {
  const wanted = await page.$$eval("a[href], button, [tabindex='0']", (all) => all.filter((own) => !own.closest("details:not([open])")).length);
  const folded = await page.$$eval("summary", (all) => all.length);
  const reached = new Set();
  for (let step = 0; step < wanted + folded; step++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const own = document.activeElement;
      const box = own.getBoundingClientRect();
      const all = [...document.querySelectorAll("a[href], button, [tabindex='0']")];
      const style = getComputedStyle(own);
      return { place: all.indexOf(own), seen: box.width > 0 && box.right > 0, outlined: style.outlineStyle !== "none" };
    });
    if (at.place >= 0 && at.seen && at.outlined) reached.add(at.place);
  }
  if (reached.size !== wanted) faults.push(`${name}: the Tab key reaches ${reached.size} of ${wanted} places`);
  await page.keyboard.press("Home");
  await page.focus("a.skip");
  await page.keyboard.press("Enter");
  if (!(await page.evaluate(() => document.activeElement.id === "main"))) faults.push(`${name}: the skip link leads nowhere`);
  return wanted;
}

/** Runs axe-core; returns the number of violations. */
async function judge(page, name) {
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, impact, nodes } of violations) {
    if (impact === "serious" || impact === "critical") faults.push(`${name}: ${impact}: ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 120)}`);
  }
  return violations.length;
}

/** Saves a chart as a PNG by its button; returns the width of the picture. */
async function savePicture(page, name) {
  const size = await page.$eval("a.save", async (link) => {
    const drawing = new Image();
    drawing.src = link.href;
    await drawing.decode();
    return [drawing.naturalWidth, drawing.naturalHeight];
  });
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("button.save")]);
  const bytes = readFileSync(await download.path());
  const drawn = await page.evaluate(async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.naturalWidth, height: picture.naturalHeight });
    const ground = canvas.getContext("2d");
    ground.drawImage(picture, 0, 0);
    const { data } = ground.getImageData(0, 0, canvas.width, canvas.height);
    let n = 0;
    for (let at = 0; at < data.length; at += 4) n += data[at + 3] === 255 && data[at] + data[at + 1] + data[at + 2] < 700;
    return { width: canvas.width, height: canvas.height, ink: n / (canvas.width * canvas.height) };
  }, `data:image/png;base64,${bytes.toString("base64")}`);
  const expected = await page.$eval("a.save", (link) => link.download.replace(/svg$/, "png"));
  if (download.suggestedFilename() !== expected) faults.push(`${name}: the picture is called ${download.suggestedFilename()}`);
  if (drawn.width !== 2 * size[0] || drawn.height !== 2 * size[1]) faults.push(`${name}: a picture of ${drawn.width} × ${drawn.height}`);
  if (drawn.ink < 0.01) faults.push(`${name}: the picture is blank`);
  return drawn.width;
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".html")).sort().map((name) => path.join(folder, name))) {
  const name = path.basename(file, ".html");
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(file, { colorScheme });
    const load = await page.evaluate(() => Math.round(performance.getEntriesByType("navigation")[0].loadEventEnd));
    const n_places = colorScheme === "light" ? await tab(page, name) : 0;
    const width = (await page.$("button.save")) ? await savePicture(page, name) : 0;
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: path.join(out, `${name}.${colorScheme}.png`), fullPage: true });
    await page.context().close();
    const judged = await open(file, { colorScheme, bypassCSP: true });
    await judged.addScriptTag({ path: axe });
    const n_violations = await judge(judged, `${name} ${colorScheme}`);
    await judged.context().close();
    console.log(`${name} ${colorScheme}: ${statSync(file).size} bytes, loaded in ${load} ms, ${n_places} places by Tab, ${n_violations} remarks of axe, picture ${width} pixels wide`);
  }
  const phone = await open(file, { viewport: { width: 360, height: 740 }, isMobile: true, deviceScaleFactor: 2 });
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) faults.push(`${name}: ${wide} pixels too wide for a phone`);
  await phone.screenshot({ path: path.join(out, `${name}.phone.png`) });
  await phone.context().close();

  const print = await open(file, { viewport: { width: Math.round(((A4.width - 28) / 25.4) * 96), height: 900 } });
  await print.emulateMedia({ media: "print" });
  const room = ((A4.height - 2 * A4.margin) / 25.4) * 96;
  const cut = await print.$$eval(
    "figure",
    (all, room) => all.filter((own) => own.getBoundingClientRect().height > room || getComputedStyle(own).breakInside !== "avoid").length,
    room,
  );
  if (cut > 0) faults.push(`${name}: ${cut} charts would be cut on paper`);
  // The first sheet holds the figures, the sentences and the map of the quartiers.
  const map = await print.$("#brief figure");
  const end = map ? await map.evaluate((own) => own.getBoundingClientRect().bottom) : 0;
  if (end > ((A4.height - 23) / 25.4) * 96) faults.push(`${name}: the map ends ${Math.round(end)} pixels below the top of the first sheet`);
  // A word of letters alone is on one line.
  const broken = await print.$$eval("th, td", (cells) => {
    const words = [];
    for (const cell of cells) {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const { index, 0: word } of text.data.matchAll(/\p{L}{4,}/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) words.push(word);
        }
      }
    }
    return [...new Set(words)];
  });
  if (broken.length > 0) faults.push(`${name}: words are cut on paper: ${broken.join(", ")}`);
  const broad = await print.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (broad > 0) faults.push(`${name}: ${broad} pixels too wide for A4`);
  await print.pdf({ path: path.join(out, `${name}.pdf`), preferCSSPageSize: true, printBackground: true });
  await print.context().close();
}
// The screenshot of the README.
const first = readdirSync(folder).filter((name) => /^interne\.en\.html$/.test(name))[0];
if (first) {
  const page = await open(path.join(folder, first), { viewport: { width: 1000, height: 1250 } });
  await page.screenshot({ path: path.join(out, "report.png") });
}
await browser.close();
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
