"""Write the codebook of a life's folder, ``README.md``, from the data dictionary."""

from __future__ import annotations

from dataclasses import dataclass
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from mapping.life.model import (
    LANDMARK_COLUMNS,
    RECORDS,
    SHAPES,
    Accepted,
    Article,
    Chapter,
    Editor,
    Event,
    Head,
    Landmark,
    Leg,
    Person,
    Plan,
    Stop,
    property_order,
    record_order,
)
from mapping.life.places import life_slug
from mapping.life.words import say_count
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from mapping.life.model import Life

CODEBOOK = "README.md"
_PARTS: dict[str, type[BaseModel]] = {
    "person": Person,
    "article": Article,
    "chapters": Chapter,
    "editors": Editor,
    "events": Event,
    "plans": Plan,
    "accepted": Accepted,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One field as the codebook describes it."""

    name: str
    title: str
    description: str
    values: tuple[str, ...]
    optional: bool
    example: str | None


def codebook_text(life: Life) -> str:
    """Return the codebook of a life's folder as Markdown.

    Parameters
    ----------
    life
        A valid life.
    """
    template = environment("editing").get_template("codebook.md.j2")
    text: str = template.render(
        life=life,
        say_count=say_count,
        slug=life_slug(life),
        stops=_rows(Stop, property_order(Stop)),
        legs=_rows(Leg, property_order(Leg)),
        head=_rows(Head, Head.model_fields),
        parts={name: _rows(model, model.model_fields) for name, model in _PARTS.items()},
        lists={file: _rows(model, record_order(model)) for file, model in RECORDS.items()},
        landmarks=_rows(Landmark, LANDMARK_COLUMNS),
        shapes=SHAPES,
    )
    return text.rstrip() + "\n"


def _rows(model: type[BaseModel], names: Iterable[str]) -> list[Row]:
    return [_row(name, model.model_fields[name]) for name in names]


def _row(name: str, field: FieldInfo) -> Row:
    examples = field.examples or [None]
    description = field.description or ""
    return Row(
        name=name,
        title=field.title or name,
        description=description,
        values=_closed(field.annotation),
        optional=not (field.is_required() or description.startswith("Derived")),
        example=None if examples[0] is None else _written(examples[0]),
    )


def _written(example: object) -> str:
    return str(example).lower() if isinstance(example, bool) else str(example)


def _closed(annotation: Any) -> tuple[str, ...]:
    """Return the words of a closed vocabulary; none for any other type."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if get_origin(annotation) in {Union, UnionType}:
        return tuple(word for part in get_args(annotation) for word in _closed(part))
    return ()
