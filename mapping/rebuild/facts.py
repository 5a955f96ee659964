"""Read the tables of ``data/frontiers``: who held what from which day, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapping.atlas.decode import State
from mapping.errors import DataError, Problems, at
from mapping.rebuild.tables import is_day, parse_number, read_table, wrong

if TYPE_CHECKING:
    from pathlib import Path

FIRST_DAY = "1890-01-01"


History = tuple[tuple[str, State], ...]


@dataclass(frozen=True, slots=True)
class CutTown:
    """One town put on one side of a vanished frontier; position in degrees, EPSG:4326."""

    cut: str
    side: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the tables say.

    Parameters
    ----------
    histories
        From the name of a history to its states, each with the ISO day it begins.
    units
        From a unit key (``FRA:Cher``, or ``FRA:*`` for the rest of a country) to its pieces: from
        the sides of cuts (``VICHY=F``, empty for an undivided unit) to the name of a history.
    towns
        The towns of every cut.
    polities
        From a code to its names, each with the ISO day it begins.
    sources
        From the name of a history to the treaty, decree or event of each of its states.
    """

    histories: dict[str, History]
    units: dict[str, dict[str, str]]
    towns: tuple[CutTown, ...]
    polities: dict[str, tuple[tuple[str, str], ...]]
    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_facts(folder: Path) -> Facts:
    """Read the tables and hold them against each other.

    Parameters
    ----------
    folder
        The folder with ``changes.csv``, ``histories.csv``, ``units.csv``, ``cuts.csv``,
        ``cut_towns.csv`` and ``polities.csv``.

    Raises
    ------
    DataError
        If a row names something that no other table has, or days do not follow each other.
    """
    problems = Problems()
    histories, sources = _read_histories(folder, problems)
    sides = {
        f"{row['cut']}={part.split()[0]}"
        for row in read_table(folder / "cuts.csv", "cut", "sides", "source")
        for part in row["sides"].split("; ")
    }
    units: dict[str, dict[str, str]] = {}
    for row in read_table(folder / "units.csv", "unit", "piece", "history"):
        units.setdefault(row["unit"], {})[row["piece"]] = row["history"]
        if row["history"] not in histories:
            expected = "a name in histories.csv"
            problems.append(wrong("units.csv", row["unit"], "history", expected, row["history"]))
        if row["piece"] and not set(row["piece"].split("+")) <= sides:
            problems.append(
                wrong("units.csv", row["unit"], "piece", "sides of cuts.csv", row["piece"])
            )
    towns = []
    for row in read_table(folder / "cut_towns.csv", "cut", "side", "town", "lat", "lon"):
        lon, lat = (parse_number(row, axis, "cut_towns.csv", problems) for axis in ("lon", "lat"))
        towns.append(CutTown(row["cut"], row["side"], lon, lat))
        if f"{row['cut']}={row['side']}" not in sides:
            expected = "a side of the cut in cuts.csv"
            problems.append(wrong("cut_towns.csv", row["town"], "side", expected, row["side"]))
    polities = _read_polities(folder, problems)
    states = {state for history in histories.values() for _, state in history}
    codes = {code for state in states for code in (state.entity, state.sovereign, state.controller)}
    problems += [
        at("polities.csv", code).error(
            "name", expected="a name", found="none", remedy="Add a row for the code."
        )
        for code in sorted(codes - polities.keys())
    ]
    if problems:
        raise DataError(problems)
    return Facts(histories, units, tuple(towns), polities, sources)


def _read_histories(
    folder: Path, problems: Problems
) -> tuple[dict[str, History], dict[str, tuple[str, ...]]]:
    """Return the states of every history with their days, and beside them what made each."""
    days, told = {}, {}
    for row in read_table(folder / "changes.csv", "change", "date", "source"):
        days[row["change"]], told[row["change"]] = row["date"], row["source"]
        if not is_day(row["date"]):
            problems.append(wrong("changes.csv", row["change"], "date", "a day", row["date"]))
    histories: dict[str, list[tuple[str, State]]] = {}
    sources: dict[str, list[str]] = {}
    for row in read_table(folder / "histories.csv", "history", "change", *State.__slots__):
        before = histories.setdefault(row["history"], [])
        day = days.get(row["change"])
        if day is None:
            expected = "a change of changes.csv"
        elif before and day <= before[-1][0]:
            expected = f"a change after {before[-1][0]}"
        elif not before and day != FIRST_DAY:
            expected = f"the change of {FIRST_DAY} first"
        else:
            before.append((day, State(*(row[key] for key in State.__slots__))))
            sources.setdefault(row["history"], []).append(told[row["change"]])
            continue
        problems.append(wrong("histories.csv", row["history"], "change", expected, row["change"]))
    return (
        {name: tuple(history) for name, history in histories.items()},
        {name: tuple(texts) for name, texts in sources.items()},
    )


def _read_polities(folder: Path, problems: Problems) -> dict[str, tuple[tuple[str, str], ...]]:
    polities: dict[str, list[tuple[str, str]]] = {}
    for row in read_table(folder / "polities.csv", "code", "from", "name"):
        polities.setdefault(row["code"], []).append((row["from"], row["name"]))
        if not is_day(row["from"]):
            problems.append(wrong("polities.csv", row["code"], "from", "a day", row["from"]))
    return {code: tuple(sorted(names)) for code, names in sorted(polities.items())}
