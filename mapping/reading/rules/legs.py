"""Check that legs join the stops they name: in order, end to end, and in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.errors import Problem, at, show
from mapping.reading.explain import closest, suggest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.life.model import Leg, Stop
    from mapping.reading.features import Feature
    from mapping.reading.parts import Parts

LEGS = "legs.geojson"
TOUCH_DEGREES = 1e-5  # about a metre: the fifth decimal that the files keep
_TIDY = "Run serge-map tidy."


def check_joints(parts: Parts) -> Iterator[Problem]:
    """Yield every leg that does not join two stops, in the order of the life.

    Parameters
    ----------
    parts
        What could be read of a life.
    """
    if parts.stops is None:
        return
    stops = {feature.value.id: feature.value for feature in parts.stops}
    rank = {name: number for number, name in enumerate(stops)}
    known = dict.fromkeys(sorted(parts.stop_ids))  # a set that keeps its order
    arrivals: dict[str, str] = {}
    for feature in parts.legs or ():
        leg = feature.value
        yield from _unknown_ends(feature, known)
        first = arrivals.setdefault(leg.to_id, feature.label)
        if first != feature.label:
            expected, remedy = "one leg that reaches a stop", "Join them, or put a stop between."
            yield _problem(feature, "to_id", expected, f"a second beside {first}", remedy)
        if leg.from_id not in stops or leg.to_id not in stops:
            continue
        start, end = stops[leg.from_id], stops[leg.to_id]
        if rank[start.id] >= rank[end.id]:
            remedy = "Swap from_id and to_id, or mend the dates."
            yield _problem(feature, "to_id", f"a stop after {start.id}", show(end.id), remedy)
        yield from _line(feature, start, end)
        yield from _dates(feature, start, end)


def _problem(feature: Feature[Leg], field: str, expected: str, found: str, remedy: str) -> Problem:
    return at(LEGS, feature.label).error(field, expected=expected, found=found, remedy=remedy)


def _unknown_ends(feature: Feature[Leg], known: dict[str, None]) -> Iterator[Problem]:
    for key, name in (("from_id", feature.value.from_id), ("to_id", feature.value.to_id)):
        if name not in known:
            meant = closest(name, known)
            remedy = suggest(meant, "Name a stop, or remove the leg.")
            yield _problem(feature, key, "the id of a stop", show(name), remedy)


def _line(feature: Feature[Leg], start: Stop, end: Stop) -> Iterator[Problem]:
    waypoints = feature.value.waypoints
    for number, stop in ((1, start), (len(waypoints), end)):
        position = waypoints[number - 1]
        gap = max(abs(a - b) for a, b in zip(stop.position, position, strict=True))
        if gap > TOUCH_DEGREES * 1.001:  # binary fractions
            expected, found = f"that of {stop.id}, {list(stop.position)}", f"{list(position)}"
            yield _problem(feature, f"coordinates, position {number}", expected, found, _TIDY)
    if len(set(waypoints)) == 1:
        expected, remedy = "a line", "Remove the leg; a move inside a town needs none."
        yield _problem(feature, "coordinates", expected, "one position repeated", remedy)


def _dates(feature: Feature[Leg], start: Stop, end: Stop) -> Iterator[Problem]:
    span, remedy = feature.value.span, "Mend the date of the leg or of the stop."
    if span.begin.last < start.span.begin.first:
        expected = f"a departure after {start.id} is reached ({start.span.begin.words})"
        yield _problem(feature, "date_edtf", expected, show(span.edtf), remedy)
    if span.end.first > end.span.end.last:
        expected = f"an arrival before {end.id} is left ({end.span.end.words})"
        yield _problem(feature, "date_edtf", expected, show(span.edtf), remedy)
