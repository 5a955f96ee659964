"""The band of a life: stays over chapters and years, as shares of its length."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mapping.life.dates import parse_span
from mapping.signs import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Life, Stop

Band = dict[str, list[dict[str, Any]]]
_STATES = {"captivity": "captive", "exile": "exiled"}
_LEAST = 0.0022  # a day is drawn as wide as this share, so that it can be seen
_LETTER = 0.0034  # width of a letter on a bar, as a share of the band
_GAP = 0.0008


def lay_band(life: Life) -> Band:
    """Lay out the stays, chapters, events and years of a life along its band.

    Parameters
    ----------
    life
        A valid life.

    Returns
    -------
    dict
        ``stays``, ``chapters``, ``events`` and ``years``, each placed by shares of the band from 0
        to 1; stays in lanes, the lowest first.
    """
    first = date(min(stop.span.first.year for stop in life.stops), 1, 1)
    last = date(max(stop.span.last.year for stop in life.stops), 12, 31)
    length = (last - first).days or 1

    def share(day: date) -> float:
        return round(min(max((day - first).days / length, 0), 1), 5)

    return {
        "stays": _stays(life.stops, share),
        "chapters": _chapters(life, share),
        "events": _events(life, share),
        "years": [
            {"year": year, "at": share(date(year, 1, 1))}
            for year in range(first.year, last.year + 1)
            if year % _step(last.year - first.year) == 0
        ],
    }


def _events(life: Life, share: Any) -> list[dict[str, Any]]:
    """Return the events of the age, their words in lanes where they would meet."""
    ends: list[float] = []
    events = []
    for event in life.events:
        span = parse_span(event.date)
        begin = share(span.first)
        width = len(event.text) * _LETTER * 1.1
        at = min(begin, 1 - width)
        lane = next((i for i, taken in enumerate(ends) if taken <= at), len(ends))
        ends[lane : lane + 1] = [at + width]
        end = max(share(span.last), begin + _LEAST)
        events.append({"from": begin, "to": end, "at": at, "lane": lane, "text": event.text})
    return events


def _step(years: int) -> int:
    """Return how many years lie between two that are named."""
    return next(step for step in (1, 2, 5, 10, 20, 50, 100) if years / step <= 14 or step == 100)


def _stays(stops: Sequence[Stop], share: Any) -> list[dict[str, Any]]:
    ends: list[float] = []
    stays = []
    for number, stop in enumerate(stops, start=1):
        begin = share(stop.span.first)
        end = max(share(stop.span.last), begin + _LEAST)
        lane = next((i for i, taken in enumerate(ends) if taken + _GAP <= begin), len(ends))
        ends[lane : lane + 1] = [end]
        names = (f"{number} {label_of(stop.name_then, stop.precision)}", str(number))
        stays.append(
            {
                "from": begin,
                "to": end,
                "lane": lane,
                "state": _STATES.get(stop.kind, "free"),
                "text": _fitting(names, end - begin),
            }
        )
    return stays


def _chapters(life: Life, share: Any) -> list[dict[str, Any]]:
    """Return a block for each chapter, from its first stay to that of the next."""
    begins: dict[str, date] = {}
    for stop in life.stops:
        begins[stop.chapter] = min(stop.span.first, begins.get(stop.chapter, date.max))
    told = [(number, one) for number, one in enumerate(life.chapters, start=1) if one.id in begins]
    edges = [share(begins[one.id]) for _, one in told] + [
        share(max(stop.span.last for stop in life.stops))
    ]
    blocks = []
    for (number, chapter), begin, end in zip(told, edges, edges[1:], strict=False):
        text = _fitting((f"{number} {chapter.title}", str(number)), end - begin)
        blocks.append({"from": begin, "to": max(end - _GAP, begin), "text": text})
    return blocks


def _fitting(names: Sequence[str], width: float) -> str:
    """Return the first name that a bar has room for; none if it is too short for all."""
    room = width / _LETTER - 1.5
    return next((name for name in names if len(name) <= room), "")
