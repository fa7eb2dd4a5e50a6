// Does an agent's tasks on the desk in Chromium, by keyboard alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/desk.mjs ENTRY-PAGE ADDRESS OUT LANG
//
// Faults are as in browser.mjs. Exit status 1 if there is a fault.

import { readFileSync } from "node:fs";
import { address, enter, fault, look, moveTo, open, page, press, run, type } from "./browser.mjs";

/** Looks whether all of a page is on a sheet of A4 with margins of 12 mm (96 dots an inch). */
async function onPaper(name) {
  moveTo(name);
  const width = Math.floor(((210 - 2 * 12) / 25.4) * 96);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width, height: 1000 });
  const cut = await page.evaluate((width) => {
    const wider = [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > width + 1);
    const scrolled = [...document.querySelectorAll("main *")].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible" && one.clientWidth > 1);
    return [...wider, ...scrolled].map((one) => one.outerHTML.slice(0, 80));
  }, width);
  if (cut.length > 0) fault(`cut on paper: ${cut.length} × ${cut[0]}`);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1280, height: 900 });
}

await run(async () => {
  await open();
  await look("who");
  // The first agent writes a name, the next ones choose it.
  await enter((await page.$("select#nom")) ? "Ruth" : "Ruth Mwamba");
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
  if (!(await page.content()).includes(name)) fault(`the extract does not name ${name}`);
  await page.goBack();
  // A household's page and sheet on A4: nothing is cut, and nothing scrolls.
  await press('main a[href^="/personne/M-"]');
  await onPaper("household");
  await press('a[href$="/releve"]');
  await onPaper("household sheet");
  // A button of the report saves a chart as a picture, although the page is apart from the desk.
  await page.goto(`http://${address}/importer/rapport`);
  moveTo("report");
  await page.focus("button.save");
  const [picture] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const isPng = readFileSync(await picture.path()).subarray(1, 4).toString() === "PNG";
  if (!isPng || !picture.suggestedFilename().endsWith(".png")) fault(`no picture: ${picture.suggestedFilename()}`);
  await page.goto(`http://${address}/`);
  // A folder that is not there is said beside the box, which has the focus.
  await press('nav a[href="/sauvegarde"]');
  await look("backup");
  await type("#autre", "USB");
  await press('button[value="sauver"]');
  await look("backup-refused");
  if (!(await page.$("#autre:focus + .fault, p:has(#autre:focus) + .fault"))) fault(`the fault is not beside the box`);
  await press('a[href="/fermer"]');
  await look("end");
});
