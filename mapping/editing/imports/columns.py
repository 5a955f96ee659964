"""Find out which column is what: by its name in six languages, and by its cells."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from mapping.editing.imports.date_column import judge_column, share_of_dates
from mapping.editing.imports.positions import is_number, is_position
from mapping.errors import DataError, Problems, show
from mapping.files import read_packaged
from mapping.reading.explain import closest, suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mapping.editing.imports.records import Table

_UNITS = re.compile(
    r"[(\[][^)\]]*(?:°|deg|grad|wgs|epsg|dd\b|dms|yyyy|jjjj|aaaa|\bn\b|\be\b|decimal|dezimal)[^)\]]*[)\]]",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-zа-я])(?=[A-ZА-Я])")
_WORDS = re.compile(r"[^\w]+|_+")
_DATES = ("start", "end")
_PARTS = ("year", "month", "day", "end_year", "end_month", "end_day")
_SAMPLE = 200
_HEADLINE = 60  # characters, of the longest
_BARE_NAMES = ("name", "item label", "nom", "nombre", "название", "nome")
_ALIASES = {"date": "start", "from": "start", "to": "end", "latitude": "lat", "longitude": "lon"}


@cache
def names_of_columns() -> dict[str, tuple[str, ...]]:
    """Return, for each thing that is looked for, the usual names of its column, plain."""
    table: dict[str, list[str]] = json.loads(read_packaged("editing/imports/columns.json"))
    return {target: tuple(dict.fromkeys(map(plain, names))) for target, names in table.items()}


def plain(name: str) -> str:
    """Return the name of a column as names are compared: no units, accents, capitals, signs.

    Parameters
    ----------
    name
        As in the head of a table.

    Examples
    --------
    >>> plain("Latitude (°N)"), plain("decimalLatitude"), plain("Date (start)")
    ('latitude', 'decimal latitude', 'date start')
    """
    bare = _CAMEL.sub(" ", _UNITS.sub("", name))
    bare = unicodedata.normalize("NFKD", bare).casefold()
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(_WORDS.sub(" ", bare).split())


def known_names(cells: Sequence[str]) -> int:
    """Return how many cells of a line are usual names of columns.

    Parameters
    ----------
    cells
        Of a line that may be the head of a table.
    """
    usual = {name for names in names_of_columns().values() for name in names}
    return len({plain(cell) for cell in cells} & usual)


def find_columns(table: Table, chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the column for each thing that is looked for.

    Parameters
    ----------
    table
        The table.
    chosen
        What the person says, by thing.

    Raises
    ------
    DataError
        If the person names a thing or a column that there is not.
    """
    found = _checked(table, chosen)
    fits: dict[str, Callable[[Sequence[str]], bool]] = {
        **dict.fromkeys(_DATES, _mostly_dates),
        **dict.fromkeys(("lat", "lon"), lambda cells: _mostly(is_number, cells)),
        "position": lambda cells: _mostly(is_position, cells),
        **dict.fromkeys(_PARTS, _any_cell),
    }
    named: dict[str, list[str]] = {}
    for column in table.header:
        named.setdefault(plain(column), []).append(column)
    for target, names in names_of_columns().items():
        if target in found:
            continue
        for column in (column for name in names for column in named.get(name, ())):
            fit = fits.get(target)
            free = column not in found.values()
            if free and (fit is None or fit(_cells(table, column))):
                found[target] = column
                break
    return _by_content(table, found, set(chosen))


def _checked(table: Table, chosen: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    problems = Problems()
    for said, column in chosen.items():
        target = _ALIASES.get(said, said.replace(" ", "_"))
        real = next((name for name in table.header if name == column), None)
        real = real or next((n for n in table.header if plain(n) == plain(column)), None)
        if target not in names_of_columns():
            usual = ", ".join(names_of_columns())
            problems.at("--map").error(
                expected=f"one of {usual}", found=show(said), remedy="Correct it."
            )
        elif real is None:
            there = ", ".join(map(show, table.header))
            problems.at(table.name).error(
                expected=f"the column {show(column)} that --map {said} names",
                found=f"only {there}" if there else "no columns",
                remedy=suggest(closest(column, table.header), "Correct its name."),
            )
        else:
            found[target] = real
    if problems:
        raise DataError(problems)
    return found


def _by_content(table: Table, found: dict[str, str], chosen: set[str]) -> dict[str, str]:
    """Amend what names alone get wrong."""
    free = [column for column in table.header if column not in found.values()]
    if not ({"lat", "lon", "position"} & set(found) or table.positioned):
        _only_one(found, "position", [c for c in free if _all(table, c, _mostly_places)])
    if not {"start", "year"} & set(found):
        _only_one(found, "start", [c for c in free if _all(table, c, _surely_dates)])
    if "start" in found:
        parted = plain(found["start"]) in names_of_columns()["year"]
        if parted and {"month", "day", "end_year"} & set(found):
            found["year"] = found.pop("start")  # a year that is one part of three
        else:
            found.pop("year", None)
        if plain(found.get("start", "")) == "date edtf" and "end" not in chosen:
            found.pop("end", None)  # our own column says both ends, and more exactly
    return _headed(table, found, chosen)


def _only_one(found: dict[str, str], target: str, columns: Sequence[str]) -> None:
    if len(columns) == 1:
        found[target] = columns[0]


def _all(table: Table, column: str, test: Callable[[Sequence[str]], bool]) -> bool:
    cells = _cells(table, column)
    return any(cells) and test(cells)


def _headed(table: Table, found: dict[str, str], chosen: set[str]) -> dict[str, str]:
    """Let place and title lend each other what a table calls by one name."""
    if "place" not in found and "title" in found:
        found["place"] = found["title"]  # a gazetteer's title is the place
    elif "title" not in found and "chapter" in found and "chapter" not in chosen:
        cells = [cell for cell in _cells(table, found["chapter"]) if cell]
        if len(cells) > 1 and len(set(cells)) == len(cells):
            found["title"] = found.pop("chapter")
    if "title" in found and "text" not in found and not {"title", "place"} & chosen:
        told = plain(found["title"]) in names_of_columns()["text"]
        if told and _mostly(_is_told, _cells(table, found["title"])):
            found["text"] = found.pop("title")  # "What happened" in sentences, not in headlines
    if "title" not in found and plain(found.get("place", "")) in _BARE_NAMES:
        found["title"] = found["place"]  # a bare "name" heads the stop as well
    return found


def _cells(table: Table, column: str) -> list[str]:
    return [record.cells.get(column, "") for record in table.records[:_SAMPLE]]


def _mostly(test: Callable[[str], bool], cells: Sequence[str], share: float = 0.5) -> bool:
    filled = [cell for cell in cells if cell]
    return not filled or sum(map(test, filled)) >= share * len(filled)


def _mostly_places(cells: Sequence[str]) -> bool:
    return _mostly(is_position, cells, 0.8)


def _surely_dates(cells: Sequence[str]) -> bool:
    return _mostly_dates(cells, 0.8)


def _mostly_dates(cells: Sequence[str], share: float = 0.3) -> bool:
    style = judge_column(cells)
    return not any(cells) or share_of_dates(cells, style) >= share


def _is_told(cell: str) -> bool:
    """Return whether a cell tells in sentences; a headline is short and has no full stop."""
    return len(cell) > _HEADLINE or cell.endswith((".", "!", "?"))


def _any_cell(cells: Sequence[str]) -> bool:
    return any(cells)
