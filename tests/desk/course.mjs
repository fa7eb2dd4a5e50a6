// Takes lessons of the course on its desk in Chromium, by keyboard alone and in the browser alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/course.mjs ENTRY-PAGE ADDRESS OUT LANG STICK
//
// Faults are: a console message, a request to another address, a violation that axe-core calls serious or critical, content
// wider than the window at twice the size, a task that does not come to its end. Pictures of each page go to OUT. Exit status 1
// if there is a fault.

import { enter, fault, key, look, open, page, press, rest, run, type } from "./browser.mjs";

const [stick] = rest;

/** Goes to the page of the course. */
async function toCourse() {
  await press('nav a[href="/cours"]');
}

/** Opens a lesson and looks at its page. */
async function openLesson(lesson) {
  await toCourse();
  if (await page.$(`button[value="${lesson}"]`)) await press(`button[value="${lesson}"]`);
  await look(lesson, "course");
  await press('button[value="verifier"]');
  if (!(await page.$("section[aria-labelledby=buts] .tag.warn"))) fault(`passes untouched`);
}

/** Checks the lesson: no goal is open. */
async function check() {
  await toCourse();
  await press('button[value="verifier"]');
  if (await page.$("section[aria-labelledby=buts] .tag.warn")) {
    fault(`open: ${await page.$$eval("section[aria-labelledby=buts] li", (all) => all.map((one) => one.textContent).join(" | "))}`);
  }
}

/** Answers a question of the lesson. */
async function answer(number, text) {
  await toCourse();
  await type(`#reponse-${number}`, text);
  await key("Enter");
}

/** Looks at what an import would change and saves it. */
async function importAll() {
  await press('nav a[href="/importer"]');
  await press('button[value="essai"]');
  await page.waitForSelector('button[value="enregistrer"]', { timeout: 120000 });
  await press('button[value="enregistrer"]');
  await page.waitForSelector('a[href="/importer/rapport.html"]', { timeout: 120000 });
}

await run(async () => {
  await open();
  await enter((await page.$("select#nom")) ? "Ruth" : "Ruth Mwamba", "Exercice");
  if (!(await page.$(".banner"))) fault(`no banner`);

  await openLesson("importer");
  await press('button[value="indice"]');
  await press('button[value="solution"]');
  await look("solution", "course");
  await importAll();
  const counts = await page.$$eval("section[aria-labelledby=nombres] dd", (all) => all.map((one) => one.textContent));
  await answer(1, counts[2]);
  await press('nav a[href="/"]');
  const persons = await page.$$eval("section[aria-labelledby=etat] dd", (all) => all.map((one) => one.textContent));
  await answer(2, persons[1]);
  await check();

  await openLesson("separer");
  const person = await page.$eval("section[aria-labelledby=buts] li span", (one) => one.textContent.match(/\p{Lu}{3,} \p{Lu}{3,}/u)[0]);
  await press('nav a[href="/chercher"]');
  await type("#texte", person);
  await press("form[role=search] button.main");
  await press(".cards a");
  await toCourse();
  await press('button[value="annuler"]');
  await importAll();
  await check();

  await openLesson("sauvegarde");
  await press('nav a[href="/importer"]');
  await type("#autre", stick);
  await press('button[value="sauver"]');
  // The page loads itself again when the backup is written.
  await page.waitForFunction(() => document.querySelector("main") && !document.querySelector("[data-progress]"), undefined, { timeout: 120000 });
  await toCourse();
  await press('button[value="restaurer"]');
  await check();
  await press('button[value="resultat"]');
}, "course");
