"""A plate: a drawn map of a life in projections chosen for it, as one SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from mapping.atlas.days import plate_days, say_days
from mapping.life.frames import legs_frame
from mapping.life.projection import choose_views
from mapping.life.words import say_count
from mapping.plates.ground import draw_ground
from mapping.plates.marks import headline_stops, mark_stops, name_stops
from mapping.plates.names import letter_panel
from mapping.plates.panel import LEAST_SPREAD, fit_panel
from mapping.plates.placer import route_in
from mapping.plates.ways import draw_ways, merge_legs, path_ways
from mapping.signs import TINTS, read_palette, spacing_of
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    import geopandas as gpd

    from mapping.life.model import Life
    from mapping.life.projection import View
    from mapping.plates.ground import Ground
    from mapping.plates.marks import Headline, Mark
    from mapping.plates.names import Name
    from mapping.plates.panel import Panel
    from mapping.plates.ways import Way

WIDTH = 600.0
GAP = 12.0
_FIRST_HEIGHTS, _SECOND_HEIGHTS = (0.45, 0.66), (0.3, 0.36)
_MARGIN = 30.0
_BLEED = 125.0  # pixels of ground beyond each side, for a window that is wider than the plate
_COARSE, _COARSER = 1.0, 1.4  # pixels
LETTERINGS = (("wide", 12.5), ("narrow", 20.5))
"""Roles of the two sets of names, and the size of their places, in pixels of the plate: a plate as
wide as a phone shows the second, in larger type and with fewer names."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One panel, drawn.

    Parameters
    ----------
    panel
        Its frame.
    day
        The day of its frontiers.
    ground
        What lies under the route.
    ways
        Strokes and their paths.
    marks
        The stops in it.
    letterings
        What is lettered: a role, the size of the type in pixels, and the names.
    """

    panel: Panel
    day: date
    ground: Ground
    ways: tuple[tuple[Way, str], ...]
    marks: tuple[Mark, ...]
    letterings: tuple[tuple[str, float, tuple[Name, ...]], ...]


def render_plate(
    life: Life,
    *,
    legs: gpd.GeoDataFrame | None = None,
    views: Sequence[View] = (),
    days: Sequence[date] = (),
    stops: Collection[str] | None = None,
    width: float = WIDTH,
    least: float = LEAST_SPREAD,
    linked: bool = False,
    key: str = "plate",
    fonts: str = "",
) -> str:
    """Render a plate of a life as an SVG element.

    Parameters
    ----------
    life
        A valid life.
    legs
        What ``legs_frame`` made of it, where it is at hand; or some of its rows.
    views
        What the panels show, from above; unless told, what `choose_views` says.
    days
        The day of the frontiers of each panel, or one for all; unless told, `plate_days` says them.
    stops
        Ids of the stops that are lettered with their years; unless told, the headline places.
    width
        Pixels.
    least
        Metres across that a panel shows at least.
    linked
        Whether each mark is a link to the stop of its id, as in the page; the page says the day of
        the frontiers itself, shows larger names on a phone, and more ground in a wide window.
    key
        Begins the ids in it, which must be its own in a document.
    fonts
        A style sheet that brings the fonts along, for a picture on its own.

    Returns
    -------
    str
        SVG, and for the page an element with one for each panel. Colours are presentation
        attributes that a page's style sheet may override; each panel is a group with its
        projection in ``data-crs``, each mark has ``data-stop``.

    Examples
    --------
    >>> from serge_map import load_life
    >>> svg = render_plate(load_life("data"))
    >>> svg.count("data-crs"), 'data-stop="orenburg-exile"' in svg
    (2, True)
    """
    ways = merge_legs(life, legs_frame(life) if legs is None else legs)
    chosen = tuple(views) or choose_views(life)
    lettered = headline_stops(life) if stops is None else name_stops(life, stops)
    known = tuple(days) or plate_days(life, chosen)
    dated = list(zip(chosen, known * (len(chosen) if len(known) == 1 else 1), strict=True))
    sheets = _sheets(life, ways, dated, lettered, _Look(width, least, linked))
    return _render(sheets, life, key, linked=linked, fonts=fonts)


class _Look(NamedTuple):
    width: float
    least: float
    linked: bool

    @property
    def letterings(self) -> tuple[tuple[str, float], ...]:
        return LETTERINGS if self.linked else LETTERINGS[:1]

    @property
    def bleed(self) -> float:
        return _BLEED if self.linked else 0.0


def _sheets(
    life: Life,
    legs: gpd.GeoDataFrame,
    views: Sequence[tuple[View, date]],
    lettered: dict[str, Headline],
    look: _Look,
) -> list[Sheet]:
    """Draw the panels from above; a stop is marked in the first that holds it."""
    sheets: list[Sheet] = []
    seen: set[str] = set()
    for view, day in views:
        top = sheets[-1].panel.bottom + GAP if sheets else 0.0
        heights = _SECOND_HEIGHTS if sheets else _FIRST_HEIGHTS
        panel = fit_panel(
            view,
            look.width,
            top=top,
            heights=heights,
            margin=_MARGIN,
            least=look.least,
            bleed=look.bleed,
        )
        marks = mark_stops(life, panel, lettered, seen)
        seen |= {mark.stop.id for mark in marks}
        shape = panel, day, _COARSER if sheets else _COARSE
        sheets.append(_draw(legs, shape, marks, look.letterings))
    return sheets


def _render(sheets: Sequence[Sheet], life: Life, key: str, *, linked: bool, fonts: str) -> str:
    template = environment("plates").get_template("plate.svg.j2")
    svg = template.render(
        say_count=say_count,
        life=life,
        sheets=sheets,
        width=sheets[-1].panel.width,
        height=sheets[-1].panel.bottom,
        palette=read_palette()["light"],
        spacing_of=spacing_of,
        said="" if linked else say_days([sheet.day for sheet in sheets]),
        linked=linked,
        fonts=fonts,
        key=key,
    )
    return svg.strip()


def _draw(
    legs: gpd.GeoDataFrame,
    shape: tuple[Panel, date, float],
    marks: tuple[Mark, ...],
    letterings: tuple[tuple[str, float], ...],
) -> Sheet:
    """Draw one panel."""
    panel, day, coarse = shape
    strokes = draw_ways(panel, legs)
    route = route_in(panel, [line for group in strokes.values() for line in group])
    return Sheet(
        panel=panel,
        day=day,
        ground=draw_ground(panel, day, tolerance=coarse, tints=TINTS),
        ways=path_ways(strokes),
        marks=marks,
        letterings=tuple(
            (role, size, letter_panel(day, marks, route, size=size)) for role, size in letterings
        ),
    )
