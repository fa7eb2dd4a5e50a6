"""Prints the licences of all crates in the program for a target: name, version, licence, and the texts they came with."""

import json
import pathlib
import subprocess
import sys


def cargo(*args):
    return subprocess.run(["cargo", *args], check=True, capture_output=True, text=True).stdout


target = sys.argv[1]
tree = cargo("tree", "--locked", "--target", target, "--edges", "normal", "--prefix", "none", "--format", "{p}").splitlines()
in_program = {tuple(line.split()[:2]) for line in tree if line.strip()}
packages = json.loads(cargo("metadata", "--locked", "--format-version", "1"))["packages"]
texts = {}
for package in sorted(packages, key=lambda package: (package["name"], package["version"])):
    if package["name"] == "bato" or (package["name"], "v" + package["version"]) not in in_program:
        continue
    folder = pathlib.Path(package["manifest_path"]).parent
    own = sorted(path for path in folder.iterdir() if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")))
    label = f"{package['name']} {package['version']} ({package['license']})"
    for path in own:
        if path.is_file():
            texts.setdefault(path.read_text(encoding="utf-8", errors="replace").strip(), []).append(label)
    if not own:
        texts.setdefault("", []).append(label)
print("Licences of the crates in Bato\n")
for text, labels in sorted(texts.items(), key=lambda entry: (entry[0] == "", entry[1])):
    print("=" * 80)
    print("\n".join(labels))
    print(f"\n{text}\n" if text else "\n(no text of its own: see the licence named)\n")
