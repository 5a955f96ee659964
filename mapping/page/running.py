"""A life counted as it goes: at each stop the age, the time in prison, frontiers and kilometres."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from mapping.atlas.crossings import crossings
from mapping.life.dates import parse_span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import geopandas as gpd

    from mapping.life.dates import DatePoint
    from mapping.life.model import Life

_MOST_LEGS = 2000  # of a longer table frontiers are not counted: a minute would not do


def count_along(life: Life, legs: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Return what a life has come to on the first day of each stop, in the order of its stops.

    Parameters
    ----------
    life
        A valid life.
    legs
        What ``legs_frame`` made of it.

    Returns
    -------
    list
        For each stop ``age`` in years, ``prison_days`` so far, ``km`` so far, ``frontiers`` so
        far, and ``passed``, the frontiers of the leg that leads there: name before, name after,
        and at which part of the way.
    """
    born = parse_span(life.person.born).first
    prison = _days_until(life)
    km_to = legs.groupby("to_id")["length_km"].sum().to_dict()
    passed = _passed(legs)
    kilometres = list(accumulate(km_to.get(stop.id, 0.0) for stop in life.stops))
    frontiers = list(accumulate(len(passed.get(stop.id, ())) for stop in life.stops))
    return [
        {
            "age": max(0, _age(born, stop.span.first)),
            "prison_days": round(prison(_likely(stop.span.begin))),
            "km": round(kilometres[at]),
            "frontiers": frontiers[at],
            "passed": passed.get(stop.id, []),
        }
        for at, stop in enumerate(life.stops)
    ]


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _passed(legs: gpd.GeoDataFrame) -> dict[str, list[list[Any]]]:
    """Return the frontiers passed on the way to each stop, by its id."""
    if not 0 < len(legs) <= _MOST_LEGS:
        return {}
    rows = crossings(legs)
    rows = rows[rows["from_polity"] != rows["to_polity"]]
    lengths, ends = legs["length_km"].to_dict(), legs["to_id"].to_dict()
    found: dict[str, list[list[Any]]] = {}
    for row in rows.itertuples():
        part = round(min(1.0, row.at_km / max(lengths[row.leg], 1.0)), 3)
        found.setdefault(ends[row.leg], []).append([row.from_polity, row.to_polity, part])
    return found


def _days_until(life: Life) -> Any:
    """Return how to count the days in captivity before a day; time shared by two counts once."""
    spans = sorted(
        (_likely(stop.span.begin), _likely(stop.span.end) + 1)
        for stop in life.stops
        if stop.kind == "captivity"
    )
    begins, ends = _apart(spans)
    before = [0.0, *accumulate(end - begin for begin, end in zip(begins, ends, strict=True))]

    def days_until(day: float) -> float:
        at = bisect_right(begins, day) - 1
        return 0.0 if at < 0 else before[at] + min(day, ends[at]) - begins[at]

    return days_until


def _apart(spans: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    """Return spans in order as begins and ends, those that meet as one."""
    begins: list[float] = []
    ends: list[float] = []
    for begin, end in spans:
        if ends and begin <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            begins.append(begin)
            ends.append(end)
    return begins, ends


def _likely(point: DatePoint) -> float:
    return (point.first.toordinal() + point.last.toordinal()) / 2
