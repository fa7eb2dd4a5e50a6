"""Checks the crates of the program: none is a web client, and each has a licence of the list."""

import json
import re
import subprocess
import sys

FORBIDDEN = {"reqwest", "hyper", "rustls", "openssl", "openssl-sys", "native-tls", "object_store"}
# Licences that let the program be given away under the EUPL.
ALLOWED = {
    "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0",
    "EUPL-1.2", "ISC", "MIT", "MIT-0", "Unicode-3.0", "Unlicense", "Zlib",
}


def cargo(*args):
    return subprocess.run(["cargo", *args], check=True, capture_output=True, text=True).stdout


def is_allowed(expression):
    """Whether an SPDX expression lets us choose allowed licences alone: `OR` needs one of them, `AND` all."""
    tokens = re.findall(r"[()]|[^()\s]+", expression.replace("/", " OR "))

    def either():
        allowed = both()
        while tokens and tokens[0] == "OR":
            tokens.pop(0)
            allowed = both() or allowed
        return allowed

    def both():
        allowed = one()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            allowed = one() and allowed
        return allowed

    def one():
        token = tokens.pop(0)
        if token == "(":
            allowed = either()
            tokens.pop(0)
            return allowed
        if tokens and tokens[0] == "WITH":
            token = f"{token} WITH {tokens[1]}"
            del tokens[:2]
        return token in ALLOWED

    return either()


assert is_allowed("(MIT OR GPL-3.0) AND Unicode-3.0") and not is_allowed("MIT AND GPL-3.0")

lines = cargo("tree", "--locked", "--target", "all", "--edges", "normal", "--prefix", "none").splitlines()
in_program = {line.split()[0] for line in lines if line.strip()}
faults = [f"{name}: a web client has no place in a program that sends nothing" for name in sorted(in_program & FORBIDDEN)]
for package in json.loads(cargo("metadata", "--locked", "--format-version", "1"))["packages"]:
    if not is_allowed(package["license"] or "none"):
        faults.append(f"{package['name']}: its licence, {package['license']}, is not in the list")
if faults:
    sys.exit("\n".join(faults))
print(f"{len(in_program)} crates in the program, no web client, licences as listed")
