"""Runs every notebook of a folder on a folder of exports; fails if a cell fails.

    python notebooks.py NOTEBOOKS EXPORTS [--keep]

With --keep the outputs are written into the notebooks.
"""

import os
import pathlib
import sys

import nbclient
import nbformat

folder, exports = map(pathlib.Path, sys.argv[1:3])
os.environ["BATO_EXPORTS"] = str(exports.resolve())
for path in sorted(folder.glob("*.ipynb")):
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    n_outputs = sum(len(cell.get("outputs", [])) for cell in notebook.cells)
    print(f"{path.name}: {len(notebook.cells)} cells, {n_outputs} outputs")
    if "--keep" in sys.argv:
        for cell in notebook.cells:
            cell.get("metadata", {}).pop("execution", None)
        notebook.metadata.language_info = {"name": "python"}
        nbformat.write(notebook, path)
