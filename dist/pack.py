"""Packs a folder with the same bytes each time: sorted names, one date, no owner.

pack.py zip|tar FOLDER OUT     the archive
pack.py nsis FOLDER OUT        the lists of files that the installer writes and the uninstaller removes
"""

import gzip
import io
import os
import pathlib
import sys
import tarfile
import time
import zipfile

how, folder, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
moment = int(os.environ["SOURCE_DATE_EPOCH"])
files = sorted(path for path in folder.rglob("*") if path.is_file())
folders = sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True)


def name(path):
    return path.relative_to(folder).as_posix()


def is_program(path):
    return path.name in ("bato", "bato.exe")


if how == "zip":
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files:
            entry = zipfile.ZipInfo(name(path), time.gmtime(moment)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if is_program(path) else 0o644) << 16
            archive.writestr(entry, path.read_bytes())
elif how == "tar":
    with open(out, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, moment) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
            for path in files:
                entry = tarfile.TarInfo(name(path))
                entry.size, entry.mtime = path.stat().st_size, moment
                entry.mode = 0o755 if is_program(path) else 0o644
                archive.addfile(entry, io.BytesIO(path.read_bytes()))
else:
    lines = ["!macro INSTALLED_FILES"]
    of_folder = {}
    for path in files:
        of_folder.setdefault(path.parent, []).append(path)
    for parent, own in sorted(of_folder.items()):
        relative = str(parent.relative_to(folder)).replace("/", "\\")
        lines.append('  SetOutPath "$INSTDIR%s"' % ("" if relative == "." else "\\" + relative))
        lines += [f'  File "{path}"' for path in own]
    lines += ["!macroend", "!macro REMOVED_FILES"]
    # A folder goes only once it is empty: what somebody put there stays.
    lines += ['  Delete "$INSTDIR\\%s"' % name(path).replace("/", "\\") for path in files]
    lines += ['  RMDir "$INSTDIR\\%s"' % name(path).replace("/", "\\") for path in folders]
    lines += ["!macroend"]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
