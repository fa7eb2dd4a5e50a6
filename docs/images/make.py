"""Makes the pictures of README and guide from the program itself.

Needs Chromium, node (`npm ci --prefix tests`) and openpyxl (`pip install openpyxl`); run it from the root of the project:
    cargo build --release && python3 docs/images/make.py
The register is that of the sample; the sheet is typed below, with faults. All persons are invented.
"""

import html
import os
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl
from openpyxl.utils import get_column_letter

ROOT = pathlib.Path(__file__).resolve().parents[2]
BATO = os.environ.get("BATO", str(ROOT / "target/release/bato"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SHEET = """N° ménage;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien;État civil
1;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;marié
1;Lodja;12;NSIMBA;KIESE;Noella;F;30/02/1970;Épouse;mariée
1;Lodja;12;MBALA;PANZU;Ruth;?;04/01/1990;Fille;célibataire
1;Lodja;12;;;;M;17/06/1995;Fils;célibataire
2;Lodja;14;PANZU;DIMBU;Rose;F;02/03/1948;Chef;veuve
2;Lodja;14;MAKAYA;TONA;Josué;M;12/05/2071;Petit-fils;célibataire
2;Lodja;14;KANDA;LUFWA;Ornella;F;23/11/2004;Petite-fille;célibataire
3;Kwango;5B;LEMBA;MUANDA;Pascal;M;30/07/1979;Chef;marié
3;Kwango;5B;NZUZI;BAKO;Divine;F;vers;Épouse;mariée
3;Kwango;5B;LEMBA;KIALA;Merveille;F;09/09/2009;Fille;célibataire
"""
STYLE = """<!doctype html><meta charset="utf-8"><style>
body { margin: 14px; font: 13px "DejaVu Sans", sans-serif; background: #fff; color: #111; width: max-content }
table { border-collapse: collapse } td, th { border: 1px solid #999; padding: 2px 6px; text-align: left; vertical-align: top }
th { background: #eee; font-weight: normal; text-align: center } td { overflow-wrap: break-word }
pre { margin: 0; font: 14px/1.45 "DejaVu Sans Mono", monospace }
.note { position: absolute; width: 21rem; background: #ffffe1; border: 1px solid #000; box-shadow: 4px 4px #555; padding: 4px 6px;
        font-size: 13px; white-space: pre-line }
</style>"""


def bato(*args, cwd):
    # The status of `check` is 1 where it found errors.
    done = subprocess.run([BATO, *args], cwd=cwd, capture_output=True, text=True)
    assert done.returncode < 2, done.stderr
    return done.stdout


def picture(page, name, width, height, folder):
    if not str(page).endswith(".html"):
        (folder / "page.html").write_text(page, encoding="utf-8")
        page = folder / "page.html"
    subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars",
         f"--user-data-dir={folder}/profile", f"--window-size={width},{height}",
         f"--screenshot={ROOT}/docs/images/{name}", page.as_uri()],
        check=True, capture_output=True)


def desk_pictures(folder, sheet):
    """Pictures of the desk on the sample, by docs/images/desk.mjs."""
    shutil.copytree(ROOT / "data-raw", folder / "desk/data-raw")
    bato("run", "--quiet", "--lang", "fr", cwd=folder / "desk")
    environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state")}
    desk = subprocess.Popen([BATO, "desk", "--no-browser", "--lang", "fr"], cwd=folder / "desk", env=environment,
                            stdout=subprocess.PIPE, text=True)
    try:
        address = desk.stdout.readline().strip().removeprefix("http://")
        entry = next((folder / "state").rglob("bato.html"))
        subprocess.run(["node", ROOT / "docs/images/desk.mjs", entry, address, sheet, ROOT / "docs/images"], check=True)
    finally:
        desk.kill()


def colour(cell):
    fill = cell.fill
    return f"#{fill.fgColor.rgb[-6:]}" if fill and fill.fill_type == "solid" and isinstance(fill.fgColor.rgb, str) else ""


def sheet_table(sheet, n_rows, note_at=None):
    """The cells of a sheet as a spreadsheet shows them, with the note of one cell open."""
    filled = [cell.column for row in sheet.iter_rows(max_row=n_rows) for cell in row if cell.value not in (None, "")
              and not sheet.column_dimensions[cell.column_letter].hidden]
    columns = range(1, max(filled) + 1)
    widths = [sheet.column_dimensions[get_column_letter(c)].width for c in columns]
    rows = ["".join(["<col>"] + [f'<col style="width:{width * 8:.0f}px">' for width in widths])]
    rows.append("<tr><th></th>" + "".join(f"<th>{get_column_letter(c)}</th>" for c in columns) + "</tr>")
    for r in range(1, min(sheet.max_row, n_rows) + 1):
        cells = []
        last = max((c for c in columns if sheet.cell(r, c).value not in (None, "")), default=0)
        for c in columns:
            if 0 < last < c:
                break
            cell = sheet.cell(r, c)
            value = "" if cell.value is None else cell.value
            value = value.strftime("%d/%m/%Y") if hasattr(value, "strftime") else str(value)
            bold = ";font-weight:bold" if cell.font and cell.font.b else ""
            note = ""
            if note_at == cell.coordinate:
                note = f'<div class="note">{html.escape(cell.comment.text.strip())}</div>'
            # Text goes on over the empty cells to its right.
            span = f' colspan="{len(columns) - c + 1}"' if c == last and last < len(columns) and not colour(cell) else ""
            cells.append(f'<td{span} style="background:{colour(cell) or "#fff"}{bold}">{html.escape(value)}{note}</td>')
        rows.append(f"<tr><th>{r}</th>" + "".join(cells) + "</tr>")
    width = sum(width * 8 for width in widths) + 40
    return STYLE + f'<table style="table-layout:fixed;width:{width:.0f}px">' + "".join(rows) + "</table>"


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    census = folder / "data-raw/census"
    census.mkdir(parents=True)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Feuil1"
    sheet.append(["RECENSEMENT QUARTIER BOMA 2017"])
    sheet.append([])
    for line in SHEET.splitlines():
        sheet.append(line.split(";"))
    for letter, width in zip("ABCDEFGHIJ", (13, 10, 10, 12, 12, 12, 7, 19, 13, 13)):
        sheet.column_dimensions[letter].width = width
    book.save(census / "Q06 Boma_2017.xlsx")
    shown = bato("check", "data-raw/census/Q06 Boma_2017.xlsx", "--lang", "fr", cwd=folder)
    terminal = STYLE.replace("#fff; color: #111", "#1e1e1e; color: #f0f0f0") + "<pre>" + html.escape(
        '$ bato check "data-raw/census/Q06 Boma_2017.xlsx"\n' + shown) + "</pre>"
    longest = max(len(line) for line in shown.splitlines())
    picture(terminal, "terminal-check.png", 40 + int(longest * 8.5), 60 + 21 * (1 + len(shown.splitlines())), folder)

    corrections = openpyxl.load_workbook(census / "Q06 Boma_2017.corrections.xlsx")
    front, own = corrections.worksheets[0], corrections["Feuil1"]
    picture(sheet_table(front, 18), "corrections-resume.png", 1630, 400, folder)
    first_note = next(cell.coordinate for row in own.iter_rows() for cell in row if cell.comment and cell.column == 8)
    picture(sheet_table(own, 13, first_note), "corrections-feuille.png", 1080, 340, folder)

    bato("run", "--raw", str(ROOT / "data-raw"), "--clean", "data-clean", "--lang", "en", cwd=folder)
    report = next((folder / "data-clean/reports").glob("*.en.html"))
    picture(report, "report.png", 1000, 1250, folder)

    desk_pictures(folder, census / "Q06 Boma_2017.xlsx")
