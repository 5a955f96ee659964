"""The stops of a life as marks of a plate, and which of them are lettered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

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


class Headline(NamedTuple):
    """What is lettered beside a mark.

    Parameters
    ----------
    name
        Of the place.
    year
        In which he came there.
    """

    name: str
    year: str


def headline_stops(life: Life) -> dict[str, Headline]:
    """Return the stop that stands for each chapter of the strip, by its id, with its name.

    It is the first stop of the chapter that is on the short tour; without one, the longest stay at
    a known place. A suburb bears the name of its town. The year is that of the first stop of the
    chapter in that town.

    Parameters
    ----------
    life
        A valid life.
    """
    chosen: dict[str, Headline] = {}
    town_of = {stop.id: town.name for town in towns_of(life) for _, stop in town.stops}
    told: dict[str, list[Stop]] = {}
    for each in life.stops:
        told.setdefault(each.chapter, []).append(each)
    for chapter in life.chapters:
        stops = told.get(chapter.id, [])
        if not chapter.headline or not stops:
            continue
        placed = [stop for stop in stops if stop.precision != "region"] or stops
        toured = [stop for stop in placed if stop.tour]
        stop = toured[0] if toured else max(placed, key=lambda stop: stop.span.days)
        name = label_of(stop.name_then, stop.precision)
        town = town_of.get(stop.id, name)
        name = town if town in stop.name_now else name
        there = [
            each for each in stops if town_of.get(each.id, each.id) == town_of.get(stop.id, stop.id)
        ]
        if name not in {headline.name for headline in chosen.values()}:
            chosen[stop.id] = Headline(name, str(there[0].span.first.year))
    return chosen


def name_stops(life: Life, stops: Collection[str]) -> dict[str, Headline]:
    """Return the names and years of stops, by their ids.

    Parameters
    ----------
    life
        A valid life.
    stops
        Their ids.
    """
    return {
        stop.id: Headline(label_of(stop.name_then, stop.precision), str(stop.span.first.year))
        for stop in life.stops
        if stop.id in stops
    }


def mark_stops(
    life: Life, panel: Panel, lettered: Mapping[str, Headline], drawn: Collection[str]
) -> tuple[Mark, ...]:
    """Return the marks of the stops in a panel, those that are lettered last.

    Parameters
    ----------
    life
        A valid life.
    panel
        The panel.
    lettered
        Names and years that are wanted, by the ids of the stops.
    drawn
        Ids of stops that another panel has.
    """
    marks = []
    places = panel.points([stop.position for stop in life.stops]).tolist()
    for number, (stop, (x, y)) in enumerate(zip(life.stops, places, strict=True), start=1):
        if stop.id in drawn or not panel.holds(x, y):
            continue
        marks.append(Mark(x, y, number, stop, *lettered.get(stop.id, ("", ""))))
    return tuple(sorted(marks, key=lambda mark: (bool(mark.name), mark.number)))
