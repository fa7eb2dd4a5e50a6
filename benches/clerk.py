"""A perfect clerk judges the pairs of `bato review` from the truth of a synthetic commune.

    python benches/clerk.py --bato target/release/bato --commune DIR [--rulings 250 500 1000 2000]
    python benches/clerk.py --bato target/release/bato --commune DIR --sample 300

DIR is a folder of `bato synth`. The first form rules on the first N pairs of the workbook in its order, runs again and
prints precision and recall after each N. The second form judges a random sample and prints the estimate beside the
truth. The decisions of an earlier call are removed first. Only the Python standard library is needed.
"""

import argparse
import csv
import json
import pathlib
import re
import subprocess
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows_of_sheet(workbook):
    """Yields the rows of the first sheet as dictionaries from column letters to text."""
    with zipfile.ZipFile(workbook) as book:
        strings = []
        if "xl/sharedStrings.xml" in book.namelist():
            root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
            strings = ["".join(text.text or "" for text in item.iter(MAIN + "t")) for item in root]
        for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(MAIN + "row"):
            cells = {}
            for cell in row:
                column = re.match("[A-Z]+", cell.get("r")).group()
                value = cell.find(MAIN + "v")
                text = "" if value is None else value.text
                cells[column] = strings[int(text)] if cell.get("t") == "s" else text
            yield cells


def pairs_of(workbook):
    """Returns the pairs of a review in order: key, file, sheet and row of both rows, and the text of the sample."""
    columns, lines = None, {}
    for cells in rows_of_sheet(workbook):
        names = {text: column for column, text in cells.items()}
        if columns is None:
            columns = names if {"pair", "key", "file", "place"} <= names.keys() else None
            continue
        pair, key, file, place = (cells.get(columns[name], "") for name in ("pair", "key", "file", "place"))
        sheet, row = place.rsplit("!", 1)
        lines.setdefault(int(pair), []).append((key, file, sheet, row, cells.get(columns["sample"], "")))
    return [lines[pair] for pair in sorted(lines)]


def true_persons(truth):
    """Returns the person of each row, by the name of its file, its sheet and its number."""
    persons = {}
    for table in ("census.csv", "births.csv"):
        with open(truth / table, encoding="utf-8") as file:
            for row in csv.DictReader(file):
                persons[row["file"], row["sheet"], row["row"]] = row["person"]
    return persons


def is_same(pair, persons):
    a, b = (persons.get((file.rsplit("/", 1)[-1], sheet, row)) for _, file, sheet, row, _ in pair)
    return a is not None and a == b


HEADINGS = (
    "decision,key_a,file_a,sheet_a,row_a,key_b,file_b,sheet_b,row_b,decided_on,author,reason,field,value,undoes,"
    "says_a,says_b,sample_generation,sample_layer,sample_pairs,sample_ruled"
).split(",")


def write_rulings(path, pairs, persons):
    path.parent.mkdir(exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        is_sample = any(line[4] for pair in pairs for line in pair)
        table.writerow(HEADINGS if is_sample else HEADINGS[:17])
        for a, b in pairs:
            ruling = "same" if is_same((a, b), persons) else "different"
            table.writerow([ruling, *a[:4], *b[:4], "", "clerk", "", "", "", "", "", "", *(a[4].split())])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--bato", required=True)
    arguments.add_argument("--commune", required=True, type=pathlib.Path)
    arguments.add_argument("--clean", type=pathlib.Path)
    arguments.add_argument("--rulings", type=int, nargs="+", default=[250, 500, 1000, 2000])
    arguments.add_argument("--sample", type=int)
    args = arguments.parse_args()
    raw, truth, clean = args.commune / "data-raw", args.commune / "truth", args.clean or args.commune / "data-clerk"
    rulings, workbook = raw / "decisions" / "clerk.csv", args.commune / "clerk.xlsx"
    folders = ["--raw", str(raw), "--clean", str(clean), "--lang", "en"]

    def bato(*command):
        done = subprocess.run([args.bato, *command, *folders], capture_output=True, text=True)
        if done.returncode == 2:
            raise SystemExit(done.stderr)
        return done.stdout

    def score(n):
        scores = json.loads(bato("evaluate", "--truth", str(truth), "--json"))["clusters"]["pairs"]
        wrong, missed = scores["found"] - scores["both"], scores["truth"] - scores["both"]
        print(f"| {n:,} | {scores['precision']:.5f} | {scores['recall']:.5f} | {wrong:,} | {missed:,} |", flush=True)
        return scores

    rulings.unlink(missing_ok=True)
    bato("run")
    persons = true_persons(truth)
    print("| rulings | precision | recall | wrong pairs | missed pairs |\n|---|---|---|---|---|")
    scores = score(0)
    if args.sample:
        bato("review", "--sample", str(args.sample), "--export", str(workbook))
        write_rulings(rulings, pairs_of(workbook), persons)
        print(bato("review", "--sample").strip())
        rulings.unlink()
        return
    bato("review", "--export", str(workbook), "--most", str(max(args.rulings)))
    pairs = pairs_of(workbook)
    for n in args.rulings:
        write_rulings(rulings, pairs[:n], persons)
        bato("run")
        score(min(n, len(pairs)))
    rulings.unlink()


if __name__ == "__main__":
    main()
