"""Check what is cited: that the source is there, and that a reader finds the place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.errors import Problems, at, show
from mapping.life.model import RECORDS
from mapping.reading.explain import closest, suggest
from mapping.reading.parts import LIFE, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapping.errors import Problem
    from mapping.life.model import Citation, Life, Source
    from mapping.reading.parts import Parts

SOURCES = "sources.json"
_BOOKS = {"book", "thesis"}  # too long to be searched for a sentence
_ON_THE_WEB = {"webpage", "post", "post-weblog", "entry-encyclopedia"}


def check_citations(parts: Parts) -> list[Problem]:
    """Return what is wrong with the citations of a life, and with the sources for citing.

    Parameters
    ----------
    parts
        What could be read of a life.
    """
    if parts.sources is None:
        return []
    known = dict.fromkeys(sorted(parts.source_ids))  # a set that keeps its order
    problems = Problems()
    article = parts.head.article if parts.head else None
    cited = {article.source} if article else set()
    if article and article.source not in known:
        problems.append(_unknown(LIFE, "", "article.source", article.source, known))
    for file, feature, citations in _cited(parts):
        cited.update(one.source_id for one in citations)
        problems += _unknown_ones(file, feature, citations, known)
    if parts.complete:
        problems += _uncited(parts.sources, cited)
    return problems


def check_locators(life: Life) -> list[Problem]:
    """Return a warning for each book cited without a place, and each page read on no day.

    Parameters
    ----------
    life
        A valid life.
    """
    books = dict.fromkeys(source.id for source in life.sources if source.type in _BOOKS)
    lacking: dict[str, list[str]] = {name: [] for name in books}
    records = [record for file in RECORDS for record in getattr(life, file.removesuffix(".json"))]
    for value in (*life.stops, *life.legs, *records):
        for one in value.citations:
            if one.source_id in books and not one.locator:
                lacking[one.source_id].append(value.id)
    return [*_without_place(lacking), *_undated(life.sources)]


def _cited(parts: Parts) -> Iterator[tuple[str, str, Sequence[Citation]]]:
    """Yield what each feature and record cites; a feature that cites nothing too."""
    for file, features in tables_of(parts):
        for feature in features:
            yield file, feature.label, feature.value.citations
    for file, records in parts.records.items():
        for record in records:
            if record.citations:
                yield file, record.id, record.citations


def _unknown_ones(
    file: str, feature: str, citations: Sequence[Citation], known: dict[str, None]
) -> Iterator[Problem]:
    if not citations:
        remedy = "Cite what it rests on."
        yield at(file, feature).warning("sources", expected="a source", found="none", remedy=remedy)
    for name in dict.fromkeys(one.source_id for one in citations):
        if name not in known:
            yield _unknown(file, feature, "sources", name, known)


def _without_place(lacking: dict[str, list[str]]) -> Iterator[Problem]:
    for name, where in lacking.items():
        if where:
            expected = "the place in a book wherever it is cited"
            more = f" and {len(where) - 3} more" if len(where) > 3 else ""
            found = f"it alone at {', '.join(where[:3])}{more}"
            remedy = f"Write the place after a comma: {name}, chap. 3."
            yield at(SOURCES, name).warning(expected=expected, found=found, remedy=remedy)


def _uncited(sources: Sequence[Source], cited: set[str]) -> Iterator[Problem]:
    for source in sources:
        if source.id not in cited:
            expected, found = "a source that is cited", "one that is not"
            remedy = "Cite it, or remove it."
            yield at(SOURCES, source.id).warning(expected=expected, found=found, remedy=remedy)


def _undated(sources: Sequence[Source]) -> Iterator[Problem]:
    """Yield a warning for each page of the web of which nobody knows when it said so."""
    for source in sources:
        facts: dict[str, Any] = source.model_extra or {}
        if source.type in _ON_THE_WEB and source.url and not facts.get("accessed"):
            expected, remedy = "the day on which the page was read", "Add it, as Zotero does."
            yield at(SOURCES, source.id).warning(
                "accessed", expected=expected, found="none", remedy=remedy
            )


def _unknown(file: str, feature: str, field: str, name: str, known: Iterable[str]) -> Problem:
    remedy = suggest(closest(name, known), "Add it to sources.json.")
    return at(file, feature).error(
        field, expected="ids of sources.json", found=show(name), remedy=remedy
    )
