// Begins the course on the desk of a real register in Chromium, by keyboard alone, and prints the faults.
//
//     npm ci --prefix tests && node tests/desk/course_begin.mjs ENTRY-PAGE ADDRESS OUT LANG
//
// The exercise opens in a tab of its own, on the page of the lessons, without asking for the name. Faults are as in browser.mjs.
// Exit status 1 if there is a fault.

import { address, enter, fault, look, open, page, press, run, tabTo } from "./browser.mjs";

/** Presses the button and returns the tab that it opens, once it shows the lessons. */
async function exercise() {
  await tabTo("form.card button.main");
  const [tab] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Enter")]);
  await tab.waitForURL("**/cours", { timeout: 60_000 });
  if (tab.url().includes(address)) fault(`the exercise opens on the real register: ${tab.url()}`);
  if (!(await tab.$(".banner")) || !(await tab.$("section[aria-labelledby=lecon]"))) fault(`no lesson: ${await tab.title()}`);
  return tab;
}

await run(async () => {
  await open();
  await enter("Ruth Mwamba");
  await press('nav a[href="/cours"]');
  await look("begin", "course");
  const first = await exercise();
  // Pressed once more, it opens the same exercise again.
  const second = await exercise();
  if (new URL(second.url()).host !== new URL(first.url()).host) fault(`another exercise: ${second.url()}`);
  await first.close();
  await page.reload();
  await look("begun", "course");
  await press('a[href="/cours/resultats"]');
  await look("results", "course");
  // The practice desk ends by its own button.
  await second.goto(new URL("/fermer", second.url()).href);
  await second.click('button[name="fermer"]');
}, "course");
