"""Templates: a text is told to find its own direction."""

from __future__ import annotations

import pytest

from mapping.templates import environment


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Victor Serge, Петроград, 1919", ""),
        ("שלום", ' dir="auto"'),
        ("Kibalchich: كيبالتشيتش", ' dir="auto"'),
        ("a mark \u200f and no letter", ' dir="auto"'),
        ("\U0001e900 Adlam", ' dir="auto"'),
        ("", ""),
    ],
)
def test_a_text_is_told_to_find_its_direction_where_it_has_one(text: str, attribute: str) -> None:
    said = environment("page/web/templates").from_string("{{ text | dir }}").render(text=text)
    assert said == attribute
