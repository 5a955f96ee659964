"""The life as a book: A5, to print and to read on a screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mapping.atlas.polities import with_polities
from mapping.life.frames import legs_frame, stops_frame
from mapping.life.statements import say_modes, say_totals
from mapping.life.totals import add_up
from mapping.page.story import tell_steps
from mapping.paper.key import ways_of
from mapping.paper.matter import tell_matter
from mapping.paper.plans import plans_of_stops
from mapping.paper.telling import day_of, tell_chapters
from mapping.paper.typeset import require_typst, set_pdf
from mapping.paper.views import chapter_views, draw_maps, panels_of
from mapping.paper.words import HEADINGS, say_colophon, say_imprint
from mapping.plates.marks import headline_stops

if TYPE_CHECKING:
    from mapping.life.model import Life

# in points where a page is 112 mm wide within its margins and lettering is set at three quarters
_PLATE = (420.0, 280.0)
_MAIN = (420.0, 300.0)
_SECOND = (420.0, 190.0)


def render_book(life: Life) -> bytes:
    """Render a life as a book of A5: a chapter with its plate for each chapter, notes, an index.

    Parameters
    ----------
    life
        A valid life.

    Returns
    -------
    bytes
        PDF/UA-1, and PDF/A-2a too where the life says its date; the same life, the same bytes.

    Raises
    ------
    AssetError
        If the extra ``paper`` is not installed.
    """
    require_typst()
    story, pictures = tell_book(life)
    return set_pdf("book.typ", story, pictures)


def tell_book(life: Life) -> tuple[dict[str, Any], dict[str, str]]:
    """Return all that a book says, and its plates as SVG by file name.

    Parameters
    ----------
    life
        A valid life.
    """
    stops, legs = with_polities(stops_frame(life)), legs_frame(life)
    chapters = tell_chapters(life, tell_steps(life, stops, legs))
    sums = add_up(life, legs)
    headlines = headline_stops(life)
    panels = [
        (replace(view, headlines=headlines), title)
        for view, title in panels_of(life, (_MAIN, _SECOND))
    ]
    names = [f"part-{number}" for number in range(1, len(panels) + 1)]
    maps = draw_maps(
        life, legs, {**dict(zip(names, panels, strict=True)), **chapter_views(life, _PLATE)}
    )
    plans, drawings = plans_of_stops(life)
    for stop in (stop for chapter in chapters for stop in chapter["stops"]):
        stop["plan"] = plans.get(stop["id"])
    story = {
        "title": life.title,
        "subtitle": life.subtitle,
        "lead": life.lead,
        "language": life.language,
        "licence": life.licence,
        "person": life.person.name,
        "authors": [editor.name for editor in life.editors],
        "date": day_of(life),
        "words": HEADINGS,
        "imprint": say_imprint(life),
        "ways": ways_of(life),
        "overview": [maps.pictures[name] for name in names],
        "chapters": [{**chapter, "plate": maps.pictures[chapter["id"]]} for chapter in chapters],
        **tell_matter(life),
        "sums": say_totals(sums),
        "way_lengths": say_modes(sums),
        "closing": life.closing or "",
        "colophon": say_colophon(life),
    }
    return story, maps.files | drawings
