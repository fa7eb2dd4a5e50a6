"""Measures the memory of the process that reads a workbook: the sample's largest one, and one that asks for more than the limit.

worker_memory.py LIMIT PROGRAM...   for example: worker_memory.py 768 wine target/dist/target/x86_64-win7-windows-gnu/debug/bato.exe

Fails if that one is not refused for its memory, or if the process takes more than the limit (MiB) and the program's own pages.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

limit, program = int(sys.argv[1]), sys.argv[2:]
# Pages of the program that count as its memory: most of a program that is not optimised, which has 300 MB.
OWN = 256

def repeated_ods(path):
    """94 million cells in less than a kilobyte, by counts of repetition."""
    uri = "urn:oasis:names:tc:opendocument:xmlns"
    row = ('<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="90" '
           'office:value-type="float" office:value="1"/></table:table-row>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", f'<office:document-content xmlns:office="{uri}:office:1.0" xmlns:table="{uri}:table:1.0">'
                                     f'<office:body><office:spreadsheet><table:table table:name="F">{row}</table:table>'
                                     '</office:spreadsheet></office:body></office:document-content>')
        book.writestr("META-INF/manifest.xml", "<manifest/>")


def workers():
    """The numbers of the running processes that read a workbook."""
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"read-book" in words:
            yield folder


def peak_of(path):
    """Checks a workbook; returns the output and the most memory that its process held, in MiB."""
    ours = subprocess.Popen([*program, "check", str(path), "--lang", "en"], cwd=path.parent, text=True, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, errors="replace")
    peak = 0
    while ours.poll() is None:
        for worker in workers():
            try:
                status = (worker / "status").read_text()
            except OSError:
                continue
            peak = max([peak, *(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM"))])
        time.sleep(0.01)
    return ours.stdout.read(), peak


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    sample = max(pathlib.Path("data-raw").rglob("*.xlsx"), key=lambda path: path.stat().st_size)
    shutil.copy(sample, folder / "sample.xlsx")
    repeated_ods(folder / "repeated.ods")
    for name, is_heavy in [("sample.xlsx", False), ("repeated.ods", True)]:
        said, peak = peak_of(folder / name)
        is_refused = "too much memory" in said
        print(f"{name}: the reader took at most {peak} MiB; {'refused for its memory' if is_refused else 'read'}")
        if peak == 0 or is_refused != is_heavy or peak > limit + OWN:
            sys.exit(f"{name} was to be {'refused' if is_heavy else 'read'} within {limit} MiB\n{said}")
