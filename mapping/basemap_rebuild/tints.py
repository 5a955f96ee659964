"""Give polities one of six tints so that neighbours differ at every date."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import shapely

from mapping.errors import MapError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.atlas_format import State
    from mapping.basemap_rebuild.facts import History

TINTS = 6


def choose_tints(
    faces: Mapping[str, shapely.Geometry], histories: Mapping[str, History]
) -> dict[str, int]:
    """Choose the tint of every code: DSATUR (Brelaz 1979) over the neighbours of all dates.

    A colony or zone that has one sovereign all its days wears the tint of that sovereign, unless
    two would then meet in one tint.

    Parameters
    ----------
    faces
        The faces by name of their history, in any plane.
    histories
        The states of each history.

    Raises
    ------
    MapError
        If six tints do not suffice.
    """
    owner = _owners(histories)
    meeting = {
        frozenset((one, two))
        for one, two in _neighbours(faces)
        for one, two in _meetings(histories[one], histories[two])
    }
    links: dict[str, set[str]] = {code: set() for code in owner}
    for pair in meeting:
        one, two = sorted(pair)
        if owner[one] != owner[two]:
            links[owner[one]].add(owner[two])
            links[owner[two]].add(owner[one])
    groups = {code: near for code, near in links.items() if owner[code] == code}
    tints = _colour(groups, {})
    if tints is None:
        raise MapError(f"{TINTS} tints do not suffice; merge or part some polities.")
    return {code: tints[owner[code]] for code in sorted(owner)}


def _colour(groups: Mapping[str, set[str]], tints: dict[str, int]) -> dict[str, int] | None:
    """Colour the most constrained polity first and take back what leads nowhere."""
    if len(tints) == len(groups):
        return tints
    code = min(
        groups.keys() - tints.keys(),
        key=lambda c: (
            -len({tints[near] for near in groups[c] if near in tints}),
            -len(groups[c]),
            c,
        ),
    )
    taken = {tints[near] for near in groups[code] if near in tints}
    used = Counter(tints.values())
    # A tint that nobody wears yet is as good as any other one: try only the first.
    fresh = [tint for tint in range(TINTS) if tint not in used][:1]
    free = [tint for tint in sorted(used, key=lambda tint: (used[tint], tint)) if tint not in taken]
    for tint in fresh + free:
        done = _colour(groups, {**tints, code: tint})
        if done is not None:
            return done
    return None


def _owners(histories: Mapping[str, History]) -> dict[str, str]:
    """Return whose tint each code wears; land held by mere conquest wears its own."""
    states = {state for history in histories.values() for _, state in history}
    sovereigns: dict[str, set[str]] = {}
    for state in states:
        for code in (state.sovereign, state.controller):
            sovereigns.setdefault(code, set())
        conquered = state.status == "occupied" and state.sovereign == state.controller
        own = state.entity if conquered else state.sovereign
        sovereigns.setdefault(state.entity, set()).add(own)
    return {
        code: min(own) if len(own) == 1 and sovereigns[min(own)] <= {min(own)} else code
        for code, own in sorted(sovereigns.items())
    }


def _neighbours(faces: Mapping[str, shapely.Geometry]) -> list[tuple[str, str]]:
    names = list(faces)
    shapes = list(faces.values())
    pairs = shapely.STRtree(shapes).query(shapes, predicate="intersects").T.tolist()
    return [(names[i], names[j]) for i, j in sorted(map(tuple, pairs)) if i < j]


def _meetings(one: History, two: History) -> set[tuple[str, str]]:
    days = sorted({day for day, _ in (*one, *two)})
    meetings = {(_at(one, day).entity, _at(two, day).entity) for day in days}
    return {pair for pair in meetings if pair[0] != pair[1]}


def _at(history: History, day: str) -> State:
    return [state for begin, state in history if begin <= day][-1]
