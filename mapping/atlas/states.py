"""The dated states of the faces of the atlas and the dated names of its polities, as frames."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mapping.atlas.world import KNOWN, load_atlas

if TYPE_CHECKING:
    import pandas as pd

FIELDS = ["code", "name", "sovereign", "controller", "status"]


def states_of(face: pd.Series, day: pd.Series) -> pd.DataFrame:
    """Return who held faces of the atlas on days, row by row.

    Parameters
    ----------
    face
        Numbers of faces; -1 for none.
    day
        Days, as many.

    Returns
    -------
    pandas.DataFrame
        The columns ``FIELDS``, empty without a face and on days that the atlas does not know.
    """
    import pandas as pd

    asked = pd.DataFrame(
        {"face": face.to_numpy(), "day": day.to_numpy(dtype="datetime64[s]")}
    ).rename_axis("row")
    asked = asked.reset_index().sort_values("day")
    inside = asked["day"].between(*map(pd.Timestamp, KNOWN))
    held = pd.merge_asof(asked[inside], _histories(), on="day", by="face")
    known = held.dropna(subset="code")
    named = pd.merge_asof(known, _names(), on="day", by="code").set_index("row")
    states: pd.DataFrame = named[FIELDS].reindex(range(len(face)))
    return states


@cache
def _histories() -> pd.DataFrame:
    """Return the states of all faces by the day from which they hold; the first holds before."""
    import pandas as pd

    rows = [
        (face, "0001-01-01" if number == 0 else day, *_state(state))
        for face, (days, states) in enumerate(load_atlas().histories)
        for number, (day, state) in enumerate(zip(days, states, strict=True))
    ]
    return _dated(pd.DataFrame(rows, columns=["face", "day", *FIELDS[:1], *FIELDS[2:]]))


@cache
def _names() -> pd.DataFrame:
    """Return the names of all polities by the day from which they hold."""
    import pandas as pd

    rows = [
        (code, "0001-01-01" if number == 0 else day, name)
        for code, (days, names) in load_atlas().names.items()
        for number, (day, name) in enumerate(zip(days, names, strict=True))
    ]
    return _dated(pd.DataFrame(rows, columns=["code", "day", "name"]))


def _state(state: object) -> tuple[str, str, str, str]:
    entity, sovereign, controller, status = (
        getattr(state, name) for name in ("entity", "sovereign", "controller", "status")
    )
    return entity, sovereign, controller, status


def _dated(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(day=frame["day"].to_numpy(dtype="datetime64[s]")).sort_values("day")
