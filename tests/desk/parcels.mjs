// Makes the key of an office, accepts a card, opens a parcel, seals another and enters a receipt in Chromium, by keyboard
// alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/parcels.mjs ENTRY-PAGE ADDRESS OUT LANG FOLDER
//
// It waits for what the other office does: FOLDER/words.txt (its six words), card.bato-office, parcel.bato and receipt.txt are written
// once FOLDER/key and FOLDER/sealed are there. Faults are as in browser.mjs. Exit status 1 if there is a fault.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { enter, fault, look, open, page, press, rest, run, tabTo, type } from "./browser.mjs";

const [folder] = rest;

/** Tells the other office to go on, and waits for what it writes. */
async function other(done, file) {
  writeFileSync(path.join(folder, done), "");
  for (let step = 0; step < 600 && !existsSync(path.join(folder, file)); step++) await page.waitForTimeout(100);
  return readFileSync(path.join(folder, file), "utf8").trim();
}

const passphrase = "trois pirogues bleues";

await run(async () => {
  await open();
  await enter("Ruth Mwamba");
  await press('nav a[href="/colis"]');
  await look("parcels-empty");
  await press('a[href="/colis/services"]');
  await type("input#nom", "Quartier Boma");
  await type("input#phrase", passphrase);
  await type("input#phrase2", "deux pirogues bleues");
  await press('form[action="/colis/services/nouveau"] button.main');
  if (!(await page.$("p.fault"))) fault(`two passphrases that differ are taken`);
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
    if (Boolean(await page.$("p.fault")) !== (heard !== words)) fault(`the card, with ${heard}`);
  }
  await press('a[href="/colis"]');
  await type("input#phrase-r", passphrase);
  await page.setInputFiles("input#colis", path.join(folder, "parcel.bato"));
  await press('form[action^="/colis/recevoir"] button.main');
  if (!(await page.content()).includes("BATO1 KIMB BOMA 1 ")) fault(`no receipt`);
  // The same parcel a second time.
  await type("input#phrase-r", passphrase);
  await page.setInputFiles("input#colis", path.join(folder, "parcel.bato"));
  await press('form[action^="/colis/recevoir"] button.main');
  if (!(await page.$("p.fault"))) fault(`a parcel is taken twice`);
  await tabTo("input#s1");
  await page.keyboard.press("Space");
  await tabTo("input#f1");
  await page.keyboard.press("Space");
  await type("input#phrase-e", passphrase);
  await press('form[action="/colis/envoyer"] button.main');
  await look("parcels");
  // Its receipt does not come: it is written once more, whole or in pieces of which one is asked for.
  for (const [numbers, size, told] of [["1", "", false], ["x", "9MB", false], ["1", "9MB", true], ["", "", true]]) {
    await tabTo("section[aria-labelledby=envoyes] summary");
    await page.keyboard.press("Enter");
    await type("input#numeros1", numbers);
    await page.selectOption("select#morceaux1", size);
    await press('form[action="/colis/renvoyer"] button');
    if (Boolean(await page.$("p.fault")) === told) fault(`sent again: ${numbers} ${size}`);
  }
  // One piece of a parcel that will not come whole is forgotten.
  await type("input#phrase-r", passphrase);
  await page.setInputFiles("input#colis", path.join(folder, "piece.bato"));
  await press('form[action^="/colis/recevoir"] button.main');
  await tabTo("section[aria-labelledby=manque] summary");
  await page.keyboard.press("Enter");
  await look("parcels-incomplete");
  await press('form[action="/colis/oublier"] button');
  if (await page.$("section[aria-labelledby=manque]")) fault(`the pieces are still waited for`);
  const receipt = await other("sealed", "receipt.txt");
  await type("textarea#recu", receipt);
  await press('form[action="/colis/recu"] button.main');
  if (!(await page.$("span.tag.good"))) fault(`the line is not closed`);
  await press('a[href="/colis/services"]');
  await tabTo("section[aria-labelledby=autres] details:last-of-type summary");
  await page.keyboard.press("Enter");
  await look("parcels-revoke");
});
