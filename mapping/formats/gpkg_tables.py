"""The tables of a GeoPackage that hold no places: sources, persons, and who rests on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.formats.qgis.metadata import layer_description
from mapping.life.bibliography import cite, csl_item, issued, people
from mapping.life.rich_text import plain_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from mapping.life.model import Image, Life

# A timestamp of now would change the bytes of the same life.
MOMENT = "2000-01-01T00:00:00.000Z"
CONTENTS = """
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
VALUES (?, 'attributes', ?, ?, ?, 0)
"""


def write_tables(database: sqlite3.Connection, life: Life) -> None:
    """Write chapters, sources, persons, and which stop names which of them.

    Parameters
    ----------
    database
        An open GeoPackage.
    life
        A valid life.
    """
    chapters = [
        (one.id, one.title, one.place, one.years, one.summary, one.headline)
        for one in life.chapters
    ]
    columns = "id TEXT, title TEXT, place TEXT, years TEXT, summary TEXT, headline BOOLEAN"
    _table(database, life, "chapters", columns, chapters)
    columns = "id TEXT, type TEXT, author TEXT, title TEXT, issued TEXT, url TEXT, citation TEXT"
    _table(database, life, "sources", columns, _sources(life))
    persons = [
        (one.id, one.name, one.born, one.died, one.sentence, one.identifiers, one.sources)
        for one in life.persons
    ]
    columns = "id TEXT, name TEXT, born TEXT, died TEXT, sentence TEXT, identifiers TEXT"
    _table(database, life, "persons", f"{columns}, sources TEXT", persons)
    rests = [
        (stop.id, one.source_id, one.locator or None)
        for stop in life.stops
        for one in stop.citations
    ]
    columns = "stop TEXT, source TEXT, locator TEXT"
    _table(database, life, "stop_sources", columns, rests)
    met = [(stop.id, person) for stop in life.stops for person in stop.person_ids]
    _table(database, life, "stop_persons", "stop TEXT, person TEXT", met)
    if life.images:
        columns = "id TEXT, stop TEXT, file TEXT, alt TEXT, credit TEXT, licence TEXT, link TEXT"
        shown = [
            (one.id, one.stop, *_said_of(one), life.pictures.get(one.file)) for one in life.images
        ]
        _table(database, life, "images", f"{columns}, picture BLOB", shown)


def _said_of(image: Image) -> tuple[str | None, ...]:
    return image.file, image.alt, image.credit, image.licence, image.link


def _sources(life: Life) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for source in life.sources:
        item = csl_item(source)
        authors = "; ".join(people(item, "author"))
        facts = (authors, plain_text(source.title), issued(item), source.url, cite(item))
        rows.append((source.id, source.type, *facts))
    return rows


def _table(
    database: sqlite3.Connection,
    life: Life,
    name: str,
    columns: str,
    rows: Sequence[tuple[object, ...]],
) -> None:
    database.execute(f"CREATE TABLE {name} (fid INTEGER PRIMARY KEY AUTOINCREMENT, {columns})")
    if rows:
        marks = ", ".join("?" * (len(rows[0]) + 1))
        numbered = [(number, *row) for number, row in enumerate(rows, start=1)]
        insert = f"INSERT INTO {name} VALUES ({marks})"  # our own two names
        database.executemany(insert, numbered)
    database.execute(CONTENTS, (name, name, layer_description(life, name), MOMENT))
