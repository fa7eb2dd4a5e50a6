"""Makes one page of the agent's guide, pictures inside, that opens without the internet.

guide.py GUIDE.md OUT.html VERSION
"""

import base64
import pathlib
import re
import sys

import markdown

source, out, version = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
body = markdown.markdown(source.read_text(encoding="utf-8"), extensions=["tables", "fenced_code", "toc", "sane_lists"])


def inside(found):
    picture = (source.parent / found[1]).read_bytes()
    return f'src="data:image/png;base64,{base64.b64encode(picture).decode()}"'


body = re.sub(r'src="([^":]+\.png)"', inside, body)
# A link to another file of the project leads nowhere on the agent's PC.
body = re.sub(r'<a href="(?!#|https?:)[^"]*">(.*?)</a>', r"\1", body)
title = re.search(r"<h1[^>]*>(.*?)</h1>", body)[1]
out.write_text(f"""<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="Bato {version}">
<title>{title}</title>
<style>
body {{ font: 17px/1.5 system-ui, "Segoe UI", sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }}
img {{ max-width: 100%; border: 1px solid #ccc }}
pre, code {{ font-family: Consolas, monospace; background: #f3f3f3 }}
pre {{ padding: .6rem; overflow-x: auto }}
table {{ border-collapse: collapse; display: block; overflow-x: auto }}
td, th {{ border: 1px solid #bbb; padding: .3rem .6rem; text-align: left; vertical-align: top }}
@media print {{ body {{ font-size: 11pt; max-width: none }} pre {{ white-space: pre-wrap }} }}
</style>
{body}
</html>
""", encoding="utf-8", newline="\n")
