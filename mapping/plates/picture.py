"""A plate: a drawn map of a life in projections chosen for it, as one SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.atlas.world import KNOWN, is_known
from mapping.life.frames import legs_frame
from mapping.life.projection import View, choose_views
from mapping.plates.ground import draw_ground
from mapping.plates.marks import Mark, headline_stops, mark_stops
from mapping.plates.names import PLACE_SIZE, letter_panel
from mapping.plates.panel import fit_panel, lane_line
from mapping.plates.svg_path import path_of
from mapping.signs import TINTS, read_palette, stroke_of
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    import geopandas as gpd

    from mapping.life.model import Life
    from mapping.plates.ground import Ground
    from mapping.plates.names import Name
    from mapping.plates.panel import Panel

WIDTH = 600.0
GAP = 12.0
_FIRST_HEIGHTS, _SECOND_HEIGHTS = (0.45, 0.66), (0.3, 0.36)
_MARGIN = 30.0
_COARSE, _COARSER = 1.0, 1.3  # pixels
_STROKE = 0.8  # of the live map's strokes


class Way(NamedTuple):
    """How legs are drawn; those of one stroke are one path, which keeps a long life small.

    Parameters
    ----------
    guarded
        Whether the traveller was under guard.
    dash
        Dashes in tenths of a pixel, as SVG has them; empty for a whole line.
    round
        Whether dashes have round ends.
    width
        Tenths of a pixel.
    strength
        How opaque it is, from 0 to 1.
    """

    guarded: bool
    dash: str
    round: bool
    width: int
    strength: float


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
    names
        What is lettered.
    """

    panel: Panel
    day: date
    ground: Ground
    ways: tuple[tuple[Way, str], ...]
    marks: tuple[Mark, ...]
    names: tuple[Name, ...]


def render_plate(
    life: Life,
    *,
    legs: gpd.GeoDataFrame | None = None,
    views: Sequence[View] = (),
    day: date | None = None,
    stops: Collection[str] | None = None,
    width: float = WIDTH,
    linked: bool = False,
    key: str = "plate",
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
    day
        The day of the frontiers of all panels; unless told, `plate_days` says one for each.
    stops
        Ids of the stops that are lettered with their years; unless told, the headline places.
    width
        Pixels.
    linked
        Whether each mark is a link to the stop of its id, as in the page.
    key
        Begins the ids in it, which must be its own in a document.

    Returns
    -------
    str
        SVG. Colours are presentation attributes that a page's style sheet may override; each
        panel is a group with its projection in ``data-crs``, each mark has ``data-stop``.

    Examples
    --------
    >>> from serge_map import load_life
    >>> svg = render_plate(load_life("data"))
    >>> svg.count("data-crs"), 'data-stop="orenburg-exile"' in svg
    (2, True)
    """
    ways = legs_frame(life) if legs is None else legs
    chosen = tuple(views) or choose_views(life)
    lettered = headline_stops(life) if stops is None else dict.fromkeys(stops, "")
    dated = list(zip(chosen, _days(life, chosen, day), strict=True))
    return _render(_sheets(life, ways, dated, lettered, width), life, key, linked=linked)


def _sheets(
    life: Life,
    legs: gpd.GeoDataFrame,
    views: Sequence[tuple[View, date]],
    lettered: dict[str, str],
    width: float,
) -> list[Sheet]:
    """Draw the panels from above; a stop is marked in the first that holds it."""
    sheets: list[Sheet] = []
    seen: set[str] = set()
    for view, day in views:
        top = sheets[-1].panel.bottom + GAP if sheets else 0.0
        heights = _SECOND_HEIGHTS if sheets else _FIRST_HEIGHTS
        panel = fit_panel(view, width, top=top, heights=heights, margin=_MARGIN)
        marks = mark_stops(life, panel, lettered, seen)
        seen |= {mark.stop.id for mark in marks}
        sheets.append(_draw(legs, panel, day, marks, coarse=_COARSER if sheets else _COARSE))
    return sheets


def _render(sheets: Sequence[Sheet], life: Life, key: str, *, linked: bool) -> str:
    template = environment("plates").get_template("plate.svg.j2")
    svg = template.render(
        life=life,
        sheets=sheets,
        width=sheets[-1].panel.width,
        height=sheets[-1].panel.bottom,
        palette=read_palette()["light"],
        linked=linked,
        key=key,
        size=PLACE_SIZE,
    )
    return svg.strip()


def plate_days(life: Life, views: Sequence[View] = ()) -> tuple[date, ...]:
    """Return the day of the frontiers of each panel: the first of the middle stop in it.

    Parameters
    ----------
    life
        A valid life.
    views
        What the panels show; unless told, what `choose_views` says.
    """
    return _days(life, tuple(views) or choose_views(life), None)


def say_days(days: Sequence[date]) -> str:
    """Return in words of which days the frontiers of a plate are.

    Parameters
    ----------
    days
        One for each panel.
    """
    said = list(dict.fromkeys(_say_day(day) for day in days))
    if len(said) == 1 or not all(map(is_known, days)):
        return f"{said[0][0].upper()}{said[0][1:]}."
    first, second = (text.removeprefix("frontiers of ") for text in said)
    return f"Frontiers of {first}; below, of {second}."


def _say_day(day: date) -> str:
    if is_known(day):
        return f"frontiers of {day.day} {day:%B} {day.year}"
    side = f"before {KNOWN[0].year}" if day < KNOWN[0] else f"after {KNOWN[1].year}"
    return f"frontiers are not known {side}"


def _days(life: Life, views: Sequence[View], day: date | None) -> tuple[date, ...]:
    if day is not None:
        return (day,) * len(views)
    days, seen = [], set[Any]()
    for view in views:
        here = [s for s in life.stops if s.position in set(view.positions) - seen] or life.stops
        seen |= set(view.positions)
        days.append(here[len(here) // 2].span.first)
    return tuple(days)


def _draw(
    legs: gpd.GeoDataFrame, panel: Panel, day: date, marks: tuple[Mark, ...], *, coarse: float
) -> Sheet:
    """Draw one panel."""
    shapes = panel.shapes(legs.geometry)
    strokes: dict[Way, list[Any]] = {}
    for key, line in shapes.items():
        leg = legs.loc[key]
        way = _way_of(leg["mode"], leg["certainty"], guarded=bool(leg["guarded"]))
        strokes.setdefault(way, []).append(lane_line(line, int(leg["lane"])))
    lines = [line for group in strokes.values() for line in group]
    return Sheet(
        panel=panel,
        day=day,
        ground=draw_ground(panel, day, tolerance=coarse, tints=TINTS),
        ways=tuple((way, path_of(group)) for way, group in sorted(strokes.items())),
        marks=marks,
        names=letter_panel(panel, day, marks, lines),
    )


def _way_of(mode: str, certainty: str, *, guarded: bool) -> Way:
    """Return the stroke of a leg at the scale of a plate."""
    stroke = stroke_of(mode, certainty, guarded=guarded)
    return Way(
        guarded=guarded,
        dash=" ".join(f"{length * 7:g}" for length in stroke.dash),
        round=stroke.round,
        width=round(stroke.width * _STROKE * 10),
        strength=stroke.strength,
    )
