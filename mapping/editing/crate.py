"""Pack a life for a repository of research data: page, data, book and poster in one ZIP."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING

from mapping.editing.citation import CITATION, citation_text
from mapping.editing.codebook import CODEBOOK, codebook_text
from mapping.editing.deposit import data_package, json_text, ro_crate, zenodo
from mapping.editing.schemas import schema_texts
from mapping.formats.exported import Exported
from mapping.formats.geojson import life_lists, life_tables, plan_tables
from mapping.formats.registry import is_ready, make_export
from mapping.formats.self_citation import RIGHTS, rights_text
from mapping.life.places import life_slug

if TYPE_CHECKING:
    from mapping.life.model import Life

_OTHERS = ("gpkg", "jsonld", "lpf", "traces", "kml", "csl", "bib", "csv")
_ON_PAPER = ("poster", "book", "epub")
_MOMENT = (2000, 1, 1, 0, 0, 0)  # a time of now would change the bytes


def crate(life: Life) -> Exported:
    """Return the life as one ZIP, ready for a repository such as Zenodo; the same bytes twice.

    The GeoPackage in it has the number of the SQLite that wrote it.

    Parameters
    ----------
    life
        A valid life.
    """
    files = _files(life)
    files |= {
        "ro-crate-metadata.json": json_text(ro_crate(life, files)).encode(),
        "datapackage.json": json_text(data_package(life, files)).encode(),
        ".zenodo.json": json_text(zenodo(life)).encode(),
    }
    sums = [f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items()]
    files["SHA256SUMS"] = ("\n".join(sorted(sums, key=lambda line: line[66:])) + "\n").encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), files[name], zipfile.ZIP_DEFLATED, 9)
    notes = ["Crate: its GeoPackage differs in some bytes from one release of SQLite to another."]
    if missing := [name for name in _ON_PAPER if not is_ready(name)]:
        notes.append(f"Crate: without {', '.join(missing)}: install serge-map[paper] for them.")
    if not life.editors:
        notes.append("Crate: nobody is named as creator; name editors in life.toml first.")
    return Exported({f"{life_slug(life)}-crate.zip": stream.getvalue()}, notes)


def _files(life: Life) -> dict[str, bytes]:
    """Return what the crate holds, besides what describes it."""
    from mapping.page.html import render_page

    texts = {
        CITATION: citation_text(life),
        RIGHTS: rights_text(life),
        f"{life_slug(life)}.html": render_page(life),
        f"data/{CODEBOOK}": codebook_text(life),
    }
    data = life.texts | life_tables(life) | plan_tables(life) | life_lists(life) | schema_texts()
    texts |= {f"data/{name}": text for name, text in data.items()}
    files = {name: text.encode() for name, text in texts.items()}
    files |= {f"data/{name}": content for name, content in life.pictures.items()}
    for name in (*_OTHERS, *(one for one in _ON_PAPER if is_ready(one))):
        folder = "csv/" if name == "csv" else "formats/"
        made = make_export(life, name).files
        files |= {f"{folder}{file}": content for file, content in made.items()}
    return files
