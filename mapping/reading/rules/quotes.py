"""Hold every quote against the text it is taken from, word for word."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from mapping.errors import DataError, Problem, Problems, UnreadableError, show
from mapping.files import read_bytes
from mapping.reading.syntax import decode

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.life.model import Life

OMISSION = "[…]"
# Steps, over words of the article and pairs of like words, after which no closest passage is sought
# for the quotes that are left: it would take minutes.
MOST_STEPS = 10_000_000
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
    closest = _Closest(text)
    problems = Problems()
    quotes = life if isinstance(life, list) else [(stop.id, stop.quote) for stop in life.stops]
    for name, quote in quotes:
        missing = first_missing(quote, text) if quote else None
        if missing is not None:
            near = closest.to(missing)
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
        # it ends where words end: "he was" is not in "she was"
        words = re.escape(part)
        found = re.compile(rf"{words}(?<!\w{words})(?!\w)").search(text, start)
        if not found:
            return part
        start = found.end()
    return None


class _Closest:
    """The passages of an article that are most like some words.

    Parameters
    ----------
    text
        The article, made ``plain``.
    """

    def __init__(self, text: str) -> None:
        self.words = text.split(" ")
        self.often = Counter(self.words)
        self.steps_left = MOST_STEPS

    def to(self, part: str) -> str:
        """Return the passage most like some words, as long as they are; empty if none is."""
        wanted = part.split(" ")
        steps = len(self.words) + sum(self.often[word] for word in wanted)
        if steps > self.steps_left:
            return ""
        self.steps_left -= steps
        matcher = difflib.SequenceMatcher(None, self.words, wanted, autojunk=False)
        best = matcher.find_longest_match()
        first = max(0, best.a - best.b)
        return " ".join(self.words[first : first + len(wanted)]) if best.size else ""
