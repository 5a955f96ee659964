"""Write down a life that was made from a table, as the files of its folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mapping.formats.geojson import life_lists, life_tables

if TYPE_CHECKING:
    from mapping.life.model import Life


MADE_BY_IMPORT = "# Made by an import: read it through and put it right."


def is_imported(head: str) -> bool:
    """Return whether an import made a ``life.toml`` and nobody has taken it over.

    Parameters
    ----------
    head
        Its text; who takes its first line away has taken it over.
    """
    return head.lstrip("\ufeff").startswith(MADE_BY_IMPORT)


def life_files(life: Life, name: str) -> dict[str, str]:
    """Return the text of each file of a life.

    Parameters
    ----------
    life
        A valid life.
    name
        Of the file it was made from.
    """
    items = [source.model_dump(by_alias=True, exclude_none=True) for source in life.sources]
    return {
        "life.toml": _toml(life),
        **life_tables(life),
        **life_lists(life),
        "sources.json": json.dumps(items, ensure_ascii=False, allow_nan=False, indent=2) + "\n",
        "SOURCES.md": f"# Where this life comes from\n\nImported from {name}. Say here where its "
        "facts come from and under what licence they may be used.\n",
    }


def _toml(life: Life) -> str:
    """Return ``life.toml``; a JSON string is a TOML basic string too, once DEL is escaped."""

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

    lines = [MADE_BY_IMPORT]
    lines += [f"{key} = {quoted(getattr(life, key))}" for key in ("title", "subtitle", "lead")]
    lines += [f"{key} = {quoted(getattr(life, key))}" for key in ("language", "licence")]
    lines += ["", "[person]"]
    facts = ("name", "born", "died", "description")
    lines += [f"{key} = {quoted(getattr(life.person, key))}" for key in facts]
    for chapter in life.chapters:
        lines += ["", "[[chapters]]"]
        lines += [f"{key} = {quoted(getattr(chapter, key))}" for key in ("id", "title", "summary")]
    return "\n".join(lines) + "\n"
