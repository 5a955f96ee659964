"""Check that stops and records name each other rightly: persons, works, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.errors import at, show
from mapping.life.dates import parse_point
from mapping.life.model import Contemporary, Image, Work
from mapping.reading.explain import closest, suggest
from mapping.reading.parts import STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mapping.errors import Problem
    from mapping.reading.parts import Parts


def check_records(parts: Parts) -> list[Problem]:
    """Return what is wrong between the stops and the records.

    Parameters
    ----------
    parts
        What could be read of a life.
    """
    if parts.stops is None:
        return []
    return [*_persons(parts), *_stops_of_records(parts)]


def _persons(parts: Parts) -> Iterator[Problem]:
    persons = parts.records.get("persons.json", ())
    known = dict.fromkeys(sorted(parts.person_ids))
    named: set[str] = set()
    for feature in parts.stops or ():
        for name in feature.value.person_ids:
            named.add(name)
            if name not in known:
                remedy = suggest(closest(name, known), "Add the person to persons.json.")
                expected = "ids of persons.json"
                yield at(STOPS, feature.label).error(
                    "persons", expected=expected, found=show(name), remedy=remedy
                )
    for record in persons if parts.complete else ():
        if record.id not in named:
            expected, remedy = "a person whom a stop names", "Name it there, or remove it."
            yield at("persons.json", record.id).warning(
                expected=expected, found="none", remedy=remedy
            )
    for record in persons:
        yield from _lifetime(record) if isinstance(record, Contemporary) else ()


def _lifetime(person: Contemporary) -> Iterator[Problem]:
    if person.born and person.died:
        born, died = parse_point(person.born), parse_point(person.died)
        if died.last < born.first:
            expected, remedy = f"a date after the birth, {born.words}", "Mend one of the two."
            yield at("persons.json", person.id).error(
                "died", expected=expected, found=show(person.died), remedy=remedy
            )


def _stops_of_records(parts: Parts) -> Iterator[Problem]:
    known: Mapping[str, None] = dict.fromkeys(sorted(parts.stop_ids))
    for file, records in parts.records.items():
        for record in records:
            names: tuple[str, ...]
            if isinstance(record, Image):
                field, names = "stop", (record.stop,)
            elif isinstance(record, Work):
                field, names = "stops", record.stop_ids
            else:
                continue
            for name in names:
                if name not in known:
                    remedy = suggest(closest(name, known), "Name a stop of stops.geojson.")
                    yield at(file, record.id).error(
                        field, expected="ids of stops", found=show(name), remedy=remedy
                    )
