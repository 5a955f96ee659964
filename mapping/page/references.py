"""The list of sources as the page prints it: each record taken apart for its typography."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mapping.life.bibliography import csl_item, issued_year, people
from mapping.life.rich_text import Run, runs_of

if TYPE_CHECKING:
    from mapping.life.model import Life, Source


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the list of sources.

    Parameters
    ----------
    id
        Id of the source.
    people
        Who wrote or edited it, as one phrase.
    title
        Its title, in stretches of one style each.
    container
        The journal, book or site that it is part of, likewise; empty for a work of its own.
    is_part
        Whether its title goes in quotation marks, being part of something larger.
    imprint
        Publisher, volume, year and pages, each a phrase.
    url
        Address, only where it is http or https.
    host
        The address's host, as the text of the link.
    note
        What ``sources.json`` remarks about it.
    cited
        Number and id of the stops that cite it, or whose leg does.
    """

    id: str
    people: str
    title: tuple[Run, ...]
    container: tuple[Run, ...]
    is_part: bool
    imprint: tuple[str, ...]
    url: str
    host: str
    note: str
    cited: tuple[tuple[int, str], ...]


def list_references(life: Life) -> tuple[Reference, ...]:
    """Return the sources of a life in their order, each with the stops that cite it.

    Parameters
    ----------
    life
        A valid life.
    """
    cited: dict[str, list[tuple[int, str]]] = {source.id: [] for source in life.sources}
    for number, stop in enumerate(life.stops, start=1):
        leg = life.leg_to.get(stop.id)
        for key in dict.fromkeys((*stop.source_ids, *(leg.source_ids if leg else ()))):
            cited[key].append((number, stop.id))
    return tuple(_reference(source, tuple(cited[source.id])) for source in life.sources)


def _reference(source: Source, cited: tuple[tuple[int, str], ...]) -> Reference:
    item = csl_item(source)
    container = _text(item, "container-title")
    url, host = _address(source.url)
    return Reference(
        id=source.id,
        people=_people(item),
        title=runs_of(source.title),
        container=runs_of(container),
        is_part=bool(container) or source.type.startswith(("article", "chapter", "entry", "post")),
        imprint=_imprint(item),
        url=url,
        host=host,
        note=source.note or "",
        cited=cited,
    )


def _people(item: dict[str, Any]) -> str:
    if people(item, "author"):
        return "; ".join(people(item, "author"))
    editors = people(item, "editor")
    return f"{'; '.join(editors)} ({'eds' if len(editors) > 1 else 'ed.'})" if editors else ""


def _imprint(item: dict[str, Any]) -> tuple[str, ...]:
    place, publisher = _text(item, "publisher-place"), _text(item, "publisher")
    volume, issue, page = (_text(item, name) for name in ("volume", "issue", "page"))
    parts = (
        f"{place}: {publisher}" if place and publisher else publisher or place,
        f"vol. {volume}" if volume else "",
        f"no. {issue}" if issue else "",
        issued_year(item),
        f"p. {page}" if page.isdecimal() else page and f"pp. {page}".replace("-", "\N{EN DASH}"),
    )
    return tuple(part for part in parts if part)


def _text(item: dict[str, Any], member: str) -> str:
    value = item.get(member)
    return "" if value is None else " ".join(str(value).split())


def _address(url: str | None) -> tuple[str, str]:
    """Return an address and its host, or nothing where a click on it would not be a plain visit."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return "", ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return "", ""
    return str(url), parts.hostname.removeprefix("www.")
