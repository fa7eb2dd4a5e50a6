// Judges pairs, types sheets with their second entry and reports an event in Chromium, by keyboard alone, and prints the
// faults.
//
//     npm ci --prefix tests && node tests/desk/entry.mjs ENTRY-PAGE ADDRESS OUT LANG NAME
//
// NAME is that of a person of the register. Faults are as in browser.mjs. Exit status 1 if there is a fault.

import { pathToFileURL } from "node:url";

import { address, entry, fault, ignoreMessages, key, lang, look, page, press, rest, run, tabTo } from "./browser.mjs";

const [name] = rest;
// Chromium says so where a key was pressed before the page had given the focus to its first field.
ignoreMessages("Autofocus processing was blocked");

/** Types into a field that the Tab key reaches, and closes the list of words that opens. */
async function type(selector, text) {
  await tabTo(selector);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.type(text);
  await page.keyboard.press("Escape");
}

/** Enters as an agent, in the language of the script. */
async function enter(agent) {
  await page.waitForURL(`http://${address}/qui`);
  if ((await page.evaluate(() => document.documentElement.lang)) !== lang) await press(`button[value="${lang}"]`);
  if (await page.$("select#nom")) {
    await tabTo("select#nom");
    await page.keyboard.type(agent);
  } else {
    await type("#nom", agent);
  }
  await type("#motif", "Contrôle");
  await press("main button.main");
}

/** Types a person; the fields not named stay as they are carried down. The Enter key saves. */
async function person(fields) {
  for (const [field, text] of Object.entries(fields)) await type(`#c-${field}`, text);
  await key("Enter");
}

const pairs = () => page.$eval("input[name=paire]", (input) => input.value);
const text = () => page.textContent("main");

await run(async () => {
  await page.goto(pathToFileURL(entry).href);
  await enter("Ruth Mwamba");
  await press('nav a[href="/juger"]');
  await look("judge");
  if (await page.$(".before")) fault(`what the program makes of the pair shows before the answer`);
  const first = await pairs();
  await page.keyboard.press("?");
  if (!(await page.$("details[open]"))) fault(`no help`);
  await key("1");
  const second = await pairs();
  if (second === first || !(await page.$(".before"))) fault(`the answer was not taken, or what the program makes of it does not show after it`);
  await look("judge-next");
  await key("u");
  if ((await pairs()) !== first) fault(`the answer was not undone`);
  await key("2");
  await key("3");
  await press('a[href="/juger/incertains"]');
  await look("judge-uncertain");
  await key("1");
  await press('a[href="/juger/desaccords"]');
  await look("judge-disagreements");

  await press('nav a[href="/saisir"]');
  await look("typing-batches");
  await type("#quartier", "Boma");
  await type("#annee", "2018");
  await press("main button.main");
  await look("typing-empty");
  await person({ avenue: "Lodja", parcel: "12", fiche: "1", nom: "MBALA", postnom: "LEMA", prenom: "Bruno", sex: "M", birth_date: "05/03/1970", relation: "Chef de ménage" });
  await person({ nom: "NSIMBA", prenom: "Rose", sex: "F", birth_date: "31/02/1975", relation: "Épouse" });
  if (!(await page.$("li.bad, li.warn"))) fault(`the date that does not exist is not told`);
  if (!(await page.textContent("li.bad a")).includes("NSIMBA Rose")) fault(`the remark does not name the person`);
  await look("typing");
  if ((await page.$$("tbody tr")).length !== 2) fault(`not two rows`);
  await press("li.bad a");
  if (!(await page.$("#c-birth_date:focus[aria-invalid]"))) fault(`the remark does not lead to the field`);
  await type("#c-birth_date", "01/02/1975");
  await press("form.card button.main");
  if (await page.$("li.bad, li.warn")) fault(`the corrected date is still told`);
  await press('a[href$="?fiche=nouvelle"]');
  await person({ parcel: "14", nom: "KANZA", prenom: "Paul", sex: "M", birth_date: "1980", relation: "Chef de ménage" });
  await type("#papier", "3");
  await press('button[value="fermer"]');
  await look("typing-count");
  await type("#papier", "2");
  await press('button[value="fermer"]');
  await look("typing-closed");

  // Somebody else types the sample again.
  await page.goto(`http://${address}/agents`);
  await type("#nom", "Jean Ilunga");
  await tabTo("select");
  await page.selectOption("select", "entry");
  await press("main button.main");
  await press('a[href="/fermer"]');
  await press('button[name="quitter"]');
  await enter("Jean");
  await press('nav a[href="/saisir"]');
  await press(".lines a");
  if ((await text()).includes("MBALA")) fault(`the second person sees the first entry`);
  await press('button[value="tirer"]');
  await look("typing-second");
  await person({ nom: "MBALA", postnom: "LEMBA", prenom: "Bruno", sex: "M", birth_date: "5/3/1970", relation: "Chef de ménage", avenue: "Lodja", parcel: "12" });
  await person({ nom: "NSIMBA", prenom: "Rose", sex: "F", birth_date: "01/02/1975", relation: "Épouse", avenue: "Lodja", parcel: "12" });
  await press('nav[aria-label] a[href$="fiche=2"]');
  await person({ parcel: "14", avenue: "Lodja", nom: "KANZA", prenom: "Paul", sex: "M", birth_date: "1980", relation: "Chef de ménage" });
  await press('button[value="terminer"]');
  await look("typing-differences");
  if ((await page.$$("main section.card")).length !== 1) fault(`not one difference`);
  await press('button[value="2"]');
  if (!(await page.$("section.card .good"))) fault(`the difference was not judged`);

  await press('nav a[href="/chercher"]');
  await type("#texte", name);
  await press("form[role=search] button.main");
  await press(".cards a");
  await press('a[href^="/evenement"]');
  await look("event");
  if (await page.$("form.card #date")) fault(`a form shows before the kind of event is chosen`);
  await press('a[href*="nature=death"]');
  if (await page.$("#conjoint, #quartier, #ailleurs")) fault(`a death asks for what a death has not`);
  await type("#date", "01/02/2090");
  await press("form.card button.main");
  await look("event-impossible");
  if (!(await page.$("div.fault"))) fault(`a day to come was taken`);
  await type("#date", "");
  await press("form.card button.main");
  await look("event-doubtful");
  await tabTo("#confirme");
  await page.keyboard.press("Space");
  await press("form.card button.main");
  if (!page.url().includes("/personne/")) fault(`the event was not reported`);
  if (!(await page.$("section.card div.warn li"))) fault(`the event is not on the page of the person`);
  await press('a[href^="/evenement"]');
  await look("event-reported");
  await press('button[name="annuler"]');
  if (await page.$(".lines")) fault(`the event was not removed`);
});
