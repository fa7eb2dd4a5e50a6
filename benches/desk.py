"""Measures the desk on a large commune: seconds of its pages, and the memory of its process.

    python benches/desk.py [--persons 1200000] [--seed 1] [--bato PATH] [--folder DIR] [--times 7]

Makes a commune with `bato synth`, imports it, starts `bato desk`, and asks for each page as a browser does. Prints a line
for each page: the first answer, then the median and the slowest of the others, in milliseconds; the mean of the CPU
milliseconds of the desk in the others, of all its threads, which other work on the computer changes less; and the peak of the memory
(VmHWM of /proc/PID/status) during these answers, in MB. --folder keeps the commune, and takes one that is there already.
Needs Linux.
"""

import argparse
import glob
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
parser = argparse.ArgumentParser()
parser.add_argument("--persons", type=int, default=1_200_000)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--bato", default=os.path.join(HERE, "..", "target", "release", "bato"))
parser.add_argument("--folder", help="folder of the commune, which is kept; by default a temporary folder")
parser.add_argument("--times", type=int, default=7, help="times that each page is asked for")
args = parser.parse_args()
bato = os.path.abspath(args.bato)

# What is looked for: a whole name, a frequent word, a word that is misspelt, a name with a year, a name in a quartier.
SEARCHES = [
    {"texte": "mwamba ruth"},
    {"texte": "ilunga"},
    {"texte": "kabongo jean"},
    {"texte": "mwamba ruth 1990"},
    {"texte": "kapinga", "quartier": "Boma"},
    {"texte": "mbuyi", "parent": "kalala"},
]


def make_commune(folder):
    """Makes and imports the commune, unless the folder has a register."""
    if os.path.isfile(os.path.join(folder, "data-clean", "CURRENT")):
        return
    settings = os.path.join(HERE, "commune.toml")
    synth = ["synth", "--persons", str(args.persons), "--seed", str(args.seed), "--settings", settings, "--out", folder]
    for command in [synth, ["run", "--quiet"]]:
        done = subprocess.run([bato, *command], cwd=folder if command[0] == "run" else None, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
        if done.returncode not in (0, 1):
            sys.exit(done.stdout[-2000:])


class Desk:
    """A desk that runs, and a browser that was let in."""

    def __init__(self, folder, state):
        environment = {**os.environ, "XDG_STATE_HOME": state}
        self.child = subprocess.Popen([bato, "desk", "--no-browser", "--lang", "en"], cwd=folder, env=environment,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = self.child.stdout.readline().strip().removeprefix("http://")
        page = self.child.stderr.readline().rsplit(": ", 1)[1].strip()
        key = re.search(r"cle=([0-9a-f]+)", open(page, encoding="utf-8").read()).group(1)
        self.cookie = self.key = ""
        reply, _ = self.ask("GET", f"/entrer?cle={key}")
        self.cookie = reply.getheader("Set-Cookie").split(";")[0]
        _, text = self.ask("GET", "/qui")
        self.key = re.search(r'name="cle" value="([0-9a-f]+)"', text).group(1)
        self.ask("POST", "/qui", {"nom": "Bench", "motif": "bench"})

    def ask(self, method, path, form=None):
        connection = http.client.HTTPConnection(self.address, timeout=120)
        headers = {"Cookie": self.cookie, "Connection": "close"}
        body = None
        if form is not None:
            body = urllib.parse.urlencode({"cle": self.key, **form})
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self.address}"}
        connection.request(method, path, body, headers)
        reply = connection.getresponse()
        text = reply.read().decode()
        if reply.status >= 400:
            sys.exit(f"{method} {path}: {reply.status}\n{text[:2000]}")
        return reply, text

    def cpu(self):
        """CPU milliseconds of the process so far, ended threads included."""
        with open(f"/proc/{self.child.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def peak(self):
        with open(f"/proc/{self.child.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))

    def measure(self, name, path):
        """Asks for a page again and again. Returns its last text."""
        with open(f"/proc/{self.child.pid}/clear_refs", "w", encoding="ascii") as reset:
            reset.write("5")
        times, cpu = [], 0
        for n in range(args.times):
            # The first answer fills caches.
            cpu = self.cpu() if n == 1 else cpu
            start = time.perf_counter()
            _, text = self.ask("GET", path)
            times.append((time.perf_counter() - start) * 1000)
        cpu = (self.cpu() - cpu) / max(args.times - 1, 1)
        first, others = times[0], times[1:] or times
        columns = [first, statistics.median(others), max(others), cpu, self.peak()]
        print(f"{name:<34}" + "".join(f"{column:9.0f}" for column in columns), flush=True)
        return text


def main(folder):
    make_commune(folder)
    with tempfile.TemporaryDirectory() as state:
        desk = Desk(folder, state)
        try:
            headings = ["first", "median", "slowest", "CPU", "peak MB"]
            print(f"{'page':<34}" + "".join(f"{heading:>9}" for heading in headings))
            desk.measure("home", "/")
            person = None
            for search in SEARCHES:
                reply, _ = desk.ask("POST", "/chercher", search)
                text = desk.measure("look-up: " + " ".join(search.values()), reply.getheader("Location"))
                person = person or re.search(r"/personne/(P-[0-9A-Z-]+)", text)
            text = desk.measure("person", person.group(0))
            household = re.search(r"/personne/(M-[0-9A-Z-]+)", text)
            desk.measure("household", household.group(0))
            desk.measure("list of files", "/corriger")
            workbook = max(glob.glob(os.path.join(folder, "data-raw", "census", "*.xlsx")), key=os.path.getsize)
            sheet = "/corriger/feuille?fichier=" + urllib.parse.quote("census/" + os.path.basename(workbook))
            for row in [1, 12_000, 24_000]:
                text = desk.measure(f"sheet, row {row}", f"{sheet}&feuille=0&ligne={row}")
            print("rows of the sheet:", re.search(r"of ([0-9\s.,]+)", re.sub("<[^>]+>", "", text)).group(1).strip())
            desk.measure("judging", "/juger")
        finally:
            desk.child.terminate()
            desk.child.wait()


if args.folder:
    main(os.path.abspath(args.folder))
else:
    with tempfile.TemporaryDirectory() as folder:
        main(folder)
