"""The day whose frontiers a plate shows, chosen by a rule, and how it is said."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Any

from mapping.atlas.world import KNOWN, is_known, load_atlas
from mapping.life.projection import choose_views
from mapping.life.words import say_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mapping.life.model import Life, Stop
    from mapping.life.projection import View


def plate_days(life: Life, views: Sequence[View] = ()) -> tuple[date, ...]:
    """Return the day of the frontiers of each panel.

    It is the first day of one of its stops: the day on which most of its places belonged to the
    state to which they belonged when he was there. Of several such days it is the middle one.

    Parameters
    ----------
    life
        A valid life.
    views
        What the panels show; unless told, what `choose_views` says.

    Examples
    --------
    >>> from serge_map import load_life
    >>> [day.year for day in plate_days(load_life("data"))]
    [1928, 1941]
    """
    days, seen = [], set[Any]()
    for view in views or choose_views(life):
        fresh = set(view.positions) - seen
        here = [stop for stop in life.stops if stop.position in fresh]
        seen |= fresh
        days.append(_telling_day(here or life.stops))
    return tuple(days)


def say_days(days: Sequence[date]) -> str:
    """Return in words of which days the frontiers of a plate are.

    Parameters
    ----------
    days
        One for each panel.

    Examples
    --------
    >>> from datetime import date
    >>> say_days([date(1936, 9, 1)])
    'Frontiers of 1 September 1936.'
    """
    said = list(dict.fromkeys(_say_day(day) for day in days))
    if len(said) == 1 or not all(map(is_known, days)):
        return f"{said[0][0].upper()}{said[0][1:]}."
    first, second = (text.removeprefix("frontiers of ") for text in said)
    return f"Frontiers of {first}; below, of {second}."


def _telling_day(stops: Sequence[Stop]) -> date:
    days = sorted({stop.span.first for stop in stops})
    known = [day for day in days if is_known(day)]
    if not known:
        return days[len(days) // 2]
    then = Counter(_holders(stops))
    atlas = load_atlas()
    changes = sorted({day for face, _ in then for day in atlas.histories[face][0]})
    between = [bisect_right(changes, day.isoformat()) for day in known]
    matches = {
        at: sum(n for (face, who), n in then.items() if atlas.state(face, day).sovereign == who)
        for at, day in dict(zip(between, known, strict=True)).items()
    }
    most = max(matches.values())
    best = [day for at, day in zip(between, known, strict=True) if matches[at] == most]
    return best[len(best) // 2]


def _holders(stops: Sequence[Stop]) -> list[tuple[int, str]]:
    """Return the face of the atlas that each stop lies in, and who held it on its first day."""
    import numpy as np
    import shapely

    from mapping.atlas.polities import faces_of

    atlas = load_atlas()
    dated = [stop for stop in stops if is_known(stop.span.first)]
    lon, lat = np.array([stop.position for stop in dated], dtype=float).reshape(-1, 2).T
    faces = faces_of(shapely.points(lon, lat))[0].tolist()
    ashore = [(n, stop.span.first) for n, stop in zip(faces, dated, strict=True) if n >= 0]
    return [(n, atlas.state(n, day).sovereign) for n, day in ashore]


def _say_day(day: date) -> str:
    if is_known(day):
        return f"frontiers of {say_day(day)}"
    side = f"before {KNOWN[0].year}" if day < KNOWN[0] else f"after {KNOWN[1].year}"
    return f"frontiers are not known {side}"
