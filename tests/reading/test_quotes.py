from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_life import as_files, stop, tables

from mapping.errors import DataError
from mapping.reading.folder import parse_life
from mapping.reading.rules.quotes import (
    check_quotes,
    closest_passage,
    first_missing,
    plain,
    read_article,
)

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """\
She said: “It\N{RIGHT SINGLE QUOTATION MARK}s the midnight of the century”.  She
was right — and she went\N{NO-BREAK SPACE}on. I lived in Paris (as they say), then in Berlin.
"""

FOUND = [
    "I lived in Paris",
    "It's the midnight of the century",
    "It\N{RIGHT SINGLE QUOTATION MARK}s  the\nmidnight",
    '"It\'s the midnight of the century".',
    "She was right",
    "went on",
    "She said […] went on. I lived",
    "[…] I lived in Paris",
    "right — and she went on […] in Berlin. […]",
]
MISSING = [
    ("I lived in Parma", "I lived in Parma"),
    ("she said", "she said"),  # another letter
    ("he was right", "he was right"),  # a part of a word
    ("right - and", "right - and"),  # another dash
    ("I lived in Paris […] She said", "She said"),  # not in this order
    ("I lived in Paris […] in Rome", "in Rome"),
    ("I lived ... in Berlin", "I lived ... in Berlin"),
    ("in Paris as they say", "in Paris as they say"),
]


@pytest.mark.parametrize("quote", FOUND)
def test_a_quote_word_for_word_is_found(quote: str) -> None:
    assert first_missing(quote, plain(ARTICLE)) is None


@pytest.mark.parametrize(("quote", "part"), MISSING)
def test_the_first_part_that_is_not_there_is_told(quote: str, part: str) -> None:
    assert first_missing(quote, plain(ARTICLE)) == part


def test_a_problem_says_the_closest_passage() -> None:
    parts = tables()
    stop(parts, 0)["quote"] = "and then I lived in Parma (as they say)"
    life, _ = parse_life(as_files(parts))
    assert life is not None
    (problem,) = check_quotes(life, ARTICLE)
    assert str(problem) == (
        "stops.geojson, paris, quote: expected words of the article, found “and then I lived in "
        "Parma (as they say)”. The closest passage is “went on. I lived in Paris (as they say),”."
    )


def test_a_quote_like_nothing_says_so() -> None:
    assert closest_passage("xylophone", plain(ARTICLE)) == ""


def test_the_article_is_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert read_article(path) == ARTICLE
    path.write_bytes(b"%PDF-1.4\0\0")
    with pytest.raises(DataError, match="a NUL byte"):
        read_article(path)
