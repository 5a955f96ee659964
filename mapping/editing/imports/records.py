"""What every reader of an import returns: a table of cells that know where they stood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mapping.errors import count_of
from mapping.life.words import say_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.errors import Problem
    from mapping.life.dates import DateSpan


_LISTED = 12  # as many lines are named in one note
# The property of a stop that a column is about, where they have two names.
_SAYS = {"place": "name_now", "country": "country_now", "text": "summary", "source": "sources"}


@dataclass(frozen=True, slots=True)
class Record:
    """One row as it was found.

    Parameters
    ----------
    where
        Its place in the file, such as ``line 3`` or ``feature 2``.
    cells
        Text by name of the column.
    position
        Longitude and latitude, unproved, where the format has them apart from the cells.
    """

    where: str
    cells: Mapping[str, str]
    position: tuple[Any, Any] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of a file or sheet.

    Parameters
    ----------
    name
        Of the file.
    header
        Names of the columns, each once.
    records
        The rows that can be read.
    positioned
        Whether the format itself carries positions.
    notes
        What was seen on the way, one sentence each.
    problems
        Rows that cannot be read.
    """

    name: str
    header: tuple[str, ...]
    records: tuple[Record, ...]
    positioned: bool = False
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person says of a table.

    Parameters
    ----------
    columns
        Column by what it is, such as ``{"start": "Zeitpunkt"}``.
    day_first
        Whether the day comes before the month; ``None`` leaves it to the column.
    quotes_by
        Who speaks in the quotes that have no speaker.
    sheet
        Name of the sheet of a workbook, or of the layer.
    encoding
        Of a text; empty to look.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None
    quotes_by: str = ""
    sheet: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One dated point.

    Parameters
    ----------
    where
        Its place in the file.
    cells
        Text by what it is (a key of ``columns.json``), without what is empty.
    lon, lat
        Degrees, EPSG:4326.
    span
        Its dates.
    placed
        Whether the table says the position, and no gazetteer.
    said
        What its cells are, those alone that the table itself fills.
    """

    where: str
    cells: Mapping[str, str]
    lon: float
    lat: float
    span: DateSpan
    placed: bool = True
    said: frozenset[str] = frozenset()

    def get(self, name: str) -> str:
        """Return a cell, or an empty text.

        Parameters
        ----------
        name
            A key of ``columns.json``.
        """
        return self.cells.get(name, "")

    def said_of(self, key: str) -> frozenset[str]:
        """Return the properties of its stop that the table itself says.

        Parameters
        ----------
        key
            Id of the stop; it may be another than the one in the row, which no stop could have.
        """
        said = {_SAYS.get(name, name) for name in self.said} | {"date_edtf"}
        if self.get("id") != key:
            said.discard("id")
        return frozenset(said | {"position"} if self.placed else said)


def and_more(items: Sequence[str], comma: str = ", ") -> str:
    """Return a list in words, the first dozen of it and how many more there are.

    Parameters
    ----------
    items
        What is listed.
    comma
        What stands between.

    Examples
    --------
    >>> and_more(["line 3", "line 5"])
    'line 3, line 5'
    """
    more = len(items) - _LISTED
    return comma.join(items[:_LISTED]) + (f"{comma}and {more} more" if more > 0 else "")


@dataclass(frozen=True, slots=True)
class Imported:
    """A life made from a table.

    Parameters
    ----------
    files
        Text by file name, a whole life folder.
    notes
        What was guessed and what is missing, one sentence each.
    left_out
        Why rows are not in it, a warning each.
    row_count
        How many rows the table has.
    said
        By id of a stop, the properties that its row says; the others are guessed.
    where
        By id of a stop, the file and the line of its row.
    whole
        Whether it is a life that was exported with all its tables.
    guesses
        Those of the notes that tell what a new life has and the table does not say.
    """

    files: dict[str, str]
    notes: list[str] = field(default_factory=list)
    left_out: list[Problem] = field(default_factory=list)
    row_count: int = 0
    said: dict[str, frozenset[str]] = field(default_factory=dict)
    where: dict[str, tuple[str, str]] = field(default_factory=dict)
    whole: bool = False
    guesses: list[str] = field(default_factory=list)

    @property
    def stop_count(self) -> int:
        """Return how many stops it has."""
        return self.files["stops.geojson"].count('\n{"type": "Feature"')

    @property
    def verdict(self) -> str:
        """Return the count of all rows: taken, and those that need the person."""
        rows = say_count(self.row_count, "row")
        if not self.left_out:
            return f"{rows}: all taken"
        where = list(dict.fromkeys(one.feature for one in self.left_out if one.feature))
        # A row may have several faults, and some problems stand for many rows without naming them.
        count = len(where) + count_of(one for one in self.left_out if not one.feature)
        more = f" and {count - 5} more" if count > 5 else ""
        need = "needs" if count == 1 else "need"
        return (
            f"{rows}: {self.stop_count} taken, {count} left out {need} you: "
            f"{', '.join(where[:5])}{more}"
        )
