#!/usr/bin/env python3
"""Runs the program on every spreadsheet of a folder, one process a file, and counts what becomes of them.

    tests/corpus.py target/release/bato FOLDER [--damage] [--list]

Counts: outcome by error code, crashes, runs past 20 s, files refused without a message, peak memory. With --damage, up to
40 sound files of each format of workbook are cut, ended in zeros and changed by one bit, and it is counted how often
other cells were read without a word. --list names each file with its outcome, time and memory. Linux only (/proc).
"""

import collections
import concurrent.futures
import hashlib
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
import time

SLOW_S = 20
HERE = pathlib.Path(__file__).resolve().parent.parent


def messages():
    """The first words of each error of a file, and its code."""
    text = (HERE / "locales/en/errors.ftl").read_text()
    found = re.findall(r"^error-([a-z-]+) = ([^{\n]{6,})", text, re.M)
    return sorted(((words.strip(), code) for code, words in found), key=lambda pair: -len(pair[0]))


MESSAGES = messages()


def resident_kib(pid):
    try:
        with open(f"/proc/{pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") // 1024
    except (OSError, IndexError):
        return 0


def children(pid):
    found = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as file:
                found += file.read().split()
    except OSError:
        pass
    return found


def check(program, path, folder):
    """One file through `bato check`: outcome, seconds, peak MiB of the process and its worker together."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            [program, "check", str(path), "--lang", "en", "--quiet", "--raw", folder, "--clean", folder],
            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, cwd=folder,
        )
        peak = [0]
        over = threading.Event()

        def watch():
            while not over.is_set():
                peak[0] = max(peak[0], sum(map(resident_kib, [process.pid, *children(process.pid)])))
                time.sleep(0.003)

        watcher = threading.Thread(target=watch)
        watcher.start()
        killer = threading.Timer(120, process.kill)
        killer.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        killer.cancel()
        over.set()
        watcher.join()
        out.seek(0)
        said = out.read().decode("utf-8", "replace")
    # What the kernel counted of the larger of the two, where it came and went between two looks.
    return outcome(process.returncode, said), time.monotonic() - begin, max(peak[0], usage.ru_maxrss) / 1024


def outcome(status, said):
    if status not in (0, 1):
        return f"! ended with {status}"
    if "panicked" in said:
        return "! panic told"
    fault = re.search(r"^  Error: (.*)", said, re.M)
    if not fault:
        return "read" if status == 0 else "read, with findings"
    code = next((code for words, code in MESSAGES if fault[1].startswith(words)), None)
    if code is None or "What to do:" not in said:
        return "! refused without a message"
    return f"refused: {code}" if code not in ("file-no-table", "file-no-rows") else f"read: {code}"


def cells(program, data):
    """What the worker says of a workbook: a hash of its sheets, or None if it refused or died."""
    head = b"{}\n%d\n" % len(data)
    run = subprocess.run([program, "read-book", "768"], input=head + data, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, timeout=120)
    # The tag before the last two counts tells a whole book; a fault ends in text.
    fault = re.search(rb"(?s)\x07.(file-[a-z-]+)(\x00|\x01\x05limit.[0-9]+)\Z", run.stdout)
    return None if run.returncode != 0 or fault else hashlib.sha256(run.stdout).hexdigest()


def table(title, counts):
    print(f"\n{title}")
    for name, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"{n:7}  {name}")


def run_corpus(program, files, folder, is_listed):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(zip(files, pool.map(lambda path: check(program, path, folder), files)))
    table(f"{len(files)} files", collections.Counter(result[0] for _, result in results))
    print(f"\nbroken off or without a message: {sum(result[0].startswith('!') for _, result in results)}")
    print(f"past {SLOW_S} s: {sum(result[1] > SLOW_S for _, result in results)}; slowest {max(r[1] for _, r in results):.1f} s")
    print(f"peak memory of program and worker together: {max(r[2] for _, r in results):.0f} MiB")
    for path, result in sorted(results, key=lambda pair: -pair[1][2])[:5]:
        print(f"    {result[2]:6.0f} MiB {result[1]:5.1f} s  {result[0]}  {path.name}")
    if is_listed:
        for path, (what, seconds, mib) in results:
            print(f"{what}\t{seconds:.2f}\t{mib:.0f}\t{path.name}")
    return results


def damaged(data, dice):
    for n in range(12):
        yield "cut", data[: len(data) * (n + 1) // 13]
    for n in (512, 4096, len(data) // 4, len(data) // 2):
        n = min(n, len(data) - 1)
        yield "zero tail", data[: len(data) - n] + bytes(n)
    for _ in range(14):
        at = dice.randrange(len(data))
        yield "one bit", data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1:]


def run_damage(program, results, folder):
    counts, silent = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    slowest, most = 0, 0
    for ending in (".xlsx", ".xls", ".ods", ".xlsb"):
        sound = [path for path, result in results if result[0].startswith("read") and path.suffix.lower() == ending
                 and result[0] != "read: file-no-rows" and 3000 < path.stat().st_size < 400_000]
        dice = random.Random(2017)
        for path in sorted(dice.sample(sound, min(40, len(sound)))):
            data = path.read_bytes()
            whole = cells(program, data)
            trials = [(kind, bad) for kind, bad in damaged(data, dice) if bad != data]

            def trial(numbered):
                number, (kind, bad) = numbered
                place = pathlib.Path(folder) / f"{number}{ending}"
                place.write_bytes(bad)
                what, seconds, mib = check(program, place, folder)
                place.unlink()
                if what.startswith("!") or seconds > SLOW_S:
                    return kind, f"! {what} {path.name}", seconds, mib
                if what.startswith("refused"):
                    return kind, "refused", seconds, mib
                if cells(program, bad) == whole:
                    return kind, "read, the same cells", seconds, mib
                return kind, "read, other cells", seconds, mib, path.name

            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                for kind, what, seconds, mib, *name in pool.map(trial, enumerate(trials)):
                    counts[f"{ending} {kind}"][what] += 1
                    silent[f"{ending} {kind}"].update(name)
                    slowest, most = max(slowest, seconds), max(most, mib)
    for name, outcomes in counts.items():
        table(f"{name}: {sum(outcomes.values())} trials", outcomes)
        for file, n in sorted(silent[name].items()):
            print(f"             {n} of {file}")
    print(f"\nslowest {slowest:.1f} s, peak {most:.0f} MiB")


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(words) != 2:
        sys.exit(__doc__)
    program = os.path.abspath(words[0])
    by_content = {}
    for path in sorted(pathlib.Path(words[1]).rglob("*")):
        if path.is_file():
            by_content.setdefault(hashlib.sha256(path.read_bytes()).digest(), path.resolve())
    with tempfile.TemporaryDirectory() as folder:
        results = run_corpus(program, list(by_content.values()), folder, "--list" in sys.argv)
        if "--damage" in sys.argv:
            run_damage(program, results, folder)


main()
