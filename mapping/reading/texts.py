"""Judge every text of a file, character by character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.errors import Problems
from mapping.reading.characters import (
    check_text,
    has_only_plain,
    is_plain,
    say_path,
    walk_texts,
)
from mapping.reading.features import label_of

if TYPE_CHECKING:
    from mapping.errors import Problem


def text_problems(file: str, value: object) -> list[Problem]:
    """Judge every text of a file, naming its feature or item.

    Parameters
    ----------
    file
        Name for the problems.
    value
        The parsed content.
    """
    inner = value.get("features") if isinstance(value, dict) else value
    if not isinstance(inner, list):
        return Problems(_unsound(file, "", value))
    bodies = [
        item.get("properties") if isinstance(item, dict) and inner is not value else item
        for item in inner
    ]
    if has_only_plain(bodies):  # as one, for it is so in most files
        return []
    problems = Problems()
    for index, (item, body) in enumerate(zip(inner, bodies, strict=True)):
        if not has_only_plain(body):
            problems += _unsound(file, label_of(item, index), body)
    return problems


def _unsound(file: str, label: str, value: object) -> list[Problem]:
    return [
        problem
        for path, text in walk_texts(value)
        if not is_plain(text)
        for problem in check_text(file, label, say_path(path), text)
    ]
