"""Write ``CITATION.cff`` of a life's folder: how the data want to be cited."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mapping.templates import environment

if TYPE_CHECKING:
    from mapping.life.model import Life

CITATION = "CITATION.cff"
SPDX = {
    "CC0 1.0": "CC0-1.0",
    "CC BY 4.0": "CC-BY-4.0",
    "CC BY-SA 4.0": "CC-BY-SA-4.0",
    "CC BY-NC 4.0": "CC-BY-NC-4.0",
    "CC BY-NC-SA 4.0": "CC-BY-NC-SA-4.0",
}
"""Licences as software names them."""


def citation_text(life: Life) -> str:
    """Return the citation of a life's data in the Citation File Format 1.2.0.

    Where no editor is named, the makers of the map stand for them, for the format needs an author.

    Parameters
    ----------
    life
        A valid life.
    """
    whole_day = life.date if life.date and len(life.date) == len("2026-11-27") else None
    members = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "title": f"{life.title}. {life.subtitle}",
        "message": "Please cite these data as below.",
        "abstract": life.lead,
        "version": life.version,
        "date-released": whole_day,
        "doi": life.doi,
        "url": life.url,
        "license": SPDX.get(life.licence),
    }
    # JSON is YAML, and quotes what YAML would take for something else.
    lines = {name: json.dumps(text, ensure_ascii=False) for name, text in members.items() if text}
    authors = [
        {"name": json.dumps(one.name, ensure_ascii=False), "orcid": one.orcid}
        for one in life.editors
    ]
    template = environment("editing").get_template("citation.cff.j2")
    text: str = template.render(lines=lines, authors=authors, title=life.title)
    return text.rstrip() + "\n"
