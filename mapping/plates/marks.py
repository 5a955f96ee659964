"""The stops of a life as marks of a plate, and which of them are lettered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.plates.town import towns_of
from mapping.signs import label_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mapping.life.model import Life, Stop
    from mapping.plates.panel import Panel


@dataclass(frozen=True, slots=True)
class Mark:
    """A stop where it stands.

    Parameters
    ----------
    x, y
        Pixels.
    number
        Its number in the story.
    stop
        The stop.
    name, year
        What is lettered beside it; empty where nothing is.
    """

    x: float
    y: float
    number: int
    stop: Stop
    name: str
    year: str


def headline_stops(life: Life) -> dict[str, str]:
    """Return the stop that stands for each chapter of the strip, by its id, with its name.

    It is the first stop of the chapter that is on the short tour; without one, the longest stay at
    a known place. A suburb bears the name of its town.

    Parameters
    ----------
    life
        A valid life.
    """
    chosen: dict[str, str] = {}
    town_of = {stop.id: town.name for town in towns_of(life) for _, stop in town.stops}
    for chapter in life.chapters:
        stops = [stop for stop in life.stops if stop.chapter == chapter.id]
        if not chapter.headline or not stops:
            continue
        placed = [stop for stop in stops if stop.precision != "region"] or stops
        toured = [stop for stop in placed if stop.tour]
        stop = toured[0] if toured else max(placed, key=lambda stop: stop.span.days)
        name = label_of(stop.name_then, stop.precision)
        town = town_of.get(stop.id, name)
        name = town if town in stop.name_now else name
        if name not in chosen.values():
            chosen[stop.id] = name
    return chosen


def mark_stops(
    life: Life, panel: Panel, lettered: Mapping[str, str], drawn: Collection[str]
) -> tuple[Mark, ...]:
    """Return the marks of the stops in a panel, those that are lettered last.

    Parameters
    ----------
    life
        A valid life.
    panel
        The panel.
    lettered
        Ids of the stops whose names and years are wanted, with the name or nothing.
    drawn
        Ids of stops that another panel has.
    """
    marks = []
    places = panel.points([stop.position for stop in life.stops]).tolist()
    for number, (stop, (x, y)) in enumerate(zip(life.stops, places, strict=True), start=1):
        if stop.id in drawn or not panel.holds(x, y):
            continue
        wanted = stop.id in lettered
        name = (lettered[stop.id] or label_of(stop.name_then, stop.precision)) if wanted else ""
        year = str(stop.span.first.year) if wanted else ""
        marks.append(Mark(x, y, number, stop, name, year))
    return tuple(sorted(marks, key=lambda mark: (bool(mark.name), mark.number)))
