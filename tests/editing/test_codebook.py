"""The codebook says of every field what the model says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from project import DATA, LIVES

from mapping.editing.codebook import CODEBOOK, codebook_text
from mapping.life.model import (
    KINDS,
    RECORDS,
    Accepted,
    Article,
    Chapter,
    Editor,
    Event,
    Head,
    Leg,
    Person,
    Plan,
    Stop,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

    from mapping.life.model import Life


MODELS = [Stop, Leg, Head, Person, Article, Chapter, Editor, Event, Plan, Accepted]


@pytest.mark.parametrize("model", [*MODELS, *RECORDS.values()])
def test_every_field_of_the_model_is_told(life: Life, model: type[BaseModel]) -> None:
    text = codebook_text(life)
    for name, field in model.model_fields.items():
        assert field.title, f"{model.__name__}.{name} has no title"
        assert field.description, f"{model.__name__}.{name} has no description"
        if not field.exclude:
            assert f"| `{name}` | {field.title} | {field.description}" in text


def test_closed_lists_are_spelled_out(life: Life) -> None:
    assert f"What the stay was: {', '.join(KINDS)} |" in codebook_text(life)


def test_the_committed_codebooks_are_current(life: Life) -> None:
    assert (DATA / CODEBOOK).read_text(encoding="utf-8") == codebook_text(life)
    assert (LIVES / "benjamin" / CODEBOOK).is_file()


def test_a_text_cannot_break_the_table(life: Life) -> None:
    odd = life.model_copy(update={"title": "A | B <b>"})
    assert codebook_text(odd).startswith("# A | B <b>: the data")
