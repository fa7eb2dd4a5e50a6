// Corrects a sheet in Chromium, by keyboard alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/correct.mjs ENTRY-PAGE ADDRESS OUT LANG
//
// The register has one file with at least two errors. Faults are as in browser.mjs. Exit status 1 if there is a fault.

import { enter, fault, key, look, open, page, press, run, tabTo, type } from "./browser.mjs";

const cell = async () => (await page.textContent("#cellule")).match(/[A-Z]+\d+/)[0];
const check = (holds, what) => { if (!holds) fault(`${what}`); };

await run(async () => {
  await open();
  await enter("Ruth Mwamba");
  await press('nav a[href="/corriger"]');
  await look("correct-files");
  await press("tbody a");
  await look("correct-sheet");
  const first = await cell();
  // The field is ready: one types, and Enter saves.
  check(await page.evaluate(() => document.activeElement.id === "nouveau"), "the field has not the focus");
  await type("#nouveau", "28/02/1970");
  await key("Enter");
  await look("correct-next");
  const second = await cell();
  check(second !== first, "the next fault is not open");
  check(await page.$(".notice"), "nothing says that it is saved");
  // The keys n and p, outside of a field.
  await tabTo(".grid-box");
  await key("n");
  await tabTo(".grid-box");
  await key("p");
  check((await cell()) === second, "n and p do not lead back");
  // The arrow keys in the sheet, then Enter.
  await tabTo("td[data-cell]");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await key("Enter");
  check((await cell()).startsWith("B"), `the cell below is not open: ${await cell()}`);
  // What stands there by now is said, and what was typed is kept.
  await page.$eval('input[name="ancien"]', (input) => { input.value = "autre"; });
  await type("#nouveau", "Kimbunda");
  await key("Enter");
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
});
