"""Put the rows of a table on the ground: positions by column, names by the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mapping.editing.imports.columns import names_of_columns, plain
from mapping.editing.imports.countries import country_code, holder_at
from mapping.editing.imports.gazetteer import (
    GAZETTEER,
    INSTALL,
    find_towns,
    has_gazetteer,
    split_country,
)
from mapping.editing.imports.positions import LIMITS
from mapping.editing.imports.row_positions import (
    Cells,
    Point,
    beyond,
    has_position,
    lon_comes_first,
    position_problems,
    row_position,
)
from mapping.editing.imports.towns import Refused, Wish, choose_towns
from mapping.errors import DataError, Problem, Problems, at, show
from mapping.life.countries import country_name
from mapping.life.words import say_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.editing.imports.gazetteer import Town
    from mapping.editing.imports.records import Table

_PLACE_ALONE = "A column of names of towns (place, ort; --map place=COLUMN) will do alone"
_IN_ATLAS = date(1936, 1, 1)  # between the wars most names of states are those of today


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is known of all rows: as they were found, by what it is, name to look up, towns."""

    table: Table
    cells: Sequence[Cells]
    named: Sequence[str]
    towns: Mapping[str, Sequence[Town]]


def locate(
    table: Table, found: Mapping[str, str], cells: Sequence[Cells]
) -> tuple[list[Point | None], list[Problem], list[str]]:
    """Return the position of each row, longitude first, or ``None`` where it has none.

    Parameters
    ----------
    table
        The table.
    found
        Column by what it is.
    cells
        Of each row by what it is; country, place id and precision are added by the gazetteer.

    Returns
    -------
    tuple of list, list of Problem, list of str
        Positions; why others have none; what was guessed.

    Raises
    ------
    DataError
        If there is no column for it and no name to look up, or the numbers are no degrees.
    """
    given = table.positioned or "position" in found or {"lat", "lon"} <= set(found)
    named = _places(found, cells)
    if not given and not (any(named) and has_gazetteer()):
        raise DataError([_no_columns(table, found, named=any(named))])
    points: list[Point | None] = []
    problems = Problems()
    unplaced: list[int] = []
    swapped = lon_comes_first(found, cells)
    for index, (record, mine) in enumerate(zip(table.records, cells, strict=True)):
        points.append(None)
        if not has_position(record, mine):
            unplaced.append(index)
            continue
        try:
            points[index] = row_position(record, mine, lon_first=swapped)
        except ValueError as error:
            problems += position_problems(table.name, record, mine, error)
    _refuse_projected(table.name, points)
    towns = find_towns({name for name in named if name}) if has_gazetteer() else {}
    rows = _Rows(table, cells, named, towns)
    notes = _exchange(rows, points)
    _judge_limits(table, points, problems)
    notes += _look_up(rows, unplaced, points, problems)
    _identify(rows, points)
    return points, problems, notes


def _places(found: Mapping[str, str], cells: Sequence[Cells]) -> list[str]:
    """Return the name to look up for each row; a title that stands for the place is none."""
    alone = found.get("place") == found.get("title") and plain(found.get("place", "")) in (
        *names_of_columns()["title"],
    )
    return ["" if alone else mine.get("place", "") for mine in cells]


def _no_columns(table: Table, found: Mapping[str, str], *, named: bool) -> Problem:
    missing = [axis for axis in ("lat", "lon") if axis not in found]
    usual = "; ".join(f"{axis}: {', '.join(names_of_columns()[axis][:4])}" for axis in missing)
    wanted = missing if "start" in found or "year" in found else [*missing, "start"]
    if "start" in wanted:
        usual += f"; start: {', '.join(names_of_columns()['start'][:9])}"
    remedy = f"Rename them to one of the usual names ({usual}), or use --map lat=COLUMN."
    expected = f"columns for {', '.join(wanted)}"
    if named:
        remedy = f"{INSTALL} {remedy}"
    elif "place" not in found:
        expected += ", or one for place instead of lat and lon"
        remedy += f" {_PLACE_ALONE}"
        remedy += "." if has_gazetteer() else f", once the gazetteer is there: {GAZETTEER}."
    there = ", ".join(table.header) or "no columns"
    return at(table.name).error(expected=expected, found=there, remedy=remedy)


def _refuse_projected(name: str, points: Sequence[Point | None]) -> None:
    """Refuse a table most of whose numbers are far too large to be degrees."""
    known = [point for point in points if point]
    metres = [point for point in known if max(map(abs, point)) > 1000]
    if metres and len(metres) * 2 > len(known):
        found = f"projected coordinates in metres, such as {metres[0][0]:g}, {metres[0][1]:g}"
        raise at(name).refusal(
            expected="degrees, longitude and latitude of WGS84 (EPSG:4326)",
            found=found,
            remedy="Open the table in QGIS with its own coordinate system (UTM, Web Mercator, "
            "a national grid) and export it with EPSG:4326.",
        )


def _judge_limits(table: Table, points: list[Point | None], problems: Problems) -> None:
    for index, point in enumerate(points):
        for axis, value in zip(("lon", "lat"), point or (), strict=False):
            if abs(value) > LIMITS[axis]:
                expected, remedy = beyond(axis, value)
                problems.at(table.name, table.records[index].where).error(
                    axis, expected=expected, found=f"{value:g}", remedy=remedy
                )
                points[index] = None


def _exchange(rows: _Rows, points: list[Point | None]) -> list[str]:
    """Exchange the axes of all rows where names and countries say that they are the other way."""
    for_it = against = 0
    for point, mine, name in zip(points, rows.cells, rows.named, strict=True):
        if point is None:
            continue
        told = _side(point, mine, rows.towns.get(name, ()))
        for_it += told < 0
        against += told > 0
    known = [point for point in points if point]
    beyond = bool(known) and all(abs(lat) > 90 >= abs(lon) for lon, lat in known)
    if not (beyond or (for_it and not against and for_it * 2 >= len(known))):
        return []
    for index, point in enumerate(points):
        points[index] = point and (point[1], point[0])
    why = "no latitude is larger than 90" if beyond else f"so {for_it} places or countries lie"
    said = f"The axes are swapped: lat and lon are exchanged in all rows, for {why}."
    return [f"{said} If that is wrong, correct the table."]


def _side(point: Point, mine: Cells, towns: Sequence[Town]) -> int:
    """Return 1 if a row fits where it is, -1 if only the other way round, 0 if nobody knows."""
    lon, lat = point
    if abs(lon) > 90:
        return 0
    here, there = (any(t.is_near(*p) for t in towns) for p in ((lon, lat), (lat, lon)))
    if here or there:
        return 1 if here else -1
    code = country_code(mine.get("country", ""))
    if code:
        name = country_name(code)
        if holder_at(lon, lat, _IN_ATLAS) == name:
            return 1
        if holder_at(lat, lon, _IN_ATLAS) == name:
            return -1
    return 0


def _look_up(
    rows: _Rows,
    unplaced: Sequence[int],
    points: list[Point | None],
    problems: Problems,
) -> list[str]:
    """Give rows without a position that of their town, if there is just one of the name."""
    table = rows.table
    expected = "a position, or the name of one town"
    wishes: dict[int, Wish] = {}
    for index in unplaced:
        name, mine = rows.named[index], rows.cells[index]
        if name and has_gazetteer():
            code = country_code(mine.get("country", ""))
            fit = tuple(town for town in rows.towns.get(name, ()) if code in ("", town.country))
            wishes[index] = Wish(name, fit, code or split_country(name)[1])
            continue
        found = f"the name {show(name)} alone" if name else "neither"
        here = at(table.name, table.records[index].where)
        problems.append(here.error("lat", expected=expected, found=found, remedy=INSTALL))
    given = [(name, point) for name, point in zip(rows.named, points, strict=True) if point]
    chosen = choose_towns(set(wishes.values()), given)
    taken: dict[str, str] = {}
    for index, wish in wishes.items():
        town = chosen[wish]
        if isinstance(town, Refused):
            problems.at(table.name, table.records[index].where).error(
                "place", expected=expected, found=town.found, remedy=town.remedy
            )
            continue
        points[index] = (town.lon, town.lat)
        _say_place(rows.cells[index], wish.name, town)
        others = f", the best known of {len(wish.fit)}" if len(wish.fit) > 1 else ""
        taken[wish.name] = f"{wish.name}: {town.name} in {country_name(town.country)}{others}"
    if not taken:
        return []
    places = say_count(len(taken), "place")
    return [f"Positions of {places} are taken from GeoNames by name: {'; '.join(taken.values())}."]


def _say_place(mine: Cells, name: str, town: Town) -> None:
    """Fill in what the town says; a country that served only to find it is no part of its name."""
    mine["precision"] = mine.get("precision") or "city"
    mine["country"] = mine.get("country") or town.country
    bare = split_country(name)[0]
    for key in ("place", "title", "name_then"):
        if mine.get(key) == name:
            mine[key] = bare


def _identify(rows: _Rows, points: Sequence[Point | None]) -> None:
    """Fill in the country of today, and the key of the place, of towns that are known."""
    for point, mine, name in zip(points, rows.cells, rows.named, strict=True):
        near = [town for town in rows.towns.get(name, ()) if point and town.is_near(*point)]
        if near and "," not in split_country(name)[0]:
            mine["country"] = mine.get("country") or near[0].country
            if near[0].country == country_code(mine["country"]):
                mine.setdefault("place_id", near[0].place_id)  # an empty cell stays so
