"""Hold every quote against the text it is taken from, word for word."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from typing import TYPE_CHECKING

from mapping.errors import DataError, Problem, Problems, show
from mapping.files import UnreadableError, read_bytes
from mapping.reading.syntax import decode

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.life.model import Life

OMISSION = "[…]"
# Pairs of like words beyond which no closest passage is sought: it would take minutes.
_MOST_PAIRS = 3_000_000
# Typography, not wording: a page may set straight quotes where print has curly ones.
_CURLY = {"'": "\u2018\u2019\u201a\u201b", '"': "\u201c\u201d\u201e\u201f"}
_STRAIGHT = {ord(curly): straight for straight, marks in _CURLY.items() for curly in marks}


def read_article(path: Path) -> str:
    """Return the text of the seed article.

    Parameters
    ----------
    path
        A UTF-8 text file.

    Raises
    ------
    DataError
        If it cannot be read as text.
    """
    try:
        text, _ = decode(path.name, read_bytes(path))
    except UnreadableError as error:
        raise DataError([error.problem]) from error
    return text


def quotes_of(folder: Path) -> list[tuple[str, str]]:
    """Return id and quote of each stop of a table that has errors elsewhere, as far as it is read.

    Parameters
    ----------
    folder
        Folder of a life.
    """
    try:
        features = json.loads(read_bytes(folder / "stops.geojson"))["features"]
        rows = [feature["properties"] for feature in features]
        return [(show(row["id"]), row["quote"]) for row in rows if isinstance(row["quote"], str)]
    except (UnreadableError, ValueError, KeyError, TypeError, RecursionError):
        return []  # what is wrong with the table is told without this


def check_quotes(life: Life | list[tuple[str, str]], article: str) -> list[Problem]:
    """Return a problem for each quote that is not in the article.

    Parameters
    ----------
    life
        A valid life, or what `quotes_of` returned.
    article
        Text of the seed article. Curly and straight quotation marks count as the same, and so
        does any white space; ``[…]`` in a quote marks words left out.
    """
    text = plain(article)
    problems = Problems()
    quotes = life if isinstance(life, list) else [(stop.id, stop.quote) for stop in life.stops]
    for name, quote in quotes:
        missing = first_missing(quote, text) if quote else None
        if missing is not None:
            near = closest_passage(missing, text)
            remedy = (
                f"The closest passage is {show(near, 160)}."
                if near
                else "Nothing in the article is like it, or too much."
            )
            problems.at("stops.geojson", name).error(
                "quote", expected="words of the article", found=show(missing, 160), remedy=remedy
            )
    return problems


def plain(text: str) -> str:
    """Return text with straight quotation marks and single spaces.

    Parameters
    ----------
    text
        Any text.
    """
    return " ".join(text.translate(_STRAIGHT).split())


def first_missing(quote: str, text: str) -> str | None:
    """Return the first part of a quote that does not follow the parts before it; none if all do.

    Parameters
    ----------
    quote
        The quote; its parts are what ``[…]`` divides.
    text
        The article, made ``plain``.
    """
    start = 0
    for part in filter(None, map(plain, quote.split(OMISSION))):
        found = text.find(part, start)
        while found >= 0 and not _is_whole(text, found, found + len(part)):
            found = text.find(part, found + 1)
        if found < 0:
            return part
        start = found + len(part)
    return None


def _is_whole(text: str, begin: int, end: int) -> bool:
    """Return whether a part ends where words end: "he was" is not in "she was"."""
    before, after = text[begin - 1 : begin], text[end : end + 1]
    return not (_is_letter(before) or _is_letter(after))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def closest_passage(part: str, text: str) -> str:
    """Return the passage most like some words, as long as they are; empty if none is.

    Parameters
    ----------
    part, text
        The words and the article, both made ``plain``.
    """
    wanted, words = part.split(" "), text.split(" ")
    often = Counter(words)
    if sum(often[word] for word in wanted) > _MOST_PAIRS:
        return ""
    matcher = difflib.SequenceMatcher(None, words, wanted, autojunk=False)
    best = max(matcher.get_matching_blocks(), key=lambda block: block.size)
    if best.size == 0:
        return ""
    first = max(0, best.a - best.b)
    return " ".join(words[first : first + len(wanted)])
