"""Tell which stop of a life each row of a table is; refuse where it cannot be told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mapping.editing.imports.differences import features_of
from mapping.editing.imports.pairing import Pairing, Stay
from mapping.editing.imports.records import and_more
from mapping.errors import DataError, Problems
from mapping.life.dates import parse_span
from mapping.life.places import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from mapping.editing.imports.differences import Features
    from mapping.editing.imports.records import Imported

_ID = "If one {}, write {} into a column id of the table."


@dataclass(frozen=True, slots=True)
class Recognised:
    """Which rows are which stops.

    Parameters
    ----------
    stop_of
        Id of the stop by that of the row; a row that is not in it is a new stop.
    notes
        What is not plain to see, a sentence each.
    """

    stop_of: Mapping[str, str]
    notes: tuple[str, ...]


def recognise_stays(imported: Imported, there: Features) -> Recognised:
    """Return which stop of a life each row of a table is.

    A row is a stop by its id; else by place and first day; else, where the table corrects one of
    these, by its neighbours: the same place between the same stops, or the same dates; or by all
    places, where the table has the same ones in the same order.

    Parameters
    ----------
    imported
        What an import made of the table.
    there
        The stops of the life, in its order.

    Raises
    ------
    DataError
        If a row may be more than one stop, or a new one as well.
    """
    rows = [
        replace(_stay(key, feature), where=imported.where[key], is_named="id" in imported.said[key])
        for key, feature in features_of(imported.files["stops.geojson"]).items()
    ]
    stops = [_stay(key, feature) for key, feature in there.items()]
    ids = {stop.key for stop in stops}
    named = {row.key: row.key for row in rows if row.is_named and row.key in ids}
    pairing = Pairing(rows, stops, named)
    pairing.pair(lambda stay: _placed(stay, stay.span.edtf))
    doubts = pairing.pair(lambda stay: _placed(stay, str(stay.span.first)))
    plain = set(pairing.stop_of)
    pairing.keep_step()
    pairing.pair(lambda stay: _placed(stay, str(stay.span.last)), near=True)
    pairing.pair(_placed, near=True, fits=_may_overlap)
    doubts |= pairing.pair(_placed, near=True)
    if pairing.tells_again:
        pairing.pair(_placed, fits=lambda row, stop: not row.is_named and _may_overlap(row, stop))
        pairing.pair(lambda stay: {(stay.span.edtf,)}, near=True)
        doubts |= pairing.alike()
    _refuse([(row, doubts[row.key]) for row in pairing.free_rows if row.key in doubts])
    return Recognised(pairing.stop_of, tuple(_notes(pairing, plain)))


def _stay(key: str, feature: Mapping[str, Any]) -> Stay:
    facts = feature["properties"]
    place, then = str(facts["name_now"]), str(facts["name_then"])
    names = frozenset({fold(place), fold(then)} - {""})
    return Stay(key, place, names, parse_span(facts["date_edtf"]))


def _placed(stay: Stay, *more: str) -> set[tuple[str, ...]]:
    return {(name, *more) for name in stay.names}


def _may_overlap(row: Stay, stop: Stay) -> bool:
    return row.span.first <= stop.span.last and stop.span.first <= row.span.last


def _refuse(doubts: Sequence[tuple[Stay, Sequence[Stay]]]) -> None:
    problems = Problems()
    for row, able in doubts:
        said = " or ".join(f"{stop.key} ({stop})" for stop in able)
        ids = " or ".join(stop.key for stop in able)
        problems.at(*row.where).error(
            "id",
            expected="a row that is plainly one stop of the life, or plainly a new one",
            found=f"{row}, which may be {said} with other dates, or a new stop",
            remedy=f"Give the table a column id, and write {ids} there if the row is that stop, "
            "else a new id.",
        )
    if problems:
        raise DataError(problems)


def _notes(pairing: Pairing, plain: AbstractSet[str]) -> list[str]:
    """Return what was taken for what where it is not plain, and how to say it otherwise."""
    by_key = {stop.key: stop for stop in pairing.stops}
    notes = []
    corrected = [
        f"{row.where[1]}, {row}, for {(stop := by_key[pairing.stop_of[row.key]]).key} ({stop})"
        for row in pairing.rows
        if row.key in pairing.stop_of.keys() - plain
    ]
    if corrected:
        notes.append(
            "Taken for stops that the table corrects, by place and by what stands before and "
            f"behind: {and_more(corrected, '; ')}. {_ID.format('is another stop', 'a new id')}"
        )
    alike = pairing.alike()
    new = [
        f"{row.where[1]}, {row}, not {' or '.join(f'{s.key} ({s})' for s in alike[row.key])}"
        for row in pairing.free_rows
        if row.key in alike
    ]
    if new:
        notes.append(
            "Taken for new stops, though the life has their place at another time: "
            f"{and_more(new, '; ')}. {_ID.format('corrects such a stop', 'its id')}"
        )
    left = [f"{stop.key} ({stop})" for stop in pairing.free_stops]
    if left and pairing.tells_again:
        notes.append(
            f"Not in the table, and left as before: {and_more(left, '; ')}. To take one out, "
            "delete its line in stops.geojson, then: serge-map tidy --join."
        )
    return notes
