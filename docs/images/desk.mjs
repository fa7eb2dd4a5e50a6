// Makes the pictures of the desk for the guide. Called by make.py:
//
//     node docs/images/desk.mjs ENTRY-PAGE ADDRESS SHEET OUT
//
// It does the tasks of an agent on an invented commune; SHEET is a file with faults to hand in.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(new URL("../../tests/desk/", import.meta.url))("playwright-core");
const [entry, address, sheet, out] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--lang=fr"] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 760 }, locale: "fr-FR" })).newPage();
const shoot = (name) => page.screenshot({ path: `${out}/bureau-${name}.png` });
const open = (path) => page.goto(`http://${address}${path}`);

await page.goto(pathToFileURL(entry).href);
await page.waitForURL(`http://${address}/qui`);
await page.fill("#nom", "Ruth Mwamba");
await page.fill("#motif", "Demande d’un habitant au guichet");
await shoot("qui");
await page.click("button.main");
await shoot("accueil");
await open("/chercher");
await page.fill("#texte", "Kabongo 1987");
await page.click("form[role=search] button.main");
await shoot("chercher");
await page.click(".cards a");
await page.click('a[href^="/personne/M"][href$="/releve"], a[href$="/releve"]');
await shoot("releve");
await open("/deposer");
await page.setInputFiles("input[type=file]", sheet);
await Promise.all([page.waitForNavigation(), page.click('main form[enctype] button.main')]);
await shoot("deposer");
await Promise.all([page.waitForNavigation(), page.click('button[value="ajouter"]')]);
await open("/corriger");
await page.click("main table a");
await shoot("corriger");
await open("/importer");
await page.click('button[value="essai"]');
await page.waitForSelector('[name="code"]', { state: "attached", timeout: 60000 });
await shoot("importer");
await open("/juger");
await shoot("juger");
await open("/saisir");
await page.fill('[name="quartier"]', "Boma");
await page.fill('[name="annee"]', "2018");
await page.click("main form button.main");
await page.waitForLoadState("networkidle");
await shoot("saisir");
await open("/colis");
await shoot("colis");
await browser.close();
