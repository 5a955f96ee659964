"""Give polities one of six tints so that neighbours differ at every date."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import shapely

from mapping.errors import MapError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.atlas.decode import State
    from mapping.rebuild.facts import History

TINTS = 6
# Across a strait the same tint is allowed, but not liked: Denmark and Sweden.
_NEAR_DEGREES = 1.0


def choose_tints(
    faces: Mapping[str, shapely.Geometry], histories: Mapping[str, History]
) -> dict[str, int]:
    """Choose the tint of every code: DSATUR (Brelaz 1979) over the neighbours of all dates.

    A colony or zone that has one sovereign all its days wears the tint of that sovereign. Of the
    tints left, one is taken that no neighbour across a strait wears.

    Parameters
    ----------
    faces
        The faces by name of their history; degrees, EPSG:4326.
    histories
        The states of each history.

    Raises
    ------
    MapError
        If six tints do not suffice.
    """
    owner = _owners(histories)
    links = _links(_pairs(faces, 0.0), histories, owner)
    near = _links(_pairs(faces, _NEAR_DEGREES), histories, owner)
    tints = _colour(links, near, {})
    if tints is None:
        raise MapError(f"{TINTS} tints do not suffice; merge or part some polities.")
    return {code: tints[owner[code]] for code in sorted(owner)}


def _colour(
    links: Mapping[str, set[str]], near: Mapping[str, set[str]], tints: dict[str, int]
) -> dict[str, int] | None:
    """Colour the most constrained polity first and take back what leads nowhere."""
    if len(tints) == len(links):
        return tints
    code = min(
        links.keys() - tints.keys(),
        key=lambda c: (
            -len({tints[other] for other in links[c] if other in tints}),
            -len(links[c]),
            c,
        ),
    )
    taken = {tints[other] for other in links[code] if other in tints}
    used = Counter(tints.values())
    over_sea = Counter(tints[other] for other in near[code] if other in tints)
    # A tint that nobody wears yet is as good as any other one: try only the first.
    fresh = [tint for tint in range(TINTS) if tint not in used][:1]
    free = sorted(used.keys() - taken, key=lambda tint: (over_sea[tint], used[tint], tint))
    for tint in fresh + free:
        done = _colour(links, near, {**tints, code: tint})
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


def _pairs(faces: Mapping[str, shapely.Geometry], reach: float) -> list[tuple[str, str]]:
    """Return the pairs of faces that touch, or come within reach of each other."""
    names = list(faces)
    shapes = list(faces.values())
    pairs = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=reach).T.tolist()
    return [(names[i], names[j]) for i, j in sorted(map(tuple, pairs)) if i < j]


def _links(
    pairs: list[tuple[str, str]], histories: Mapping[str, History], owner: Mapping[str, str]
) -> dict[str, set[str]]:
    """Return for each realm the realms that it meets on any day."""
    links: dict[str, set[str]] = {code: set() for code in owner.values()}
    for one, two in pairs:
        for here, there in _meetings(histories[one], histories[two]):
            if owner[here] != owner[there]:
                links[owner[here]].add(owner[there])
                links[owner[there]].add(owner[here])
    return links


def _meetings(one: History, two: History) -> set[tuple[str, str]]:
    days = sorted({day for day, _ in (*one, *two)})
    meetings = {(_at(one, day).entity, _at(two, day).entity) for day in days}
    return {pair for pair in meetings if pair[0] != pair[1]}


def _at(history: History, day: str) -> State:
    return [state for begin, state in history if begin <= day][-1]
