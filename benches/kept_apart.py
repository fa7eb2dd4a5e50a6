"""Counts the pairs that a rule keeps apart in synthetic communes, by reason, and how many are one person in truth.

    PYTHON benches/kept_apart.py DIR [DIR...]

Each DIR is a folder of `bato synth` with the register of its raw folder: `bato run --raw DIR/data-raw --clean
DIR/data-clean`. PYTHON is one with polars. A pair of two sexes that would not be linked without that reason ("little
else alike") is counted apart.
"""

import collections
import json
import pathlib
import sys

import polars

from clerk import true_persons

LINKED_FROM = 0.5


def main():
    counts = collections.defaultdict(lambda: [0, 0])
    for folder in map(pathlib.Path, sys.argv[1:]):
        persons = true_persons(folder / "truth")
        generation = max((folder / "data-clean" / "generations").iterdir())
        links = polars.read_parquet(generation / "links.parquet").filter(polars.col("kept") == 0)
        columns = [f"{part}_{side}" for side in "ab" for part in ("file", "sheet", "row")]
        for *places, probability, comparisons in links.select(*columns, "match_probability", "comparisons").iter_rows():
            reason = json.loads(comparisons).get("kept_apart", {}).get("level", "missing")
            if reason == "missing":
                continue
            if reason == "unlike_sexes" and probability < LINKED_FROM:
                reason += ", little else alike"
            rows = [(file.rsplit("/", 1)[-1], sheet or "", str(row)) for file, sheet, row in (places[:3], places[3:])]
            a, b = (persons.get(row) for row in rows)
            counts[reason][0] += 1
            counts[reason][1] += a is not None and a == b
    print("| kept apart because of | pairs | true |\n|---|---|---|")
    for reason, (n, n_true) in sorted(counts.items()):
        print(f"| {reason} | {n:,} | {n_true / n:.3f} |")


if __name__ == "__main__":
    main()
