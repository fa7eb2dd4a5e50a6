// Deposits files, explains a word, imports and records in Chromium, by keyboard alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/deposit.mjs ENTRY-PAGE ADDRESS OUT LANG RECEIVED
//
// RECEIVED holds Q06.csv (another content than that of the register, with an unknown word) and Q07.csv. Faults are as in
// browser.mjs. Exit status 1 if there is a fault.

import path from "node:path";

import { enter, fault, look, open, page, press, rest, run, tabTo, type } from "./browser.mjs";

const [received] = rest;

/** Waits until the progress is over: the page loads itself again. */
async function ended() {
  await page.waitForFunction(() => document.querySelector("main") && !document.querySelector("[data-progress]"), undefined, { timeout: 120_000 });
}

await run(async () => {
  await open();
  await enter("Ruth Mwamba");
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
  if (await page.$("select#mot-0")) fault(`the word is still unknown`);
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
  if (!(await page.$('a[href="/importer/rapport.html"]'))) fault(`no report`);
  await press('nav a[href="/reglages"]');
  await look("settings");
  await press('button[name="annuler"]');
  if (!(await page.$("details"))) fault(`nothing was undone`);
  // A dropped file is taken as a chosen one.
  await press('nav a[href="/deposer"]');
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["N°;Nom\n1;MBALA\n"], "drop.csv"));
    return transfer;
  });
  await Promise.all([page.waitForNavigation(), page.dispatchEvent("body", "drop", { dataTransfer: transfer })]);
  if (!(await page.content()).includes("drop.csv")) fault(`a dropped file did not arrive`);
  await press('nav a[href="/"]');
  await look("home-backup");
});
