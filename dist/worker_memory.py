"""Measures the memory of the process that reads a workbook: the sample's largest one, and two that ask for more than the limit.

worker_memory.py LIMIT PROGRAM...   for example: worker_memory.py 768 wine target/dist/target/x86_64-win7-windows-gnu/debug/bato.exe

Fails if a heavy workbook is not refused for its memory, or if the process takes more than the limit (MiB) and 64 MiB beside it.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

limit, program = int(sys.argv[1]), sys.argv[2:]
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def repeated_ods(path):
    """94 million cells in less than a kilobyte, by counts of repetition."""
    uri = "urn:oasis:names:tc:opendocument:xmlns"
    row = '<t:table-row t:number-rows-repeated="1048576"><t:table-cell t:number-columns-repeated="90" o:value-type="float" o:value="1"/></t:table-row>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", f'<o:document-content xmlns:o="{uri}:office:1.0" xmlns:t="{uri}:table:1.0"><o:body><o:spreadsheet>'
                                     f'<t:table t:name="F">{row}</t:table></o:spreadsheet></o:body></o:document-content>')
        book.writestr("META-INF/manifest.xml", "<manifest/>")


def xlsx(path, rows, strings):
    relation = f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/%s" Target="%s"/></Relationships>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", HEAD + "<Types/>")
        book.writestr("_rels/.rels", HEAD + relation % ("officeDocument", "xl/workbook.xml"))
        book.writestr("xl/workbook.xml", f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", HEAD + relation % ("worksheet", "worksheets/sheet1.xml"))
        book.writestr("xl/worksheets/sheet1.xml", f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>')
        book.writestr("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}" count="1" uniqueCount="1">{strings}</sst>')


def long_text_xlsx(path):
    """One text of 30,000 letters in 40,000 cells."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 40_001))
    xlsx(path, rows, f"<si><t>{'x' * 30_000}</t></si>")


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
    long_text_xlsx(folder / "long-text.xlsx")
    for name, is_heavy in [("sample.xlsx", False), ("repeated.ods", True), ("long-text.xlsx", True)]:
        said, peak = peak_of(folder / name)
        is_refused = "too much memory" in said
        print(f"{name}: the reader took at most {peak} MiB; {'refused for its memory' if is_refused else 'read'}")
        if peak == 0 or is_refused != is_heavy or peak > limit + 64:
            sys.exit(f"{name} was to be {'refused' if is_heavy else 'read'} within {limit} MiB\n{said}")
