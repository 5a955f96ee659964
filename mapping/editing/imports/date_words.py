"""The words of dates in six languages: months by the CLDR, and what people put around them."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache

from mapping.files import read_packaged

LANGUAGES = ("en", "de", "fr", "es", "ru", "it")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # their first months, in the north
_SIGNS = str.maketrans("‐‑−‒–—―～’‘´`", "---–––––''''")


def fold_date(text: str) -> str:
    """Return text as dates are compared: one dash, one apostrophe, no accents, no capitals.

    Parameters
    ----------
    text
        Text of a cell.

    Examples
    --------
    >>> fold_date("3 Août 1914—1915")
    '3 aout 1914–1915'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS)).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(plain.translate(_SIGNS).split())


@cache
def ways_to_say(idea: str) -> tuple[str, ...]:
    """Return the words for an idea in all languages, folded, the longest first.

    Parameters
    ----------
    idea
        A key of ``date_words.json``, such as ``about``.
    """
    return tuple(sorted({fold_date(word) for word in _words()[idea]}, key=lambda w: (-len(w), w)))


@cache
def pattern_of(*ideas: str) -> str:
    """Return a regular expression for any word of some ideas, as whole words.

    Parameters
    ----------
    ideas
        Keys of ``date_words.json``.
    """
    words = sorted(
        {word for idea in ideas for word in ways_to_say(idea)}, key=lambda w: (-len(w), w)
    )
    return r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)"


@cache
def month_numbers() -> dict[str, int]:
    """Return the number of a month by its folded name, whole or shortened as the CLDR has it."""
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    found[fold_date(name).rstrip(".")] = number
    for number, names in enumerate(_words()["months"], start=1):
        found |= {fold_date(name): number for name in names}
    return found


@cache
def weekdays() -> frozenset[str]:
    """Return the names of the days of the week, folded."""
    from babel.dates import get_day_names

    names = {
        fold_date(name).rstrip(".")
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, "format", language).values()
    }
    return frozenset(names)


@cache
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = json.loads(read_packaged("editing/imports/date_words.json"))
    return words
