"""Read the tables of ``data/frontiers``: who held what from which day, and on whose word."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mapping.atlas_format import State
from mapping.errors import DataError, Problem

if TYPE_CHECKING:
    from pathlib import Path

FIRST_DAY = date(1890, 1, 1)


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
    """

    histories: dict[str, History]
    units: dict[str, dict[str, str]]
    towns: tuple[CutTown, ...]
    polities: dict[str, tuple[tuple[str, str], ...]]


def read_facts(folder: Path) -> Facts:
    """Read the tables and hold them against each other.

    Parameters
    ----------
    folder
        The folder with ``changes.csv``, ``histories.csv``, ``units.csv``, ``cut_towns.csv`` and
        ``polities.csv``.

    Raises
    ------
    DataError
        If a row names something that no other table has, or days do not follow each other.
    """
    problems: list[Problem] = []
    days = {row["change"]: row["date"] for row in read_rows(folder / "changes.csv")}
    histories: dict[str, list[tuple[str, State]]] = {}
    for row in read_rows(folder / "histories.csv"):
        name = row["history"]
        day = days.get(row["change"])
        before = histories.setdefault(name, [])
        if day is None:
            problems.append(_problem("histories.csv", name, "change", "a row of changes.csv", row))
        elif before and day <= before[-1][0]:
            problems.append(_problem("histories.csv", name, "change", "a later day", row))
        elif not before and day != FIRST_DAY.isoformat():
            problems.append(_problem("histories.csv", name, "change", "start", row))
        else:
            before.append((day, State(*(row[key] for key in State.__slots__))))
    units: dict[str, dict[str, str]] = {}
    for row in read_rows(folder / "units.csv"):
        if row["history"] not in histories:
            problems.append(
                _problem("units.csv", row["unit"], "history", "a name in histories.csv", row)
            )
        units.setdefault(row["unit"], {})[row["piece"]] = row["history"]
    towns = tuple(
        CutTown(row["cut"], row["side"], float(row["lon"]), float(row["lat"]))
        for row in read_rows(folder / "cut_towns.csv")
    )
    polities: dict[str, list[tuple[str, str]]] = {}
    for row in read_rows(folder / "polities.csv"):
        polities.setdefault(row["code"], []).append((row["from"], row["name"]))
    states = {state for history in histories.values() for _, state in history}
    codes = {code for state in states for code in (state.entity, state.sovereign, state.controller)}
    problems += [
        _problem("polities.csv", code, "name", "a name", {"name": "none"})
        for code in sorted(codes - polities.keys())
    ]
    if problems:
        raise DataError(problems)
    return Facts(
        {name: tuple(history) for name, history in histories.items()},
        units,
        towns,
        {code: tuple(sorted(names)) for code, names in sorted(polities.items())},
    )


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV table with a header line, UTF-8."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _problem(file: str, row: str, field: str, expected: str, values: dict[str, str]) -> Problem:
    return Problem(file, row, field, expected, values[field], "Correct the row.")
