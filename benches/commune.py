"""Measures a whole run on a synthetic commune, stage by stage, and other programs on the same files in the same session.

    python benches/commune.py [--persons 1200000] [--seed 1] [--bato PATH] [--folder DIR] [--peers PYTHON [--wide] [--linker SCRIPT]]
        [--out FILE]

Writes one JSON with
- wall seconds, CPU seconds and peak memory of `bato synth`, `bato run` (each stage), a second run with one changed cell, a third
  run with one further row, and `bato find`;
- whether one thread and two threads give the same bytes;
- the scores of the links;
- the cost of reading the same workbooks with Polars and of linking the same rows with Splink, and the ratios.

--peers is a Python with polars, fastexcel, splink, duckdb and pandas; without it, no other program is measured.
--wide links with Splink a second time, with blocking rules for a small commune (two minutes for a million persons).
--linker is a script of a further program for that Python. It gets the folder of the truth and prints a line of JSON at the end.
CPU seconds include all child processes.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
parser = argparse.ArgumentParser()
parser.add_argument("--persons", type=int, default=1_200_000)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--bato", default=os.path.join(HERE, "..", "target", "release", "bato"))
parser.add_argument("--folder", help="folder of the commune, which is kept; by default a temporary folder")
parser.add_argument("--peers", metavar="PYTHON")
parser.add_argument("--wide", action="store_true")
parser.add_argument("--linker", metavar="SCRIPT", action="append", default=[])
parser.add_argument("--out", default="-")
args = parser.parse_args()
bato = os.path.abspath(args.bato)


def measured(command):
    """Runs a command. Returns wall and CPU seconds, peak memory in MiB, and its output."""
    start = time.time()
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.time() - start
        said.seek(0)
        text = said.read().decode(errors="replace")
    if child.returncode not in (0, 1):
        sys.exit(f"{command}: exit status {child.returncode}\n{text[-2000:]}")
    cost = {
        "wall_s": round(wall, 2),
        "cpu_s": round(used.ru_utime + used.ru_stime, 2),
        "peak_rss_mib": used.ru_maxrss // 1024,
    }
    return cost, text


def run(raw, clean, *more):
    """Runs `bato run` and returns its cost with that of each stage."""
    with tempfile.NamedTemporaryFile(suffix=".json") as timings:
        command = [bato, "run", "--raw", raw, "--clean", clean, "--quiet", "--timings", timings.name, *more]
        cost, _ = measured(command)
        cost["stages"] = json.load(timings)["stages"]
    return cost


def hashes(clean):
    """Returns the hash of each table of the last generation."""
    generations = os.path.join(clean, "generations")
    last = os.path.join(generations, max(name for name in os.listdir(generations) if name.isdigit()))
    tables = sorted(name for name in os.listdir(last) if name.endswith(".parquet"))
    return {name: hashlib.sha256(open(os.path.join(last, name), "rb").read()).hexdigest() for name in tables}


def change_one(raw, change):
    """Changes the sheets of the first workbook and returns its name."""
    folder = os.path.join(raw, "census")
    name = sorted(os.listdir(folder))[0]
    path = os.path.join(folder, name)
    with zipfile.ZipFile(path) as book:
        parts = [(part, book.read(part)) for part in book.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for part, data in parts:
            book.writestr(part, change(data) if part.startswith("xl/worksheets/") else data)
    return name


def another_place(sheet):
    """Changes the birth place in one row."""
    return re.sub(rb">Matadi<", rb">Boma<", sheet, count=1)


def a_row_more(sheet):
    """Adds a person at the end: a copy of a row in the middle with another first name."""
    rows = list(re.finditer(rb'<row r="(\d+)".*?</row>', sheet, re.S))
    one, last = rows[len(rows) // 2], rows[-1]
    place = str(int(last.group(1)) + 1).encode()
    row = re.sub(rb'r="([A-Z]*)' + one.group(1) + rb'"', rb'r="\g<1>' + place + rb'"', one.group(0))
    row = re.sub(rb"(<t[^>]*>)[^<]+(</t>)", rb"\g<1>Zolakumu\g<2>", row, count=1)
    return sheet[: last.end()] + row + sheet[last.end() :]


def commune(folder):
    raw, clean, truth = (os.path.join(folder, name) for name in ("data-raw", "data-clean", "truth"))
    report = {"persons": args.persons, "seed": args.seed, "cpus": os.cpu_count()}
    settings = os.path.join(HERE, "commune.toml")
    command = [bato, "synth", "--persons", str(args.persons), "--seed", str(args.seed), "--settings", settings]
    report["synth"], _ = measured([*command, "--out", folder, "--force"])
    shutil.copytree(os.path.join(HERE, "..", "data-raw", "reference"), os.path.join(raw, "reference"), dirs_exist_ok=True)
    shutil.rmtree(clean, ignore_errors=True)
    report["files"] = {kind: len(os.listdir(os.path.join(raw, kind))) for kind in ("census", "births")}

    report["run"] = run(raw, clean)
    _, said = measured([bato, "evaluate", "--truth", truth, "--clean", clean, "--lang", "en"])
    report["evaluate"] = [line.strip() for line in said.splitlines() if re.search(r"with|merged|Persons", line)][:12]
    times = [measured([bato, "find", "mwamba", "ruth", "--clean", clean])[0]["wall_s"] for _ in range(7)]
    report["find_ms"] = round(statistics.median(times) * 1000)

    one = os.path.join(folder, "one-thread")
    shutil.rmtree(one, ignore_errors=True)
    report["run_on_one_thread"] = run(raw, one, "--threads", "1")
    report["same_bytes_with_1_and_2_threads"] = hashes(one) == hashes(clean)
    shutil.rmtree(one)

    report["changed"] = change_one(raw, another_place)
    report["second_run"] = run(raw, clean)
    change_one(raw, a_row_more)
    report["run_after_a_row_more"] = run(raw, clean)
    for name in ("second_run", "run_after_a_row_more"):
        report[f"{name}_to_first"] = round(report[name]["wall_s"] / report["run"]["wall_s"], 2)
    if args.peers:
        peers = {}
        rules = ["splink", "splink_wide"] if args.wide else ["splink"]
        for name in ["read_excel", *rules]:
            script = os.path.join(HERE, "commune_peers.py")
            argument = raw if name == "read_excel" else os.path.join(truth, "flat.csv")
            peers[name], said = measured([args.peers, script, name, argument])
            peers[name]["said"] = json.loads(said.strip().splitlines()[-1])
        for script in args.linker:
            name = os.path.splitext(os.path.basename(script))[0]
            rules.append(name)
            peers[name], said = measured([args.peers, script, truth])
            peers[name]["said"] = json.loads(said.strip().splitlines()[-1])
        own = sum(stage["cpu_s"] for stage in report["run"]["stages"] if stage["stage"] in ("start", "read", "link"))
        report["peers"] = peers
        report["cpu_peers_to_bato_reading_and_linking"] = {
            name: round((peers["read_excel"]["cpu_s"] + peers[name]["cpu_s"]) / own, 2) for name in rules
        }
    return report


folder = args.folder or tempfile.mkdtemp(prefix="bato-commune-")
try:
    text = json.dumps(commune(folder), indent=2, ensure_ascii=False)
finally:
    if not args.folder:
        shutil.rmtree(folder, ignore_errors=True)
if args.out == "-":
    print(text)
else:
    open(args.out, "w", encoding="utf-8").write(text + "\n")
