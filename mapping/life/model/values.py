"""The closed vocabularies, and what every value of a life has in common."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    field_validator,
)

from mapping.life.countries import check_country
from mapping.life.dates import DateSpan, parse_point, parse_span

Kind = Literal[
    "birth",
    "home",
    "commune",
    "politics",
    "captivity",
    "exile",
    "refuge",
    "transit",
    "event",
    "death",
]
Mode = Literal["rail", "sea", "road", "foot", "air", "unknown"]
Certainty = Literal["certain", "less-certain", "uncertain"]  # Linked Places' words
Precision = Literal["address", "site", "city", "region"]

KINDS: tuple[Kind, ...] = get_args(Kind)
MODES: tuple[Mode, ...] = get_args(Mode)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
PRECISIONS: tuple[Precision, ...] = get_args(Precision)


def _one_date(text: str) -> str:
    parse_point(text)
    return text


Position = tuple[float, float]
"""Longitude and latitude in degrees, EPSG:4326."""

_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=_SLUG, max_length=64)]
_CITEKEY = (
    r"""^[^\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff;,"'\\{}<>|^`]+$"""
)
Citekey = Annotated[str, StringConstraints(pattern=_CITEKEY, max_length=200)]
"""The key of a source as Zotero, Better BibTeX or BibTeX gives it, or the address of a record."""
Text = Annotated[str, StringConstraints(min_length=1)]
Country = Annotated[
    str,
    AfterValidator(check_country),
    WithJsonSchema({"pattern": "^[A-Z]{2}$", "type": "string"}),
]
Day = Annotated[str, AfterValidator(_one_date)]
"""One EDTF date, such as 1890-12-30 or 1890~; a doubt between two days is no such date."""


def _span(text: str) -> str:
    parse_span(text)
    return text


When = Annotated[str, AfterValidator(_span)]
"""An EDTF date or interval."""

Years = Annotated[str, StringConstraints(pattern=r"^\d{4}(–\d{4})?$")]
"""A year, or two with an en dash between, as a reader sees them."""


class Value(BaseModel):
    """A frozen value: no unknown key, nothing turned silently into something else."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Dated(Value):
    """A value with dates: as written, and the first and the last day they can mean."""

    date_edtf: str = Field(
        description="EDTF interval start/end; ~ about, ? uncertain, .. open: 1919-01~/1921-12~",
        title="Dates (EDTF)",
        examples=["1919-01~/1921-12~"],
    )
    start_date: str | None = Field(
        None,
        description="Derived: the first day it can mean, or the first that is known",
        title="First possible day",
        examples=["1919-01-01"],
    )
    end_date: str | None = Field(
        None,
        description="Derived: the last day it can mean, or the last that is known",
        title="Last possible day",
        examples=["1921-12-31"],
    )

    @field_validator("date_edtf")
    @classmethod
    def _is_edtf(cls, text: str) -> str:
        parse_span(text)
        return text

    @cached_property
    def span(self) -> DateSpan:
        """Return the parsed dates."""
        return parse_span(self.date_edtf)


def split_ids(joined: str | None) -> tuple[str, ...]:
    """Split a "; "-joined list of ids."""
    return tuple(part.strip() for part in (joined or "").split(";") if part.strip())
