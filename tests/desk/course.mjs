// Takes lessons of the course on its desk in Chromium, by keyboard alone and in the browser alone, as their pages say, and
// prints the faults.
//
//     npm ci --prefix tests && node tests/desk/course.mjs ENTRY-PAGE ADDRESS OUT LANG WORK LESSON...
//
// WORK is a folder for files that a learner saves. Without a lesson all fourteen are taken, in French. Faults are those of
// browser.mjs, a lesson that passes untouched, one that does not pass. Pictures of each page go to OUT. Exit status 1 if there is
// a fault.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import zlib from "node:zlib";

import { address, enter, entry, fault, key, lang, look, page, press, rest, run, tabTo, type } from "./browser.mjs";

const [work, ...wanted] = rest;
const PASSPHRASE = "quatre mangues jaunes";
const GOALS = "section[aria-labelledby=buts]";

/** Goes to the page of the course. */
async function toCourse() {
  await press('nav a[href="/cours"]');
}

/** Opens a lesson and looks at its page. */
async function openLesson(lesson) {
  await toCourse();
  if (await page.$(`button[value="${lesson}"]`)) await press(`button[value="${lesson}"]`);
  await look(lesson, "course");
  await page.setViewportSize({ width: 1366, height: 768 });
  const cut = await page.$$eval("main .scroll", (all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
  if (cut > 0) fault(`${cut} tables are cut off at 1366 pixels`);
  await page.setViewportSize({ width: 1280, height: 900 });
  if (!(await page.$(`${GOALS} .tag.warn`))) fault(`passes untouched`);
}

/** Goes back to the lesson, whose goals are checked by themselves: none is open. */
async function check() {
  await toCourse();
  if (await page.$(`${GOALS} .tag.warn`)) {
    fault(`open: ${await page.$$eval(`${GOALS} li, ${GOALS} form div`, (all) => all.map((one) => one.textContent.trim()).join(" | "))}`);
  }
}

/** Answers questions of the lesson: numbers are typed, letters chosen. */
async function answer(answers) {
  await toCourse();
  for (const [number, text] of Object.entries(answers)) {
    if (await page.$(`input#reponse-${number}`)) {
      await type(`#reponse-${number}`, String(text));
    } else {
      await page.check(`#reponse-${number}-${text}`);
    }
  }
  await press('button[value="repondre"]');
}

/** Waits until no work is under way on the page: it loads itself again. */
async function ended() {
  await page.waitForFunction(() => document.querySelector("main") && !document.querySelector("[data-progress]"), undefined, { timeout: 120_000 });
}

/** Looks at what an import would change. */
async function trial() {
  await press('nav a[href="/importer"]');
  await ended();
  await press('button[value="essai"]');
  await page.waitForSelector('button[value="enregistrer"]', { timeout: 120_000 });
}

/** Looks at what an import would change and saves it. */
async function importAll() {
  await trial();
  await press('button[value="enregistrer"]');
  await page.waitForSelector('a[href="/importer/rapport.html"]', { timeout: 120_000 });
}

/** The paper of the lesson: for each row its number and its cells, in the order of the paper. */
async function paper() {
  await toCourse();
  const lines = await page.$$eval("section[aria-labelledby=lecon] .scroll tr", (all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent)));
  return lines[0].slice(1).map((row, place) => ({ row, cells: lines.slice(1).map((line) => line[place + 1]) }));
}

/** Writes a cell of the file of the lesson on the page Correct. */
async function correct(row, column, text) {
  await press('nav a[href="/corriger"]');
  await press("tbody a");
  await type("#ligne", row);
  await type("#colonne", column);
  await key("Enter");
  await type("#nouveau", text);
  await type("#motif", "papier");
  await key("Enter");
}

/** The folders that the lesson names, in their order on the page. */
async function folders() {
  await toCourse();
  return page.$$eval("input[readonly]", (all) => all.map((one) => one.value));
}

/** Deposits a file and adds it. `before` does what is to be done on its page first. */
async function deposit(file, before = async () => {}) {
  await press('nav a[href="/deposer"]');
  await page.setInputFiles("#fichiers", file);
  await press("form[data-drop] button.main");
  await before();
  await press('button[value="ajouter"]');
}

/** The bytes of a workbook in which cells of the last sheet have other texts, saved by another program. */
function editedWorkbook(bytes, texts) {
  const parts = [];
  for (let at = bytes.indexOf("PK\x01\x02"); at >= 0 && bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, note] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    parts.push([bytes.toString("utf8", at + 46, at + 46 + name), bytes.readUInt16LE(at + 10) === 8 ? zlib.inflateRawSync(raw) : raw]);
    at += 46 + name + extra + note;
  }
  const sheets = parts.filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  const last = sheets.sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true })).at(-1);
  const [locals, central] = [[], []];
  let offset = 0;
  for (const [name, content] of parts) {
    let data = content;
    if (name === last[0]) {
      let text = content.toString("utf8");
      for (const [place, value] of Object.entries(texts)) {
        const cell = new RegExp(`<c r="${place}"([^>]*?)(/>|>.*?</c>)`, "s");
        if (!cell.test(text)) fault(`the workbook has no cell ${place}`);
        text = text.replace(cell, (_, rest) => `<c r="${place}"${rest.replace(/ t="\w+"/, "")} t="inlineStr"><is><t>${value}</t></is></c>`);
      }
      data = Buffer.from(text);
    } else if (name === "docProps/app.xml") {
      data = Buffer.from(content.toString("utf8").replace(/<Application>.*?<\/Application>/, "<Application>Microsoft Excel</Application>"));
    }
    const [file, crc] = [Buffer.from(name), zlib.crc32 ? zlib.crc32(data) : crc32(data)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc, 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(file.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    locals.push(Buffer.from("PK\x03\x04"), head, file, data);
    central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, tail, file);
    offset += 30 + file.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}

/** The CRC-32 of bytes, where Node has none. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** The acts on time and late, from the report of the commune: the last row of its first table of acts by year. */
async function actsOfReport() {
  await toCourse();
  const link = await page.getAttribute('a[href="/importer/rapport"]', "href");
  const report = await (await page.request.get(`http://${address}${link}`)).text();
  const rows = [...report.matchAll(/<tr[^>]*>.*?<\/tr>/gs)].map(([row]) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell.replace(/<[^>]*>/g, "").trim()));
  // Year, on time, late, more than a year late, known, share, its interval, unknown: on time and late are all that are known.
  const acts = rows.find((row) => row.length === 9 && /^\d+$/.test(row[1]) && Number(row[1]) + Number(row[2]) === Number(row[4]) && Number(row[4]) > 0);
  return [acts[1], acts[2]];
}

/** The numbers of the first page: version and persons. */
async function state() {
  await press('nav a[href="/"]');
  return page.$$eval("section[aria-labelledby=etat] dd", (all) => all.map((one) => one.textContent));
}

/** Finds a person and opens the page. */
async function openPerson(name) {
  await press('nav a[href="/chercher"]');
  await type("#texte", name);
  await press("form[role=search] button.main");
  await press(".cards a");
}

const LESSONS = {
  async lire() {
    const [stick] = await folders();
    const [file] = readdirSync(stick);
    await deposit(path.join(stick, file), async () => {
      for (const [column, field] of [[4, "postnom"], [5, "nom"], [6, "prenom"]]) {
        await tabTo(`#champ-0-${column}`);
        await page.selectOption(`#champ-0-${column}`, field);
      }
      await press('button[value="apprendre"]');
    });
    await importAll();
  },

  async classeur() {
    const rows = await paper();
    await press('nav a[href="/corriger"]');
    await press("tbody a");
    await tabTo('a[href^="/corriger/classeur"]');
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const file = path.join(work, "corrections.xlsx");
    const texts = Object.fromEntries(rows.map(({ row, cells }) => [`I${row}`, cells[8]]));
    writeFileSync(file, editedWorkbook(readFileSync(await download.path()), texts));
    await deposit(file, async () => {
      if (await page.$("main div.warn")) fault(`the workbook is warned of: ${await page.textContent("main div.warn")}`);
    });
    await importAll();
  },

  async page() {
    for (const { row, cells } of await paper()) await correct(row, "I", cells[8]);
    await importAll();
  },

  async importer() {
    await press('button[value="indice"]');
    await importAll();
    const counts = await page.$$eval("section[aria-labelledby=nombres] dd", (all) => all.map((one) => one.textContent));
    const [, persons] = await state();
    // A wrong answer is said at the question, and the other answer stays.
    await answer({ 1: "7", 2: persons });
    if (!(await page.$("#question-1 .tag.warn")) || !(await page.$("#question-2 .tag.good"))) fault(`the answers are not told apart`);
    if ((await page.inputValue("#reponse-1")) !== "7") fault(`the answer is gone`);
    // The rows read are the largest of the numbers.
    await answer({ 1: Math.max(...counts.map((text) => Number(text.replace(/\s/gu, ""))).filter(Number.isFinite)) });
  },

  async paires() {
    await tabTo(`${GOALS} details summary`);
    await page.keyboard.press("Enter");
    await press('button[value="solution"]');
    await look("solution", "course");
    // The persons who moved, by nom and prénom: their post-nom was not asked for.
    const text = await page.$eval("section[aria-labelledby=solution] ol li", (one) => one.textContent);
    const moved = text.slice(text.lastIndexOf(" : ") + 3).split(" · ").map((name) => name.split(" "));
    for (let judged = 0; judged < 14; judged++) {
      await press('nav a[href="/juger"]');
      if (!(await page.$('button[value="same"]'))) break;
      const [, ...sides] = await page.$$eval("table.pair", (all) => {
        const rows = [...all[0].querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent.trim()));
        return [null, rows.map((row) => row[0]), rows.map((row) => row[1])];
      });
      const isMoved = sides.some((side) => moved.some(([nom, prenom]) => side[0] === nom && side.includes(prenom)));
      // The companion of one who moved is the same person, too: an initial stands for the prénom.
      const isCompanion = sides.some((side) => side.some((cell) => /^\p{Lu}\.$/u.test(cell)));
      await press(`button[value="${isMoved || isCompanion ? "same" : "different"}"]`);
    }
    await importAll();
  },

  async separer() {
    const person = await page.$eval(`${GOALS} li span`, (one) => one.textContent.match(/\p{Lu}{3,} \p{Lu}{3,}/u)[0]);
    await openPerson(person);
    await toCourse();
    await press('button[value="annuler"]');
    await importAll();
  },

  async naissances() {
    const rows = await paper();
    // The columns of the paper: B is the day of declaration, K the category, L the day of the judgment.
    for (const { row, cells } of rows) {
      await correct(row, "B", cells[1]);
      if (cells[11]) {
        await correct(row, "K", cells[10]);
        await correct(row, "L", cells[11]);
      }
    }
    await importAll();
    await answer({ 1: (await actsOfReport())[1] });
  },

  async evenements() {
    const goals = await page.$$eval(`${GOALS} li span:first-child`, (all) => all.map((one) => one.textContent));
    const about = (goal) => [goal.match(/\p{Lu}{2,}.*?(?= \P{L}*(le|on|op) \d)/u)[0], goal.match(/\d\d\/\d\d\/\d{4}/)[0]];
    for (const [goal, nature] of [[goals[1], "death"], [goals[2], "departure"]]) {
      const [name, day] = about(goal);
      await openPerson(name);
      await press('a[href^="/evenement"]');
      await press(`a[href*="nature=${nature}"]`);
      await type("#date", day);
      if (await page.$("#ailleurs")) await type("#ailleurs", "Matadi");
      await press('form[action="/evenement"] button.main');
      if (await page.$("#confirme")) {
        await tabTo("#confirme");
        await page.keyboard.press("Space");
        await press('form[action="/evenement"] button.main');
      }
    }
    await importAll();
  },

  async absent() {
    const [stick] = await folders();
    await trial();
    const sentence = await page.$eval("div.bad p", (one) => one.textContent.replace(/\s/gu, ""));
    await answer({ 1: sentence.match(/\d+/)[0] });
    const [file] = readdirSync(stick);
    await deposit(path.join(stick, file));
    await importAll();
  },

  async coupure() {
    await press('nav a[href="/importer"]');
    await ended();
    await look("cut", "course");
    const [version] = await state();
    await answer({ 1: version.match(/\d+/)[0] });
    await importAll();
  },

  async sauvegarde() {
    const [stick] = await folders();
    await press('nav a[href="/sauvegarde"]');
    await type("#autre", stick);
    await press('button[value="sauver"]');
    await ended();
    await toCourse();
    await press('button[value="restaurer"]');
  },

  async colis() {
    const [arrivals, again] = await folders();
    for (const folder of [arrivals, again]) {
      await press('nav a[href="/colis"]');
      await type("input#phrase-r", PASSPHRASE);
      const files = readdirSync(folder).filter((name) => name.endsWith(".bato") || name.includes(".bato"));
      await page.setInputFiles("input#colis", files.map((name) => path.join(folder, name)));
      await press('form[action^="/colis/recevoir"] button.main');
    }
    const receipt = await page.$eval("section[aria-labelledby=arrives] code", (one) => one.textContent);
    await toCourse();
    await type("#recu", receipt);
    await key("Enter");
  },

  async sortie() {
    await press('nav a[href="/importer"]');
    await press('button[value="publier"]');
    await toCourse();
    const links = await page.$$eval("section[aria-labelledby=lecon] a.button", (all) => all.map((one) => one.getAttribute("href")));
    for (const link of ["/cours/sortie", "/importer/rapport"]) {
      if (!links.includes(link)) fault(`no link to ${link}`);
      const status = (await page.request.get(`http://${address}${link}`)).status();
      if (status !== 200) fault(`${link}: ${status}`);
    }
    await answer({ 1: "B", 2: "C" });
  },

  async rapport() {
    const [, persons] = await state();
    const [onTime, late] = await actsOfReport();
    await answer({ 1: persons, 2: onTime, 3: late });
  },
};

await run(async () => {
  await page.goto(pathToFileURL(entry).href);
  // The name is known: the first page is that of the lessons.
  await page.waitForURL(`http://${address}/cours`);
  if (!(await page.$(".banner"))) fault(`no banner`);
  for (const lesson of wanted.length > 0 ? wanted : Object.keys(LESSONS)) {
    await openLesson(lesson);
    await LESSONS[lesson]();
    await check();
  }
  await look("end", "course");
  if (wanted.length === 0) {
    if (!(await page.$('a[href="/cours/attestation.html"]'))) fault(`no certificate`);
    const certificate = await (await page.request.get(`http://${address}/cours/attestation.html`)).text();
    if (!certificate.includes("Ruth")) fault(`the certificate: ${certificate.slice(0, 200)}`);
  }
  await press('button[value="resultat"]');
  // Who leaves and comes back is asked for the name.
  await press('.who a[href="/fermer"]');
  await press("main form button");
  if (new URL(page.url()).pathname === "/qui") await enter("Ruth");
  if (!page.url().startsWith(`http://${address}/`) || lang.length !== 2) fault(`the desk is left: ${page.url()}`);
}, "course");
