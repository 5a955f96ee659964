"""Names and words in a text that another part of the page explains, found once each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.life.places import fold
from mapping.signs import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.life.model import Contemporary, Life, Stop

_PLAIN = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and the part of the page that explains it.

    Parameters
    ----------
    text
        The text as it stands.
    target
        Id of the part of the page that explains it; empty for text that nothing explains.
    is_title
        Whether it is the title of a work, which stands in italics.
    """

    text: str
    target: str = ""
    is_title: bool = False


def person_id(identifier: str) -> str:
    """Return the id that a person has on the page."""
    return f"page--person-{identifier}"


def work_id(identifier: str) -> str:
    """Return the id that a work has on the page."""
    return f"page--work-{identifier}"


def term_id(identifier: str) -> str:
    """Return the id that a word of the glossary has on the page."""
    return f"page--term-{identifier}"


def mark_mentions(text: str, names: Mapping[str, str]) -> tuple[Piece, ...]:
    """Split a text at the first mention of each thing that the page explains.

    Parameters
    ----------
    text
        Any text.
    names
        Id of the part that explains it, by the words that mean it; of two that begin at one
        place the longer counts.

    Examples
    --------
    >>> [piece.text for piece in mark_mentions("The GPU came. The GPU!", {"GPU": "page--gpu"})]
    ['The ', 'GPU', ' came. The GPU!']
    """
    there = [name for name in names if name in text]  # of hundreds of names, before any search
    if not there:
        return (Piece(text),)
    longest = sorted(there, key=lambda name: (-len(name), name))
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    pieces: list[Piece] = []
    seen: set[str] = set()
    at = 0
    for match in found.finditer(text):
        target = names[match[0]]
        is_title = target.startswith(work_id(""))
        if target in seen and not is_title:
            continue
        before = text[at : match.start()]
        pieces += [Piece(before)] if before else []
        pieces.append(Piece(match[0], "" if target in seen else target, is_title))
        seen.add(target)
        at = match.end()
    return (*pieces, Piece(text[at:])) if text[at:] or not pieces else tuple(pieces)


def names_at(stop: Stop, life: Life) -> dict[str, str]:
    """Return what may be mentioned at a stop, by the words that mean it.

    A person of the stop may be meant by one name of several; anybody else only by the whole name.

    Parameters
    ----------
    stop
        The stop.
    life
        The life it is part of.
    """
    there = [person for person in life.persons if person.id in stop.person_ids]
    own = _PLAIN.split(f"{life.person.name} {life.person.birth_name or ''}")
    parts = {part: who for part, who in _parts_of_names(there).items() if part not in own}
    return {
        **{term_word: term_id(term.id) for term in life.glossary for term_word in term.words},
        **parts,
        **{person.name: person_id(person.id) for person in life.persons},
        **{work.title: work_id(work.id) for work in life.works},
        **{work.original: work_id(work.id) for work in life.works if work.original},
    }


def _parts_of_names(persons: Iterable[Contemporary]) -> dict[str, str]:
    """Return the first and the last name of each, where no other person there has the same."""
    meant: dict[str, set[str]] = {}
    for person in persons:
        parts = [part for part in _PLAIN.split(person.name) if len(part) > 2 and part.istitle()]
        for part in (*parts[:1], *parts[-1:]):
            meant.setdefault(part, set()).add(person_id(person.id))
    return {part: next(iter(ids)) for part, ids in meant.items() if len(ids) == 1}


def stops_of_persons(life: Life) -> dict[str, tuple[tuple[int, Stop], ...]]:
    """Return the stops of each person with their numbers, by the person's id.

    Parameters
    ----------
    life
        A valid life.
    """
    numbered: Sequence[tuple[int, Stop]] = tuple(enumerate(life.stops, start=1))
    return {
        person.id: tuple((n, stop) for n, stop in numbered if person.id in stop.person_ids)
        for person in life.persons
    }


def places_told(life: Life) -> tuple[tuple[str, tuple[tuple[int, Stop], ...]], ...]:
    """Return the places of a life by name, each with its stops and their numbers.

    Parameters
    ----------
    life
        A valid life.
    """
    places: dict[str, list[tuple[int, Stop]]] = {}
    for number, stop in enumerate(life.stops, start=1):
        places.setdefault(label_of(stop.name_then, stop.precision), []).append((number, stop))
    return tuple(
        (name, tuple(places[name])) for name in sorted(places, key=lambda name: (fold(name), name))
    )
