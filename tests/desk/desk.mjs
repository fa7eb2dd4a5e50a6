// Does an agent's tasks on the desk in Chromium, by keyboard alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/desk.mjs ENTRY-PAGE ADDRESS OUT LANG
//
// Faults are as in browser.mjs. Exit status 1 if there is a fault.

import { enter, fault, look, open, page, press, run, type } from "./browser.mjs";

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
  await press('a[href="/fermer"]');
  await look("end");
});
