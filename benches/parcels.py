"""Measures how long a parcel takes and how much memory it needs.

    cargo build --release && python benches/parcels.py [--mb 100] [--bato target/release/bato] [--folder DIR]

Prints wall seconds and peak memory of sealing and of opening one file of random bytes, three times each, for parcels of
that size and of a tenth of it. The passphrase's work (a fifth of a second) is part of the time.
"""

import argparse
import os
import pathlib
import subprocess
import tempfile
import time

arguments = argparse.ArgumentParser()
arguments.add_argument("--mb", type=int, default=100)
arguments.add_argument("--bato", default="target/release/bato")
arguments.add_argument("--folder")
args = arguments.parse_args()
bato = str(pathlib.Path(args.bato).resolve())
environment = {**os.environ, "BATO_PASSPHRASE": "trois pirogues bleues"}


def run(folder, *words):
    """Runs the program; returns its output, wall seconds and peak memory in MB."""
    with open(folder / "out.txt", "w+") as out:
        began = time.perf_counter()
        child = subprocess.Popen(
            [bato, *words, "--quiet", "--who", "Ruth", "--lang", "en"], cwd=folder, env=environment, stdout=out
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        assert status == 0, words
        out.seek(0)
        return out.read(), seconds, usage.ru_maxrss / 1024


def words_of(folder):
    return run(folder, "office", "card")[0].strip().rsplit(": ", 1)[1]


with tempfile.TemporaryDirectory(dir=args.folder) as root:
    sender, receiver = (pathlib.Path(root, name) for name in ("sender", "receiver"))
    for folder, name, code in [(sender, "Quartier Boma", "BOMA"), (receiver, "Kimbanseke", "KIMB")]:
        (folder / "data-raw" / "census").mkdir(parents=True)
        run(folder, "office", "new", name, "--code", code, "-o", "card.bato-office")
        run(folder, "office", "safe", "Coffre", "--code", "Z" + code, "-o", "safe.html")
    for folder, other in [(sender, receiver), (receiver, sender)]:
        run(folder, "office", "accept", str(other / "card.bato-office"), "--words", words_of(other))
    number = 0
    for mb in (max(1, args.mb // 10), args.mb):
        sheet = sender / "data-raw" / "census" / f"{mb}.csv"
        with open(sheet, "wb") as out:
            for _ in range(mb):
                out.write(os.urandom(1_000_000))
        for _ in range(3):
            number += 1
            _, sealing, memory = run(sender, "parcel", "seal", str(sheet), "--to", "KIMB", "-o", str(receiver))
            parcel = receiver / f"BOMA-KIMB-{number:06}.bato"
            _, opening, opened = run(receiver, "parcel", "open", str(parcel))
            print(f"{mb} MB: sealed in {sealing:.2f} s with {memory:.0f} MB, opened in {opening:.2f} s with {opened:.0f} MB")
            parcel.unlink()
