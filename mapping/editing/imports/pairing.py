"""Pair the rows of a table with the stops of a life by what both have, and leave what is unsure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mapping.life.dates import DateSpan

Gap = tuple[str, str]
_FEWEST_IN_STEP = 2  # one stay may as well be a second one at its place


@dataclass(frozen=True, slots=True)
class Stay:
    """What tells one row, or one stop, from another.

    Parameters
    ----------
    key
        Id of the stop, or the one that an import made of the row.
    place
        Its name of today.
    names
        All its names, folded.
    span
        Its dates.
    where
        File and line of a row.
    is_named
        Whether the row says the id itself.
    """

    key: str
    place: str
    names: frozenset[str]
    span: DateSpan
    where: tuple[str, str] = ("", "")
    is_named: bool = False

    def __str__(self) -> str:
        return f"{self.place} {self.span.edtf}"


@dataclass(slots=True)
class Pairing:
    """The rows and the stops, and those of them that have found each other."""

    rows: Sequence[Stay]
    stops: Sequence[Stay]
    stop_of: dict[str, str] = field(default_factory=dict)

    @property
    def free_rows(self) -> list[Stay]:
        """Return the rows that are no stop yet."""
        return [row for row in self.rows if row.key not in self.stop_of]

    @property
    def free_stops(self) -> list[Stay]:
        """Return the stops that no row is about yet."""
        taken = set(self.stop_of.values())
        return [stop for stop in self.stops if stop.key not in taken]

    @property
    def tells_again(self) -> bool:
        """Return whether the table tells the life anew, rather than adds to it."""
        return len(self.stop_of) * 2 >= len(self.stops)

    def pair(
        self,
        traits: Callable[[Stay], set[tuple[str, ...]]],
        *,
        near: bool = False,
        fits: Callable[[Stay, Stay], bool] = lambda _row, _stop: True,
    ) -> dict[str, list[Stay]]:
        """Pair those that share a trait, where they are as many.

        Returns
        -------
        dict
            By key of a row that was not paired, the stops that it may be.
        """
        stops: dict[object, list[Stay]] = {}
        of_stop, of_row = (self._gaps(near=near, of_rows=rows) for rows in (False, True))
        for stop in self.free_stops:
            for trait in traits(stop) if stop.key in of_stop else ():
                stops.setdefault((trait, of_stop[stop.key]), []).append(stop)
        groups: dict[tuple[str, ...], list[str]] = {}
        for row in self.free_rows:
            marks = [(trait, of_row[row.key]) for trait in traits(row) if row.key in of_row]
            able = {stop.key: stop for mark in marks for stop in stops.get(mark, ())}
            if keys := tuple(key for key, stop in able.items() if fits(row, stop)):
                groups.setdefault(keys, []).append(row.key)
        wanted = Counter(key for keys in groups for key in keys)
        by_key = {stop.key: stop for stop in self.stops}
        doubts: dict[str, list[Stay]] = {}
        for keys, found in groups.items():
            if len(found) == len(keys) and all(wanted[key] == 1 for key in keys):
                self.stop_of |= dict(zip(found, keys, strict=True))
            else:
                doubts |= {row: [by_key[key] for key in keys] for row in found}
        return doubts

    def alike(self) -> dict[str, list[Stay]]:
        """Return, by key of a free row, the free stops at its place; one with an id has none."""
        there: dict[str, list[Stay]] = {}
        for stop in self.free_stops:
            for name in stop.names:
                there.setdefault(name, []).append(stop)
        found = {
            row.key: {stop.key: stop for name in row.names for stop in there.get(name, ())}
            for row in self.free_rows
            if not row.is_named
        }
        return {key: list(stops.values()) for key, stops in found.items() if stops}

    def keep_step(self) -> None:
        """Pair all, one by one, where the table has the same places in the same order."""
        if len(self.rows) != len(self.stops) or len(self.rows) < _FEWEST_IN_STEP:
            return
        pairs = list(zip(self.rows, self.stops, strict=True))
        if all(
            self.stop_of.get(row.key, stop.key) == stop.key and row.names & stop.names
            for row, stop in pairs
        ):
            self.stop_of |= {row.key: stop.key for row, stop in pairs}

    def _gaps(self, *, near: bool, of_rows: bool) -> dict[str, Gap]:
        """Return between which stops each row or stop stands, where that is known."""
        stays = self.free_rows if of_rows else self.free_stops
        if not near:
            return {stay.key: ("", "") for stay in stays}
        known = self.stop_of if of_rows else {key: key for key in self.stop_of.values()}
        all_stays = self.rows if of_rows else self.stops
        before, behind = (_last_known(order, known) for order in (all_stays, all_stays[::-1]))
        gaps = {stay.key: (before[stay.key], behind[stay.key]) for stay in stays}
        # A table that tells the life again begins and ends with it; another may do so anywhere.
        # A row with an id of its own is another stop than its neighbour in the life.
        named = {stay.key for stay in stays if stay.is_named}
        return {
            key: gap
            for key, gap in gaps.items()
            if key not in named and (self.tells_again or all(gap))
        }


def _last_known(stays: Sequence[Stay], known: Mapping[str, str]) -> dict[str, str]:
    """Return for each stay the last stop before it that a row is."""
    last, found = "", {}
    for stay in stays:
        found[stay.key] = last
        last = known.get(stay.key, last)
    return found
