"""Hold every quote against the text it is taken from, word for word."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from mapping.errors import DataError, Problem, Problems, show
from mapping.files import UnreadableError, read_bytes
from mapping.reading.syntax import decode

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.life.model import Life

OMISSION = "[…]"
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


def check_quotes(life: Life, article: str) -> list[Problem]:
    """Return a problem for each quote that is not in the article.

    Parameters
    ----------
    life
        A valid life.
    article
        Text of the seed article. Curly and straight quotation marks count as the same, and so
        does any white space; ``[…]`` in a quote marks words left out.
    """
    text = plain(article)
    problems = Problems()
    for stop in life.stops:
        missing = first_missing(stop.quote, text) if stop.quote else None
        if missing is not None:
            near = closest_passage(missing, text)
            remedy = (
                f"The closest passage is {show(near, 160)}."
                if near
                else "Nothing in the article is like it."
            )
            problems.at("stops.geojson", stop.id).error(
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
        # Whole words: "he was" is not in "she was".
        match = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)").search(text, start)
        if not match:
            return part
        start = match.end()
    return None


def closest_passage(part: str, text: str) -> str:
    """Return the passage most like some words, as long as they are; empty if none is.

    Parameters
    ----------
    part, text
        The words and the article, both made ``plain``.
    """
    wanted, words = part.split(" "), text.split(" ")
    matcher = difflib.SequenceMatcher(None, words, wanted, autojunk=False)
    best = max(matcher.get_matching_blocks(), key=lambda block: block.size)
    if best.size == 0:
        return ""
    first = max(0, best.a - best.b)
    return " ".join(words[first : first + len(wanted)])
