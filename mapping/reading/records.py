"""Parse a list of flat records, such as ``persons.json``, each problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from mapping.errors import Problems, at, show
from mapping.life.model import Contemporary, Image, Record
from mapping.reading.explain import explain
from mapping.reading.features import label_of
from mapping.reading.links import url_problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.errors import Problem

_Record = TypeVar("_Record", bound=Record)


def parse_records(
    file: str, content: object, model: type[_Record]
) -> tuple[list[_Record], list[Problem]]:
    """Parse a list of records; those that keep every rule of their own.

    Parameters
    ----------
    file
        Name for the problems.
    content
        The parsed JSON.
    model
        What each record is, such as ``Contemporary``.
    """
    if not isinstance(content, list):
        remedy = "Put the records into a list, or remove the file."
        return [], [
            at(file).error(expected="a list of records", found=show(content), remedy=remedy)
        ]
    records: list[_Record] = []
    problems = Problems()
    for index, item in enumerate(content):
        label = label_of(item, index).replace("feature", "record")
        if not isinstance(item, dict):
            remedy = "Remove it, or write a record there."
            problems.append(
                at(file, label).error(expected="a record", found=show(item), remedy=remedy)
            )
            continue
        try:
            records.append(model.model_validate(item))
        except ValidationError as error:
            problems += explain(error, model, file, label)
    return records, problems + _doubled(file, records) + _links(file, records)


def _doubled(file: str, records: Sequence[Record]) -> list[Problem]:
    seen: set[str] = set()
    problems = Problems()
    for record in records:
        if record.id in seen:
            remedy = "Give each its own."
            problems.append(
                at(file, record.id).error(
                    "id", expected="an id of its own", found="it twice", remedy=remedy
                )
            )
        seen.add(record.id)
    return problems


def _links(file: str, records: Sequence[Record]) -> list[Problem]:
    problems = Problems()
    for record in records:
        if isinstance(record, Contemporary):
            for url in record.same_as:
                problems += url_problem(file, record.id, "identifiers", url)
        if isinstance(record, Image) and record.link:
            problems += url_problem(file, record.id, "link", record.link)
    return problems
