"""The dated states of the faces of the atlas and the dated names of its polities, as tables."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.atlas.world import KNOWN, load_atlas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

FIELDS = ["code", "name", "sovereign", "controller", "status"]
_SPAN = 10_000_000  # days: more than there are between any two dates


def states_of(face: Any, day: pd.Series) -> dict[str, Any]:
    """Return who held faces of the atlas on days, row by row.

    Parameters
    ----------
    face
        Numbers of faces; -1 for none.
    day
        Days, as many.

    Returns
    -------
    dict
        An array for each of ``FIELDS``, NaN without a face and on days that the atlas does not
        know.
    """
    import numpy as np

    faces, days = np.asarray(face), day.to_numpy(dtype="datetime64[D]")
    first, last = (np.datetime64(end) for end in KNOWN)
    known = (faces >= 0) & (days >= first) & (days <= last)
    states = np.full((len(faces), len(FIELDS)), np.nan, dtype=object)
    held = _histories().at(faces[known], days[known])
    number = np.array([_codes().get(code, -1) for code in held[:, 0]], dtype=int)
    states[known] = np.column_stack((held[:, 0], _names().at(number, days[known]), held[:, 1:]))
    return dict(zip(FIELDS, states.T, strict=True))


class _Dated(NamedTuple):
    """Values of numbered things, each from a day on: the first holds before that day too."""

    keys: Any
    values: Any

    def at(self, number: Any, days: Any) -> Any:
        """Return the values of things on days."""
        import numpy as np

        asked = number * _SPAN + days.astype(int)
        return self.values[np.searchsorted(self.keys, asked, side="right") - 1]


@cache
def _histories() -> _Dated:
    """Return the states of all faces by the day from which they hold."""
    return _dated(
        (days, [(s.entity, s.sovereign, s.controller, s.status) for s in states])
        for days, states in load_atlas().histories
    )


@cache
def _names() -> _Dated:
    """Return the names of all polities by the day from which they hold."""
    return _dated(
        (days, [(name,) for name in names]) for days, names in load_atlas().names.values()
    )


@cache
def _codes() -> dict[str, int]:
    return {code: number for number, code in enumerate(load_atlas().names)}


def _dated(things: Iterable[tuple[Sequence[str], Sequence[tuple[str, ...]]]]) -> _Dated:
    import numpy as np

    rows = [
        (number, "0001-01-01" if nth == 0 else day, value)
        for number, (days, values) in enumerate(things)
        for nth, (day, value) in enumerate(zip(days, values, strict=True))
    ]
    numbers, days, values = zip(*rows, strict=True)
    begins = np.array(days, dtype="datetime64[D]").astype(int)
    return _Dated(np.array(numbers) * _SPAN + begins, np.array(values, dtype=object))
