"""The life on one sheet of paper, to hang on a wall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from mapping.errors import ExportError
from mapping.life.frames import legs_frame
from mapping.paper.band import lay_band
from mapping.paper.insets import keep_clear, lay_insets
from mapping.paper.key import ways_of
from mapping.paper.telling import day_of, say_years
from mapping.paper.typeset import require_typst, set_pdf
from mapping.paper.views import day_views, draw_maps, panels_of
from mapping.paper.words import HEADINGS, say_foot

if TYPE_CHECKING:
    from mapping.life.model import Life, Stop

Paper = Literal["a1", "a2", "a3"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
_MILLIMETRES: dict[Paper, tuple[int, int]] = {"a1": (841, 594), "a2": (594, 420), "a3": (420, 297)}
_MAIN, _SECOND, _SMALL = (1165.0, 585.0), (557.0, 291.0), (185.0, 127.0)  # points on A2
_LONGEST_WORDS = 480  # characters


def render_poster(life: Life, paper: Paper = "a2") -> bytes:
    """Render a life as a poster: maps, the stops by number, the band of the life, a quotation.

    Parameters
    ----------
    life
        A valid life.
    paper
        ``a1``, ``a2`` or ``a3``; the layout is the same, only larger or smaller.

    Returns
    -------
    bytes
        PDF/UA-1; the same life gives the same bytes.

    Raises
    ------
    ExportError
        If there is no such paper.
    AssetError
        If the extra ``paper`` is not installed.
    """
    if paper not in PAPERS:
        raise ExportError(
            f"poster: expected one of {', '.join(PAPERS)} as paper, found {paper!r}. Choose one."
        )
    require_typst()
    width, height = _MILLIMETRES[paper]
    legs = legs_frame(life)
    panels = panels_of(life, (_MAIN, _SECOND))
    days = day_views(life, panels[0][0], _SMALL)
    names = ("main", "second")[: len(panels)]
    insets = lay_insets(life, legs, panels[0][0])
    panels[0] = keep_clear(panels[0][0], insets), panels[0][1]
    maps = draw_maps(life, legs, {**dict(zip(names, panels, strict=True)), **days})
    plans = {f"plan-{number}.svg": inset for number, inset in enumerate(insets, start=1)}
    story = {
        "width": width,
        "height": height,
        "title": life.title,
        "subtitle": life.subtitle,
        "language": life.language,
        "authors": [editor.name for editor in life.editors],
        "date": day_of(life),
        "words_of": _own_words(life),
        "chapters": _index(life),
        "ways": ways_of(life),
        "words": HEADINGS,
        "band": lay_band(life),
        "foot": say_foot(life),
        "main": maps.pictures["main"],
        "second": maps.pictures.get("second"),
        "plans": [
            {"file": file, "title": inset.title, "years": inset.years, "box": inset.box}
            for file, inset in plans.items()
        ],
        "days": [maps.pictures[name] for name in days],
    }
    drawings = {file: inset.svg for file, inset in plans.items()}
    return set_pdf("poster.typ", story, maps.files | drawings)


def _index(life: Life) -> list[dict[str, Any]]:
    """Return the stops by chapter, each with its number, place and years."""
    numbered = list(enumerate(life.stops, start=1))
    chapters = []
    for chapter in life.chapters:
        stops = [(number, stop) for number, stop in numbered if stop.chapter == chapter.id]
        if stops:
            chapters.append(
                {
                    "title": chapter.title,
                    "years": chapter.years or say_years([stop for _, stop in stops]),
                    "stops": [_entry(number, stop) for number, stop in stops],
                }
            )
    return chapters


def _entry(number: int, stop: Stop) -> dict[str, Any]:
    return {
        "number": number,
        "name": stop.name_then,
        "title": stop.title,
        "years": say_years([stop], short=True),
    }


def _own_words(life: Life) -> dict[str, str] | None:
    """Return the last words of the person's own that a sheet has room for, else of another."""
    quoted = [
        (stop.quote_by, stop.quote)
        for stop in life.stops
        if stop.quote and stop.quote_by and len(stop.quote) <= _LONGEST_WORDS
    ]
    own = [(life.person.name, text) for who, text in quoted if who in life.person.name]
    if not quoted:
        return None
    who, text = (own or quoted)[-1]
    return {"text": text, "by": f"{who}, quoted by {life.article.author}" if life.article else who}
