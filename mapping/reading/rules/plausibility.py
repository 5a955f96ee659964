"""Warn of what is possible but unlikely: the marks of a slip in a date, a position or a leg."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mapping.errors import Problem, Problems, at, show
from mapping.life.dates import GREGORIAN_FROM, parse_span
from mapping.life.distance import SAME_TOWN_KM, distance_km
from mapping.life.words import say_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapping.life.model import Leg, Mode, Stop
    from mapping.reading.features import Feature
    from mapping.reading.parts import Parts

STOPS, LEGS, LIFE = "stops.geojson", "legs.geojson", "life.toml"
LONGEST_GAP_DAYS = 366
LONGEST_OVERLAP_DAYS = 92  # a season: a journey from a home that is kept is shorter
# The most that a day of travel may bring, generously: an express, a liner, an airliner.
KM_A_DAY: dict[Mode, float] = {
    "rail": 2000.0,
    "sea": 1000.0,
    "road": 1000.0,
    "foot": 60.0,
    "air": 15000.0,
    "unknown": 15000.0,
}


def check_plausibility(parts: Parts) -> list[Problem]:
    """Return a warning for everything that looks like a slip.

    Parameters
    ----------
    parts
        What could be read of a life.
    """
    stops = list(parts.stops or ())
    legs = list(parts.legs or ())
    problems = Problems()
    problems += _old_dates(STOPS, stops)
    problems += _old_dates(LEGS, legs)
    problems += _lifetime(parts)
    problems += _overlaps(stops)
    if parts.complete:  # a broken stop would look like a gap
        problems += _gaps(stops)
        problems += _missing_legs(stops, legs)
    problems += _speeds(legs)
    return problems


def _old_dates(file: str, features: Iterable[Feature[Stop] | Feature[Leg]]) -> Iterator[Problem]:
    for feature in features:
        if feature.value.span.first.year < GREGORIAN_FROM:
            yield at(file, feature.label).warning(
                "date_edtf",
                expected=f"a date after {GREGORIAN_FROM - 1}, in the Gregorian calendar",
                found=show(feature.value.date_edtf),
                remedy="Convert it from the Julian calendar, or mend the year.",
            )


def _lifetime(parts: Parts) -> Iterator[Problem]:
    if parts.head is None:
        return
    person = parts.head.person
    born, died = parse_span(person.born), parse_span(person.died)
    if died.last < born.first:
        yield at(LIFE).warning(
            "person.died",
            expected=f"a date after the birth, {born.words}",
            found=show(person.died),
            remedy="Mend one of the two.",
        )
        return
    for feature in parts.stops or ():
        stop = feature.value
        early = stop.span.end.last < born.first
        late = died.last < stop.span.begin.first and stop.kind != "death"
        if early or late:
            yield at(STOPS, feature.label).warning(
                "date_edtf",
                expected=f"a time between {born.words} and {died.words}",
                found=show(stop.date_edtf),
                remedy="Mend the date, or the person's in life.toml.",
            )


def _gaps(stops: Sequence[Feature[Stop]]) -> Iterator[Problem]:
    for earlier, later in _with_latest(stops):
        gap = (later.value.span.begin.first - earlier.value.span.end.last).days
        if gap > LONGEST_GAP_DAYS:
            found = f"{gap} days after {earlier.label}, which ends {earlier.value.span.end.words}"
            yield at(STOPS, later.label).warning(
                "date_edtf",
                expected="no more than a year without a stop",
                found=found,
                remedy="Add what lies between, if it is known.",
            )


def _overlaps(stops: Sequence[Feature[Stop]]) -> Iterator[Problem]:
    for earlier, later in _with_latest(stops):
        one, two = earlier.value, later.value
        days = one.span.overlap_days(two.span)
        apart = distance_km(one.position, two.position)
        vague = "region" in (one.precision, two.precision)
        if days > LONGEST_OVERLAP_DAYS and apart > SAME_TOWN_KM and not vague:
            yield at(STOPS, later.label).warning(
                "date_edtf",
                expected="one place at a time",
                found=f"{days} days also at {earlier.label}, {apart:,.0f} km away",
                remedy="Mend one of the dates.",
            )


def _with_latest(
    stops: Sequence[Feature[Stop]],
) -> Iterator[tuple[Feature[Stop], Feature[Stop]]]:
    """Yield each stop with the one before it that lasts longest."""
    latest: Feature[Stop] | None = None
    for stop in stops:
        if latest is not None:
            yield latest, stop
        if latest is None or stop.value.span.end.last >= latest.value.span.end.last:
            latest = stop


def _missing_legs(
    stops: Sequence[Feature[Stop]], legs: Sequence[Feature[Leg]]
) -> Iterator[Problem]:
    reached = {leg.value.to_id for leg in legs}
    for earlier, later in pairwise(stops):
        apart = distance_km(earlier.value.position, later.value.position)
        if apart > SAME_TOWN_KM and later.value.id not in reached:
            yield at(STOPS, later.label).warning(
                expected=f"a leg that reaches it, {apart:,.0f} km from {earlier.label}",
                found="none",
                remedy="Add the leg to legs.geojson.",
            )


def _speeds(legs: Sequence[Feature[Leg]]) -> Iterator[Problem]:
    for feature in legs:
        leg = feature.value
        days = (leg.span.last - leg.span.first).days + 1
        length = sum(distance_km(a, b) for a, b in pairwise(leg.waypoints))
        if length > days * KM_A_DAY[leg.mode]:
            yield at(LEGS, feature.label).warning(
                "date_edtf",
                expected=f"at most {KM_A_DAY[leg.mode]:,.0f} km a day by {leg.mode}",
                found=f"{length:,.0f} km in {say_count(days, 'day')}",
                remedy="Mend the dates, the mode or the waypoints.",
            )
