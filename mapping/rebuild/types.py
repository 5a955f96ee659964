"""``python -m mapping.rebuild.types``: make the types of the page's scripts from the model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from mapping.life.model import (
    CERTAINTIES,
    KINDS,
    MODES,
    PRECISIONS,
    Chapter,
    Leg,
    Stop,
    property_order,
)
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

OUTPUT = Path(__file__).resolve().parents[1] / "page" / "web" / "scripts" / "types.d.ts"
# what the scripts have in another form: the index of the chapter
_STOP_LEFT_OUT = {"chapter"}
_LEG_FIELDS = ("id", "mode", "guarded", "certainty")
_CHAPTER_FIELDS = ("id", "title", "name", "headline")
# what a map knows of any stop; the rest may be missing
_ALWAYS = {
    *("id", "seq", "title", "name_then", "kind", "certainty", "precision"),
    *("start_date", "end_date", "date_edtf", "date_text", "mode", "guarded"),
}
_WORDS: dict[tuple[str, ...], str] = {
    KINDS: "Kind",
    MODES: "Mode",
    CERTAINTIES: "Certainty",
    PRECISIONS: "Precision",
}
_NAMES = {str: "string", int: "number", float: "number", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a type: its name, its TypeScript type, and what it is."""

    name: str
    always: bool
    kind: str
    remark: str


def types_text() -> str:
    """Return ``types.d.ts``: the rows of stops, legs and chapters as the scripts read them.

    Examples
    --------
    >>> "  name_then: string;" in types_text().splitlines()
    True
    """
    template = environment("rebuild").get_template("types.d.ts.j2")
    text: str = template.render(
        words=_WORDS,
        stop=_lines(Stop, [n for n in property_order(Stop) if n not in _STOP_LEFT_OUT]),
        leg=_lines(Leg, _LEG_FIELDS),
        chapter=_lines(Chapter, _CHAPTER_FIELDS),
    )
    return text.rstrip() + "\n"


def _lines(model: type[BaseModel], names: Iterable[str]) -> list[Line]:
    fields = model.model_fields
    return [
        Line(
            name,
            name in _ALWAYS,
            " | ".join(_kinds(fields[name].annotation)),
            fields[name].description or fields[name].title or name,
        )
        for name in names
    ]


def _kinds(annotation: Any) -> list[str]:
    """Return the TypeScript types of an annotation; what may be ``None`` may be missing."""
    origin = get_origin(annotation)
    if origin is Literal:
        return [_WORDS[get_args(annotation)]]
    if origin in {Union, UnionType}:
        return [kind for part in get_args(annotation) for kind in _kinds(part)]
    if origin is Annotated:
        return _kinds(get_args(annotation)[0])
    return [] if annotation is type(None) else [_NAMES[annotation]]


def main() -> None:
    """Write the types beside the scripts."""
    OUTPUT.write_text(types_text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
