"""The map of a life as a bibliographic record of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.life.dates import parse_point
from mapping.life.places import life_slug
from mapping.life.statements import cite_map, say_rights

if TYPE_CHECKING:
    from mapping.life.model import Life


RIGHTS = "LICENCES.txt"
"""Name of the file that tells whose everything in a folder is."""


def rights_text(life: Life) -> str:
    """Return whose the data of a life are, on what terms, and how they are cited.

    Parameters
    ----------
    life
        A valid life.
    """
    return f"{say_rights(life)}\n\nCite as: {cite_map(life)}\n"


def map_item(life: Life) -> dict[str, Any]:
    """Return the data of a life as an item of CSL-JSON.

    Parameters
    ----------
    life
        A valid life.
    """
    plain = parse_point(life.date).plain if life.date else ""
    members = {
        "id": f"{life_slug(life)}-map",
        "type": "dataset",
        "title": f"{life.title}: {life.subtitle}",
        "author": [_author(editor.name) for editor in life.editors],
        "issued": {"date-parts": [[int(part) for part in plain.split("-")]]} if plain else None,
        "version": life.version,
        "URL": life.url,
        "DOI": life.doi,
        "language": life.language,
    }
    return {name: value for name, value in members.items() if value}


def _author(name: str) -> dict[str, str]:
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name}
