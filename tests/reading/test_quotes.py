from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

import pytest
from small_life import as_files, stop, tables

from mapping.errors import DataError
from mapping.reading.folder import parse_life
from mapping.reading.rules.quotes import (
    MOST_STEPS,
    check_quotes,
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
    (problem,) = check_quotes([("paris", "xylophone")], ARTICLE)
    assert problem.remedy == "Nothing in the article is like it, or too much."


def test_of_an_endless_article_only_so_much_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    article = "ha ha hoho " * 100_000
    quotes = [(f"stop-{number}", "ha " * 40 + f"he {number}") for number in range(64)]
    steps = 0

    class Counted(difflib.SequenceMatcher[str]):
        def find_longest_match(self, *bounds: Any) -> difflib.Match:
            nonlocal steps
            steps += sum(1 + len(self.b2j.get(word, ())) for word in self.a)
            return super().find_longest_match(*bounds)

    monkeypatch.setattr(difflib, "SequenceMatcher", Counted)
    assert len(check_quotes(quotes, article)) == 64
    assert steps <= MOST_STEPS


def test_within_that_the_closest_passages_are_told() -> None:
    quotes = [("one", "I lived in Parma"), ("two", "I lived in Padua")]
    assert {"Paris" in problem.remedy for problem in check_quotes(quotes, ARTICLE)} == {True}


def test_the_article_is_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert read_article(path) == ARTICLE
    path.write_bytes(b"%PDF-1.4\0\0")
    with pytest.raises(DataError, match="a NUL byte"):
        read_article(path)
