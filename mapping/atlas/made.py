"""The treaty, decree or event that made a state of affairs, or a stretch of frontier."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from mapping.atlas.file import sources_text
from mapping.atlas.world import load_atlas

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mapping.atlas.decode import State

_Days = tuple[list[str], list[str]]


def made_by(state: State, on: date) -> str:
    """Return what made the land and the status of a state of affairs as they stood on a day.

    Parameters
    ----------
    state
        A state of affairs of that day.
    on
        The day.

    Returns
    -------
    str
        The source of the last change by which land came to it or left it; several of one day are
        joined by semicolons.

    Examples
    --------
    >>> from datetime import date
    >>> from mapping.atlas.decode import State
    >>> made_by(State("CSK", "CSK", "CSK", "sovereign"), date(1938, 11, 15))
    'First Vienna Award, 2 November 1938'
    """
    days, sources = _changes()[state]
    return sources[max(0, bisect_right(days, on.isoformat()) - 1)]


def frontier_made_by(faces: Iterable[int], on: date) -> str:
    """Return what made a frontier between two faces of the atlas as it stood on a day.

    Parameters
    ----------
    faces
        The two faces.
    on
        The day.

    Returns
    -------
    str
        The source of the change from which the same two states have met there, whoever
        occupied them; within one state, the same two territories.
    """
    atlas, told = load_atlas(), _sources()
    faces = list(faces)
    owners = {atlas.state(face, on).sovereign for face in faces}
    part = attrgetter("sovereign" if len(owners) > 1 else "entity")
    found: list[tuple[str, str]] = []
    for face in faces:
        days, states = atlas.histories[face]
        number = max(0, bisect_right(days, on.isoformat()) - 1)
        while number and part(states[number - 1]) == part(states[number]):
            number -= 1
        found.append((days[number], told[face][number]))
    last = max(begin for begin, _ in found)
    return _joined(source for begin, source in found if begin == last)


@cache
def _changes() -> dict[State, _Days]:
    """Return for each state of affairs the days on which its land changed, and what changed it."""
    found: dict[State, dict[str, list[str]]] = {}
    told = _sources()
    for face, (days, states) in enumerate(load_atlas().histories):
        before: list[State | None] = [None, *states]
        for day, old, new, source in zip(days, before, states, told[face], strict=False):
            for state in (old, new) if old != new else ():
                if state is not None:
                    found.setdefault(state, {}).setdefault(day, []).append(source)
    return {
        state: (sorted(changes), [_joined(changes[day]) for day in sorted(changes)])
        for state, changes in found.items()
    }


def _joined(sources: Iterable[str]) -> str:
    """Join sources; one that another only says more fully is left out."""
    every = list(dict.fromkeys(sources))
    return "; ".join(
        one for one in every if not any(more.startswith(one) for more in every if more != one)
    )


@cache
def _sources() -> tuple[tuple[str, ...], ...]:
    """Return for each face of the atlas the source of each of its states."""
    raw = json.loads(sources_text())
    return tuple(tuple(raw["sources"][i] for i in history) for history in raw["histories"])
