"""Let the chapters of a life follow those of a table, where an import made its head."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, cast

from mapping.editing.imports.life_files import is_imported
from mapping.errors import show
from mapping.life.dates import parse_span
from mapping.life.order import order_stops
from mapping.life.places import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.editing.imports.differences import Features

_Chapter = dict[str, str]


def follow_chapters(
    head: str, table_head: str, stops: Features, told: Mapping[str, str]
) -> tuple[str, list[str]]:
    """Return ``life.toml`` with the chapters that a table tells, and what was and was not done.

    A chapter of the table is that of the life with its id or title; another is new. What an
    import made for a table without chapters goes, once no stop is in it.

    Parameters
    ----------
    head
        As it is there.
    table_head
        The one that the import made of the table.
    stops
        The stops as they will be; their chapters are changed in place.
    told
        Chapter in the table's head, by id of a stop whose row says it.
    """
    if not told:
        return head, []
    there, made = (tomllib.loads(text)["chapters"] for text in (head, table_head))
    same = _same_chapters(there, made)
    ids = {chapter["id"] for chapter in there}
    lacking: list[_Chapter] = []
    if not is_imported(head):
        lacking = [one for one in made if same[one["id"]] not in ids and one["id"] in told.values()]
        told = {key: name for key, name in told.items() if same[name] in ids}
    moved = {str(stops[key]["properties"]["chapter"]) for key in told}
    for key, name in told.items():
        stops[key]["properties"]["chapter"] = same[name]
    wanted = {same[name] for name in told.values()}
    stale = {one["id"] for one in there if _is_made(one) and one["id"] in moved - wanted}
    stale = stale if is_imported(head) else set()
    order = _settle(stops, stale)
    order += [one["id"] for one in there if one["id"] not in stale.union(order)]
    notes = []
    if lacking:
        titles = ", ".join(show(one["title"]) for one in lacking)
        notes.append(
            f"life.toml: it has no chapter {titles}; its stops stay in the chapters around them. "
            "Add it there, and import the table again."
        )
    new = [one | {"id": same[one["id"]]} for one in made if same[one["id"]] in set(order) - ids]
    if new or stale:
        head = _written(head, new, order)
    if new:
        titles = ", ".join(show(one["title"]) for one in new)
        notes.append(f"life.toml: new chapters, as the table has them: {titles}.")
    return head, notes


def _same_chapters(there: Sequence[_Chapter], made: Sequence[_Chapter]) -> dict[str, str]:
    """Return the id in the life of each chapter of the table: by id, by title, or its own."""
    ids = {chapter["id"] for chapter in there}
    titled = {fold(chapter["title"]): chapter["id"] for chapter in reversed(there)}
    return {
        one["id"]: one["id"] if one["id"] in ids else titled.get(fold(one["title"])) or one["id"]
        for one in made
    }


def _is_made(chapter: _Chapter) -> bool:
    """Return whether a chapter is as an import makes it: nobody has said what happens in it."""
    return bool(chapter["title"] == chapter["summary"])


def _settle(stops: Features, stale: set[str]) -> list[str]:
    """Put stops of stale chapters into those around them; return the chapters in their order."""
    facts = [stop["properties"] for stop in stops.values()]
    spans = [parse_span(one["date_edtf"]) for one in facts]
    facts = [facts[index] for index in order_stops([one["seq"] for one in facts], spans)]
    last = next((one["chapter"] for one in facts if one["chapter"] not in stale), "")
    for one in facts:
        one["chapter"] = last = last if one["chapter"] in stale and last else one["chapter"]
    return list(dict.fromkeys(str(one["chapter"]) for one in facts))


def _written(head: str, new: Sequence[_Chapter], order: Sequence[str]) -> str:
    """Return the head with new chapters in it, without those that are in no stop any more."""
    import tomlkit

    document = cast("Any", tomlkit.parse(head))
    known = {str(chapter["id"]): chapter for chapter in document["chapters"]}
    for facts in new:
        chapter = tomlkit.table()
        for key, value in facts.items():
            chapter[key] = value
        known[facts["id"]] = chapter
    chapters = tomlkit.aot()
    for key in order:
        chapters.append(known[key])
    document["chapters"] = chapters
    return tomlkit.dumps(document)
