"""Edits cells of a workbook in LibreOffice and saves it, as an agent does by hand.

edit_workbook.py PROFILE WORKBOOK SHEET CELL TEXT [SHEET CELL TEXT]...

PROFILE is an empty folder for LibreOffice's settings, so that another running LibreOffice is not affected.
"""

import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def property_value(name, value):
    prop = PropertyValue()
    prop.Name = name
    prop.Value = value
    return prop


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def main():
    profile, workbook, *edits = sys.argv[1:]
    pipe = f"bato{os.getpid()}"
    office = subprocess.Popen(
        [
            "soffice",
            "-env:UserInstallation=" + uno.systemPathToFileUrl(profile),
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        url = uno.systemPathToFileUrl(workbook)
        book = desktop.loadComponentFromURL(url, "_blank", 0, (property_value("Hidden", True),))
        while edits:
            sheet, cell, text, *edits = edits
            book.Sheets.getByName(sheet).getCellRangeByName(cell).setString(text)
        book.storeToURL(url, (property_value("FilterName", "Calc MS Excel 2007 XML"),))
        book.close(True)
        try:
            desktop.terminate()
        except Exception:
            pass
        office.wait(60)
    finally:
        if office.poll() is None:
            office.kill()


main()
