"""Titles of a reference manager keep their italics and never show their tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.life.rich_text import Run, plain_text, runs_of

CASES = [
    ("plain", (Run("plain"),)),
    ("", ()),
    ("<i>Midnight</i> again", (Run("Midnight", "i"), Run(" again"))),
    ("a<sup>2</sup>", (Run("a"), Run("2", "sup"))),
    ("<b>bold <i>both</i></b>", (Run("bold ", "b"), Run("both", "i"))),
    ('<span class="nocase">iOS</span>', (Run("iOS"),)),
    ('<span style="font-variant: small-caps;">Cnt</span>', (Run("Cnt", "small-caps"),)),
    ('<span style="font-variant:small-caps;">Cnt</span>', (Run("Cnt", "small-caps"),)),
    ("<i>never closed", (Run("<i>never closed"),)),
    ("closed</i> never opened", (Run("closed</i> never opened"),)),
    ("<span>bare</span>", (Run("<span>bare</span>"),)),
    ("<script>alert(1)</script>", (Run("<script>alert(1)</script>"),)),
    ('<i onclick="x">no</i>', (Run('<i onclick="x">no</i>'),)),
]


@pytest.mark.parametrize(("text", "runs"), CASES)
def test_five_tags_are_styles_and_all_else_is_text(text: str, runs: tuple[Run, ...]) -> None:
    assert runs_of(text) == runs


TAGS = ("<i>", "</i>", "<b>", "</b>", "<sub>", "</sub>")


@given(st.lists(st.sampled_from([*TAGS, "a", " "])))
def test_no_letter_is_lost_whatever_the_tags(parts: list[str]) -> None:
    kept = plain_text("".join(parts))
    for tag in TAGS:
        kept = kept.replace(tag, "")
    assert kept == "".join(part for part in parts if part not in TAGS)
