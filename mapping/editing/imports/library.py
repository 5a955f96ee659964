"""Bring a library of Zotero, CSL-JSON, BibTeX or RIS, into the sources of a life."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from mapping.editing.imports.encoding import decode_text
from mapping.errors import UnreadableError, at
from mapping.life.bibliography import issued
from mapping.life.model import Citekey
from mapping.life.places import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = dict[str, Any]
_BIB = re.compile(r"\s*(?:%[^\n]*\n\s*)*@\w+\s*[{(]")
_RIS = re.compile(r"\s*TY {2}- ")
_YEAR = re.compile(r"\d{4}")
_BIB_TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "inbook": "chapter",
    "inproceedings": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "online": "webpage",
}
_RIS_TYPES = {
    "JOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "CONF": "paper-conference",
    "THES": "thesis",
    "RPRT": "report",
    "ELEC": "webpage",
    "WEB": "webpage",
}
_BIB_MEMBERS = {
    "title": "title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "publisher": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "doi": "DOI",
    "isbn": "ISBN",
    "url": "URL",
    "note": "note",
    "edition": "edition",
    "series": "collection-title",
}
_RIS_MEMBERS = {
    "title": "title",
    "primary_title": "title",
    "secondary_title": "container-title",
    "journal_name": "container-title",
    "publisher": "publisher",
    "place_published": "publisher-place",
    "volume": "volume",
    "number": "issue",
    "doi": "DOI",
    "language": "language",
}


def read_library(name: str, data: bytes) -> list[Item] | None:
    """Return the records of a library as CSL-JSON items, or ``None`` if the file is none.

    Parameters
    ----------
    name
        Of the file.
    data
        Its content.

    Raises
    ------
    DataError
        If it is a library that cannot be read.
    """
    try:
        text, _ = decode_text(name, data)
    except UnreadableError:
        return None
    readers: tuple[tuple[bool, Callable[[str], list[Item]]], ...] = (
        (text.lstrip()[:1] == "[", _csl),
        (bool(_BIB.match(text)), _bibtex),
        (bool(_RIS.match(text)), _ris),
    )
    read = next((read for fits, read in readers if fits), None)
    if read is None:
        return None
    try:
        items = read(text)
    except (ValueError, KeyError, RecursionError) as error:
        raise at(name).refusal(
            expected="a whole library",
            found=str(error)[:80],
            remedy="Export the library again, as CSL JSON.",
        ) from error
    return [item for item in items if item.get("title")] or None


def merge_library(sources: Sequence[Item], library: Sequence[Item]) -> tuple[list[Item], list[str]]:
    """Return the sources with the records of a library, and what changed, a line each.

    A record that is there already, by DOI, ISBN, or title and year, keeps its id and every member
    that it has; what it lacks is filled in.

    Parameters
    ----------
    sources
        Items of ``sources.json``.
    library
        Items of a library.
    """
    merged = [dict(item) for item in sources]
    taken = {str(item.get("id")) for item in merged}
    known = {key: item for item in merged for key in _keys(item)}
    lines = []
    for record in library:
        there = next((known[key] for key in _keys(record) if key in known), None)
        if there is None:
            citekey = str(record.get("citation-key") or record.get("id") or record["title"])
            name = _unused(_key_of(citekey), taken)
            taken.add(name)
            there = {**record, "id": name, "citation-key": citekey}
            there.setdefault("type", "document")
            merged.append(there)
            known |= dict.fromkeys(_keys(there), there)
            lines.append(f"+ sources.json, {name}: {record['title']}")
            continue
        lacking = {key: value for key, value in record.items() if key not in there}
        if lacking:
            there |= lacking
            lines.append(f"~ sources.json, {there['id']}: {', '.join(lacking)} filled in")
    return merged, lines


def _key_of(citekey: str) -> str:
    """Return a citation key as it is, or where it cannot be one, in plain letters."""
    try:
        return TypeAdapter(Citekey).validate_python(citekey)
    except ValidationError:
        return fold(citekey.rpartition("/")[2])[:60].strip("-") or "source"


def _keys(item: Item) -> list[str]:
    """Return what a record may be known by."""
    keys = []
    if item.get("DOI"):
        keys.append(f"doi {str(item['DOI']).lower().removeprefix('https://doi.org/')}")
    keys += [
        f"isbn {number}"
        for number in re.findall(
            r"[\dX]{10,13}", str(item.get("ISBN", "")).replace("-", "").upper()
        )
    ]
    year = _YEAR.search(issued(item))
    if item.get("title") and year:
        keys.append(f"title {fold(str(item['title']))} {year[0]}")
    return keys


def _unused(wish: str, taken: set[str]) -> str:
    name, number = wish, 2
    while name in taken:
        name, number = f"{wish}-{number}", number + 1
    return name


def _csl(text: str) -> list[Item]:
    value = json.loads(text)
    return [
        item
        for item in value
        if isinstance(item, dict) and "title" in item and item.get("type") != "Feature"
    ]


def _bibtex(text: str) -> list[Item]:
    from bibtexparser.entrypoint import parse_string

    items = []
    for entry in parse_string(text).entries:
        fields = {key.lower(): str(field.value) for key, field in entry.fields_dict.items()}
        item: Item = {"id": entry.key, "type": _BIB_TYPES.get(entry.entry_type.lower(), "document")}
        item |= {
            member: _plain(fields[field])
            for field, member in _BIB_MEMBERS.items()
            if fields.get(field)
        }
        for role in ("author", "editor", "translator"):
            if fields.get(role):
                names = re.split(r"\s+and\s+", fields[role])
                item[role] = [_person(_plain(name)) for name in names]
        _date(item, fields.get("date") or fields.get("year", ""))
        items.append(item)
    return items


def _ris(text: str) -> list[Item]:
    import rispy

    items = []
    for number, entry in enumerate(rispy.loads(text), start=1):
        kind = _RIS_TYPES.get(str(entry.get("type_of_reference")), "document")
        item: Item = {"id": str(entry.get("id") or f"ris-{number}"), "type": kind}
        for field, member in _RIS_MEMBERS.items():
            if entry.get(field):
                item.setdefault(member, str(entry[field]))
        if entry.get("issn"):  # one tag for both
            item["ISBN" if kind in ("book", "chapter") else "ISSN"] = str(entry["issn"])
        people = entry.get("authors") or entry.get("first_authors") or []
        if people:
            item["author"] = [_person(str(name)) for name in people]
        if entry.get("urls"):
            item["URL"] = str(entry["urls"][0])
        pages = [str(entry[page]) for page in ("start_page", "end_page") if entry.get(page)]
        if pages:
            item["page"] = "-".join(pages)
        _date(item, str(entry.get("year") or entry.get("date") or ""))
        items.append(item)
    return items


def _plain(text: str) -> str:
    """Return a field without the braces that keep BibTeX's hands off."""
    return " ".join(re.sub(r"(?<!\\)[{}]", "", text).replace("\\&", "&").split())


def _person(name: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma:
        return {"family": family, "given": given}
    first, space, last = name.rpartition(" ")
    return {"family": last, "given": first} if space else {"literal": name}


def _date(item: Item, text: str) -> None:
    """Keep a date as its parts, or as it is where it cannot be read."""
    match = re.match(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?(?!\d)", text)
    if match:
        item["issued"] = {"date-parts": [[int(part) for part in match.groups() if part]]}
    elif text:
        item["issued"] = {"raw": text}
