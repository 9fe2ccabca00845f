"""The explorer: one page to search the rows of a release and read each in its sentence.

The page carries its data, script and style inside, asks nothing of the network and opens from a file. What the rows
are is decided by the tables of the release; this folder only shows them. `payload.py` makes the data, the `*.js`
files are joined in the order listed here, `strings.json` holds every word of the interface in English and Spanish.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from warehouse.explorer.payload import ROW_LIMIT, compress, payload
from warehouse.files import write_text

HERE = Path(__file__).parent
SCRIPTS = (
    "elements.js",
    "data.js",
    "views.js",
    "state.js",
    "query.js",
    "export.js",
    "evidence.js",
    "picture.js",
    "results.js",
    "document.js",
    "details.js",
    "main.js",
)

__all__ = ["ROW_LIMIT", "write_explorer"]


def write_explorer(data: Path, folder: Path, *, version: str, released_on: str, scorecard: dict[str, Any]) -> None:
    """Write `folder/index.html` from a release's `data` folder (one Parquet file a table).

    `scorecard` is the release's measured quality. Same tables and same version give the same bytes. Releases of more
    than `ROW_LIMIT` rows are shown in part, and the page says which rows it lacks.
    """
    content = payload(data, version=version, released_on=released_on, scorecard=scorecard)
    write_text(folder / "index.html", render(content))


def render(content: dict[str, Any]) -> str:
    """The page as text, with a content security policy that allows its own script and style and nothing else."""
    strings = json.loads((HERE / "strings.json").read_text(encoding="utf-8"))
    script = "\n".join((HERE / name).read_text(encoding="utf-8") for name in SCRIPTS)
    style = (HERE / "explorer.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(HERE), undefined=StrictUndefined, autoescape=True, keep_trailing_newline=True
    )
    return environment.get_template("page.html.j2").render(
        version=content["version"],
        script=script,
        style=style,
        script_hash=_source_hash(script),
        style_hash=_source_hash(style),
        payload=compress(content | {"strings": strings}),
    )


def _source_hash(source: str) -> str:
    """A hash source of the content security policy (CSP level 2) for inlined text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
