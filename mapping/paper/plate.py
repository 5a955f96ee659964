"""One plate as a picture of its own: of the whole life, a chapter or a stop, on a day."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from mapping.errors import ExportError, show
from mapping.life.frames import legs_frame
from mapping.life.projection import View, crs_for
from mapping.page.fonts import font_faces
from mapping.paper.typeset import set_png
from mapping.plates.panel import LEAST_SPREAD
from mapping.plates.picture import WIDTH, render_plate
from mapping.plates.plan import plan_of
from mapping.plates.town import render_town, towns_of
from mapping.signs import label_of

if TYPE_CHECKING:
    from datetime import date

    from mapping.life.model import Life, Position, Stop
    from mapping.plates.town import Town

_FRAME = 8  # pixels that a plate's frame adds
_AROUND_STOP = 1.5e6  # metres: the country around it, and where he came from
_MOST_TOWNS = 20  # named where one was asked for that is not there
_PER_INCH = 72.0  # a pixel of the plate is a point of the sheet


def draw_plate(
    life: Life,
    *,
    on: date | None = None,
    stop: str | None = None,
    chapter: str | None = None,
    town: str | None = None,
    width: int | None = None,
    alone: bool = False,
) -> str:
    """Return a plate as the text of an SVG file.

    Parameters
    ----------
    life
        A valid life.
    on
        Day of the frontiers; unless told, the first day of the stop, or of the chapter's middle
        stop, or for the whole life one day a panel.
    stop
        Id of a stop: the country around it, and the way there.
    chapter
        Id of a chapter: its stops, and the way until its end.
    town
        Name of a town, or id of its drawn plan: all places in it, to scale.
    width
        Pixels.
    alone
        Whether the fonts go into it, so that it looks the same on every machine.

    Raises
    ------
    ExportError
        If the life has no such stop, chapter or town.
    """
    fonts = font_faces() if alone else ""
    if town is not None:
        found, across = _town_of(life, town), float(width) if width else None
        return render_town(found, life, width=across, fonts=fonts)
    wide = float(width or WIDTH)
    if stop is None and chapter is None:
        return render_plate(life, days=(on,) if on else (), width=wide, fonts=fonts)
    shown = _stops_of(life, stop, chapter)
    reached = {each.id for each in life.stops[: life.stop_index[shown[-1].id] + 1]}
    legs = legs_frame(life)
    positions = tuple(each.position for each in shown)
    return render_plate(
        life,
        legs=legs[legs["to_id"].isin(reached)],
        views=(View(crs_for(positions), positions),),
        days=(on or shown[len(shown) // 2].span.first,),
        stops=_named_once(life, shown),
        least=_AROUND_STOP if stop else LEAST_SPREAD,
        width=wide,
        fonts=fonts,
    )


def picture_of(svg: str, width: int | None) -> bytes:
    """Return a plate as a PNG, with its fonts.

    Parameters
    ----------
    svg
        What `draw_plate` returned.
    width
        Pixels across; twice the plate's own unless told.

    Raises
    ------
    AssetError
        If the extra ``paper`` is not installed.
    """
    ppi = _PER_INCH * (2 if width is None else 1)
    story = {"width": (width or WIDTH) + _FRAME}
    return set_png("plate.typ", story, {"plate.svg": svg}, ppi=ppi)


def _named_once(life: Life, stops: list[Stop]) -> list[str]:
    """Return the ids of the first stop of each town and place, for each is lettered once."""
    town = {stop.id: found.name for found in towns_of(life) for _, stop in found.stops}
    first: dict[str | Position, str] = {}
    for stop in stops:
        first.setdefault(town.get(stop.id, stop.position), stop.id)
    return list(first.values())


def _town_of(life: Life, asked: str) -> Town:
    """Return the town of a name or of the id of a plan, whatever its case."""
    towns: dict[str, Town] = {}
    for town in towns_of(life):
        plan = plan_of(life, [stop for _, stop in town.stops])
        named = {town.name, *(label_of(s.name_then, s.precision) for _, s in town.stops)}
        for name in named | ({plan.id} if plan else set()):
            towns.setdefault(name.casefold(), town)
    if asked.casefold() in towns:
        return towns[asked.casefold()]
    if not towns:
        raise ExportError(
            "--town: expected a town with two places of the life, found none. Leave out --town."
        )
    names = sorted({town.name for town in towns.values()})
    rest = f" and {len(names) - _MOST_TOWNS} more" if len(names) > _MOST_TOWNS else ""
    told = f"The towns are {', '.join(names[:_MOST_TOWNS])}{rest}."
    remedy = _nearest(asked.casefold(), list(towns), told)
    raise ExportError(
        f"--town: expected a town with two places of the life, found {show(asked)}. {remedy}"
    )


def _nearest(asked: str, known: list[str], all_of_them: str) -> str:
    """Return the remedy for a name that nothing has: those spelled nearest, and where all are."""
    near = difflib.get_close_matches(asked, known, n=3)
    *others, last = near or difflib.get_close_matches(asked, known, n=3, cutoff=0)
    told = f"{', '.join(others)} or {last}" if others else last
    return f"{'Did you mean' if near else 'Perhaps'} {told}? {all_of_them}"


def _stops_of(life: Life, stop: str | None, chapter: str | None) -> list[Stop]:
    if stop is not None:
        found = [each for each in life.stops if each.id == stop]
        known, what, asked = [each.id for each in life.stops], "stop", stop
        where = "stops.geojson has all of them, as id"
    else:
        found = [each for each in life.stops if each.chapter == chapter]
        known, what, asked = [each.id for each in life.chapters], "chapter", str(chapter)
        where = "life.toml has all of them, under [[chapters]]"
    if not found:
        remedy = _nearest(asked, known, f"{where}.")
        raise ExportError(f"--{what}: expected the id of a {what}, found {show(asked)}. {remedy}")
    return found
