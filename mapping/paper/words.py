"""What the paper editions say of themselves: headings, how to cite them, how they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.life.statements import cite_map, say_how_sure, say_rights
from mapping.version import __version__

if TYPE_CHECKING:
    from mapping.life.model import Life

HEADINGS = {
    "contents": "Contents",
    "landmarks": "Landmarks",
    "begin": "Begin",
    "notes": "Notes",
    "cover": "Cover",
    "lead": "Before you begin",
    "sums": "The whole life",
    "persons": "Persons",
    "works": "Works",
    "glossary": "Words",
    "sources": "Sources",
    "places": "Places",
    "colophon": "How sure, and how made",
    "free": "at liberty",
    "held": "in prison or camp",
    "exiled": "in exile",
    "size": "The larger a mark, the longer the stay. On the map of a chapter the ways of earlier "
    "ones are pale; land that an army occupied is hatched.",
    "accessible": "The text is complete without its maps; every map is described in words.",
}
_FRONTIERS = (
    "Frontiers are those of the day under each map: surviving lines are good to one or two "
    "kilometres, reconstructed ones mostly to five; fronts of the wars are not drawn."
)


def say_imprint(life: Life) -> list[str]:
    """Return what stands behind the title: how to cite the book, and what it is made from.

    Parameters
    ----------
    life
        A valid life.
    """
    told = [cite_map(life)]
    if article := life.article:
        told.append(
            f"Told along {article.author}, “{article.title}”, {article.publication} "
            f"({article.year}), from which the quotations are taken."
        )
    return told


def say_colophon(life: Life) -> list[str]:
    """Return how sure the book is, whose it is, and how it was made.

    Parameters
    ----------
    life
        A valid life.
    """
    return [say_how_sure(life), _FRONTIERS, say_rights(life), f"Made by serge-map {__version__}."]


def say_foot(life: Life) -> str:
    """Return the small print of a sheet.

    Parameters
    ----------
    life
        A valid life.
    """
    return f"{cite_map(life)} {say_rights(life)}"
