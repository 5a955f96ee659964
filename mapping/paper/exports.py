"""The life on paper as the exports take it: files by name, and what they leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.formats.exported import Exported
from mapping.life.places import life_slug
from mapping.paper.book import render_book
from mapping.paper.epub import render_epub
from mapping.paper.plate import draw_plate, picture_of
from mapping.paper.poster import Paper, render_poster

if TYPE_CHECKING:
    from mapping.life.model import Life

_DRAWN = "{}: positions and ways are drawn in it, not written; a program finds no data there."


def poster(life: Life, paper: Paper = "a2") -> Exported:
    """Return the life as a poster.

    Parameters
    ----------
    life
        A valid life.
    paper
        Its size.
    """
    notes = ["Poster: places and years of the stops; their texts and notes are not on it."]
    return Exported({f"{life_slug(life)}-poster.pdf": render_poster(life, paper)}, notes)


def book(life: Life) -> Exported:
    """Return the life as a book of A5.

    Parameters
    ----------
    life
        A valid life.
    """
    return Exported({f"{life_slug(life)}-book.pdf": render_book(life)}, [_DRAWN.format("Book")])


def epub(life: Life) -> Exported:
    """Return the life as an EPUB.

    Parameters
    ----------
    life
        A valid life.
    """
    return Exported({f"{life_slug(life)}.epub": render_epub(life)}, [_DRAWN.format("EPUB")])


def svg(life: Life, **options: Any) -> Exported:
    """Return a plate as SVG.

    Parameters
    ----------
    life
        A valid life.
    **options
        What `draw_plate` can be told.
    """
    name = f"{life_slug(life)}.svg"
    plate = draw_plate(life, **options, alone=True)
    return Exported({name: f"{plate}\n".encode()}, [_DRAWN.format("SVG")])


def png(life: Life, **options: Any) -> Exported:
    """Return a plate as PNG.

    Parameters
    ----------
    life
        A valid life.
    **options
        What `draw_plate` can be told.
    """
    picture = picture_of(draw_plate(life, **options), options.get("width"))
    return Exported({f"{life_slug(life)}.png": picture}, [_DRAWN.format("PNG")])
