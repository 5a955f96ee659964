"""Check sources.json: CSL-JSON as Zotero writes and reads it."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from mapping.errors import Problem, Problems, show
from mapping.life.model import Source
from mapping.reading.explain import closest, explain, suggest
from mapping.reading.features import label_of
from mapping.reading.links import url_problem

# The item types of the CSL 1.0.2 schema.
CslType = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]
_TYPES: tuple[str, ...] = get_args(CslType)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="allow", strict=True)


class _Name(_Strict):
    family: str | None = None
    given: str | None = None
    literal: str | None = None


_Number = Annotated[int, Field(ge=-9999, le=9999)] | Annotated[str, Field(pattern=r"^-?\d{1,4}$")]
_DatePart = Annotated[list[_Number], Field(min_length=1, max_length=3)]


class _Date(_Strict):
    date_parts: Annotated[list[_DatePart], Field(max_length=2)] | None = Field(
        None, alias="date-parts"
    )
    raw: str | None = None
    literal: str | None = None


class _Item(_Strict):
    author: list[_Name] | None = None
    editor: list[_Name] | None = None
    translator: list[_Name] | None = None
    issued: _Date | None = None
    accessed: _Date | None = None
    container_title: str | None = Field(None, alias="container-title")
    collection_title: str | None = Field(None, alias="collection-title")
    publisher: str | None = None
    publisher_place: str | None = Field(None, alias="publisher-place")
    page: str | int | None = None
    volume: str | int | None = None
    issue: str | int | None = None
    edition: str | int | None = None
    language: str | None = None
    abstract: str | None = None
    archive: str | None = None
    DOI: str | None = None
    ISBN: str | None = None
    ISSN: str | None = None


def parse_sources(file: str, content: object) -> tuple[list[Source] | None, list[Problem]]:
    """Parse a list of CSL-JSON items; nothing where there is no list.

    Parameters
    ----------
    file
        Name for the problems.
    content
        The parsed JSON.
    """
    sources, problems = [], Problems()
    if not isinstance(content, list):
        problems.at(file).error(
            expected="a list of CSL-JSON items",
            found=show(content),
            remedy="Export the collection from Zotero as CSL JSON.",
        )
        return None, problems
    seen: set[str] = set()
    for index, item in enumerate(content):
        label = label_of(item, index).replace("feature", "item")
        if not isinstance(item, dict):
            problems.at(file, label).error(
                expected="a CSL-JSON item",
                found=show(item),
                remedy="Remove it, or write an item there.",
            )
            continue
        source, found = _parse_item(file, label, item)
        problems += found
        if source is None:
            continue
        if source.id in seen:
            problems.at(file, label).error(
                "id", expected="an id of its own", found="it twice", remedy="Give each its own."
            )
        seen.add(source.id)
        sources.append(source)
    return sources, problems


def _parse_item(file: str, label: str, item: dict[str, Any]) -> tuple[Source | None, list[Problem]]:
    problems = Problems()
    try:
        _Item.model_validate(item)
    except ValidationError as error:
        problems += explain(error, _Item, file, label)
    try:
        source = Source.model_validate(item)
    except ValidationError as error:
        return None, problems + explain(error, Source, file, label)
    if source.url is not None:
        problems += url_problem(file, label, "URL", source.url)
    if source.type not in _TYPES:
        meant = closest(source.type, _TYPES)
        problems.at(file, label).warning(
            "type",
            expected="an item type of CSL",
            found=show(source.type),
            remedy=suggest(meant, "Choose one, such as book."),
        )
    return source, problems
