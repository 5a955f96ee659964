"""The order of a life: as its editor put it, except where the dates say otherwise."""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.dates import DateSpan


def order_stops(seqs: Sequence[object], spans: Sequence[DateSpan]) -> list[int]:
    """Return the positions of the stops in the order of the life.

    Stops are taken by ``seq``, one without a number after its neighbour in the file. Each is put
    before the first one that certainly begins later, else at the end; so overlapping and vague
    dates stay as the editor put them, and doing it twice changes nothing.

    Parameters
    ----------
    seqs
        The ``seq`` of each stop as the file has it; anything but a number counts as none.
    spans
        The dates of each stop.
    """
    keys: list[tuple[float, int, int]] = []
    previous = 0.0
    for index, seq in enumerate(seqs):
        numbered = isinstance(seq, (int, float)) and not isinstance(seq, bool)
        numbered = numbered and not (isinstance(seq, float) and math.isnan(seq))
        # Not as float: JSON has whole numbers that none can hold.
        previous = seq if numbered else previous  # type: ignore[assignment] # narrowed above
        keys.append((previous, int(not numbered), index))
    order: list[int] = []
    # latest[i] is the latest first day among the first i + 1 stops: it only grows, so the first
    # stop that certainly begins after a given day is found by bisection.
    latest: list[int] = []
    for _, _, index in sorted(keys):
        first = spans[index].begin.first.toordinal()
        place = bisect_right(latest, spans[index].begin.last.toordinal())
        order.insert(place, index)
        latest.insert(place, max(first, latest[place - 1]) if place else first)
    return order


def order_legs(ends: Sequence[tuple[str, str]], stop_ids: Sequence[str]) -> list[int]:
    """Return the positions of the legs in the order of the stops they reach.

    Parameters
    ----------
    ends
        ``from_id`` and ``to_id`` of each leg; one that names no stop goes to the end.
    stop_ids
        Ids of the stops in the order of the life.
    """
    rank = {name: index for index, name in enumerate(stop_ids)}
    last = len(rank)

    def key(index: int) -> tuple[int, int, int]:
        start, end = ends[index]
        return rank.get(end, last), rank.get(start, last), index

    return sorted(range(len(ends)), key=key)
