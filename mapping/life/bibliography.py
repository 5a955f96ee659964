"""Bibliographic records: what a CSL-JSON source says, and the same as BibTeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mapping.life.rich_text import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.life.model import Source

_BIBTEX_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "webpage": "online",
    "post": "online",
    "post-weblog": "online",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
# CSL member -> BibTeX field; a journal article's container is the journal.
_BIBTEX_FIELDS = {
    "title": "title",
    "container-title": "booktitle",
    "collection-title": "series",
    "publisher": "publisher",
    "publisher-place": "address",
    "edition": "edition",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "language": "language",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "URL": "url",
    "note": "note",
    "abstract": "abstract",
}
# Braces must balance even after a backslash, so they go by their names.
_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "&%#_$"}
    | {
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
_IN_KEY = str.maketrans(dict.fromkeys("#%~$&=()", "-"))  # they end a key, or begin a command
_VERBATIM = {"url", "doi"}
_DATES = {"issued", "accessed"}
_PEOPLE = {"author", "editor", "translator"}


def csl_item(source: Source) -> dict[str, Any]:
    """Return a source as its CSL-JSON item.

    Parameters
    ----------
    source
        A record of ``sources.json``.
    """
    item: dict[str, Any] = source.model_dump(by_alias=True, exclude_none=True)
    return item


def people(item: dict[str, Any], role: str) -> list[str]:
    """Return names as ``Family, Given``, or as they are for bodies.

    Parameters
    ----------
    item
        A CSL-JSON item.
    role
        Member that lists them, such as ``author``.
    """
    return [_name(person) for person in item.get(role) or [] if isinstance(person, dict)]


def _name(person: dict[str, Any]) -> str:
    if person.get("literal"):
        return str(person["literal"])
    family = " ".join(
        str(person[part]) for part in ("non-dropping-particle", "family") if person.get(part)
    )
    return ", ".join(part for part in (family, str(person.get("given") or "")) if part)


def issued(item: dict[str, Any], member: str = "issued") -> str:
    """Return a date of an item as ``YYYY[-MM[-DD]]``, or what the record says, or nothing.

    Parameters
    ----------
    item
        A CSL-JSON item.
    member
        ``issued`` or another date member.
    """
    value = item.get(member)
    if not isinstance(value, dict):
        return str(value or "")
    parts = (value.get("date-parts") or [[]])[0]
    if parts:
        year, *rest = (int(part) for part in parts)
        return "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])
    return str(value.get("raw") or value.get("literal") or "")


def issued_year(item: dict[str, Any]) -> str:
    """Return the year of publication in words: ``1927``, ``about 1927``, or nothing.

    Parameters
    ----------
    item
        A CSL-JSON item.

    Examples
    --------
    >>> issued_year({"issued": {"raw": "ca. 1927"}})
    'about 1927'
    """
    said = issued(item)
    year = re.search(r"(?<!\d)\d{4}(?!\d)", said)
    value = item.get("issued")
    roughly = isinstance(value, dict) and value.get("circa")
    if year and (roughly or re.match(r"(?i)\s*(c|ca|circa|about|um|vers|env)\b", said)):
        return f"about {year[0]}"
    return year[0] if year else ""


def cite(item: dict[str, Any]) -> str:
    """Return a one-line citation: authors, title, container, publisher, year.

    Parameters
    ----------
    item
        A CSL-JSON item.
    """
    authors = "; ".join(people(item, "author") or people(item, "editor"))
    container = plain_text(str(item.get("container-title") or ""))
    imprint = ", ".join(
        part for part in (str(item.get("publisher") or ""), issued_year(item)) if part
    )
    parts = (authors, plain_text(str(item["title"])), container and f"In: {container}", imprint)
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def render_bibtex(sources: Iterable[Source]) -> tuple[str, set[str]]:
    """Render sources as BibTeX for biber or modern BibTeX (UTF-8).

    Parameters
    ----------
    sources
        Records of ``sources.json``.

    Returns
    -------
    tuple of str and set of str
        The file's text, and the CSL members that BibTeX has no field for.
    """
    entries, lost = [], set[str]()
    for source in sources:
        item = csl_item(source)
        lost |= set(item) - {"id", "type"} - _PEOPLE - _DATES - set(_BIBTEX_FIELDS)
        entries.append(_entry(item))
    return "\n".join(entries), lost


def _entry(item: dict[str, Any]) -> str:
    kind = _BIBTEX_TYPES.get(item["type"], "misc")
    fields: dict[str, str] = {}
    for role in ("author", "editor", "translator"):
        names = [_bibtex_name(name) for name in people(item, role)]
        if names:
            fields[role] = " and ".join(names)
    for member, field in _BIBTEX_FIELDS.items():
        if item.get(member) not in (None, ""):
            name = "journal" if kind == "article" and field == "booktitle" else field
            name = "howpublished" if kind in {"misc", "online"} and field == "booktitle" else name
            text = " ".join(str(item[member]).split())
            fields[name] = text.translate(_IN_ADDRESS if name in _VERBATIM else _ESCAPES)
    if year := issued_year(item):
        fields["year"] = year[-4:]
        # of what is no date but tells a year, BibLaTeX knows "about"
        is_date = re.fullmatch(r"\d{4}(-\d\d){0,2}", issued(item))
        fields["date"] = issued(item) if is_date else f"{year[-4:]}~"
    if issued(item, "accessed"):
        fields["urldate"] = issued(item, "accessed").translate(_ESCAPES)
    if "title" in fields:
        fields["title"] = f"{{{fields['title']}}}"  # so that no style writes its names small
    lines = [f"  {name} = {{{text}}}" for name, text in fields.items()]
    return f"@{kind}{{{item['id'].translate(_IN_KEY)},\n" + ",\n".join(lines) + "\n}\n"


def _bibtex_name(name: str) -> str:
    """Return a name that stays one name: braces hold a body's, or one with an "and" in it."""
    text = " ".join(name.split()).translate(_ESCAPES)
    whole = name.count(",") == 1 and " and " not in f" {text.lower()} "
    return text if whole else f"{{{text}}}"
