"""How long a life takes to read: the whole of it, and the short way through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.life.model import Life, Stop

_WORDS_A_MINUTE = 200
_LOOK_MINUTES = 0.2  # at the map, for each stop
_LEAST_STOPS = 3  # a way of fewer is no way


@dataclass(frozen=True, slots=True)
class WaysThrough:
    """The whole life and the short way, with the minutes they take.

    Parameters
    ----------
    stops, minutes
        Of the whole life.
    short_ids
        Ids of the stops of the short way; none where there is no way shorter than the whole.
    short_minutes
        Minutes of the short way.
    """

    stops: int
    minutes: int
    short_ids: frozenset[str]
    short_minutes: int


def ways_through(life: Life) -> WaysThrough:
    """Return how long a life takes to read, as a whole and by its short way.

    The short way goes by the stops that say ``tour``; without any, by the longest stay of each
    headline chapter.

    Parameters
    ----------
    life
        A valid life.
    """
    chosen = [stop for stop in life.stops if stop.tour] or list(_headlines(life))
    short = chosen if _LEAST_STOPS <= len(chosen) < len(life.stops) else []
    return WaysThrough(
        stops=len(life.stops),
        minutes=_minutes(life.stops),
        short_ids=frozenset(stop.id for stop in short),
        short_minutes=_minutes(short),
    )


def _headlines(life: Life) -> Iterable[Stop]:
    stops: dict[str, list[Stop]] = {}
    for stop in life.stops:
        stops.setdefault(stop.chapter, []).append(stop)
    for chapter in life.chapters:
        there = stops.get(chapter.id, [])
        if chapter.headline and there:
            yield max(there, key=lambda stop: (stop.span.last - stop.span.first).days)


def _minutes(stops: Iterable[Stop]) -> int:
    told = [f"{stop.summary} {stop.quote or ''} {stop.correction or ''}" for stop in stops]
    words = sum(len(text.split()) for text in told)
    return max(1, round(words / _WORDS_A_MINUTE + _LOOK_MINUTES * len(told)))
