"""What a life is made of: frozen, validated values and the closed vocabularies.

The titles, descriptions and examples of the fields are the data dictionary: JSON Schema, codebook,
spreadsheet and QGIS take theirs from here, so they are written for the person who fills in a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.life.model.citations import Citation, Cited, join_citations, parse_citations
from mapping.life.model.head import Accepted, Article, Chapter, Editor, Event, Head, Person, Plan
from mapping.life.model.landmark import LANDMARK_COLUMNS, LANDMARK_KINDS, SHAPES, Landmark
from mapping.life.model.leg import Leg
from mapping.life.model.life import Life, Source
from mapping.life.model.records import (
    RECORDS,
    Contemporary,
    Image,
    Record,
    Term,
    Work,
    record_order,
)
from mapping.life.model.stop import Stop
from mapping.life.model.values import (
    CERTAINTIES,
    KINDS,
    MODES,
    PRECISIONS,
    Certainty,
    Citekey,
    Country,
    Day,
    Kind,
    Mode,
    Position,
    Precision,
    Slug,
    Text,
    split_ids,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

__all__ = [
    "CERTAINTIES",
    "KINDS",
    "LANDMARK_COLUMNS",
    "LANDMARK_KINDS",
    "MODES",
    "PRECISIONS",
    "RECORDS",
    "SHAPES",
    "Accepted",
    "Article",
    "Certainty",
    "Chapter",
    "Citation",
    "Cited",
    "Citekey",
    "Contemporary",
    "Country",
    "Day",
    "Editor",
    "Event",
    "Head",
    "Image",
    "Kind",
    "Landmark",
    "Leg",
    "Life",
    "Mode",
    "Person",
    "Plan",
    "Position",
    "Precision",
    "Record",
    "Slug",
    "Source",
    "Stop",
    "Term",
    "Text",
    "Work",
    "join_citations",
    "parse_citations",
    "property_order",
    "record_order",
    "split_ids",
]


def property_order(model: type[BaseModel]) -> list[str]:
    """Return property names in file order: the three dates together, the sources near the end.

    Parameters
    ----------
    model
        ``Stop`` or ``Leg``.
    """
    names = [name for name, field in model.model_fields.items() if not field.exclude]
    dates = ["start_date", "end_date", "date_edtf"]
    last = [name for name in ("sources", "place_id") if name in names]
    names = [name for name in names if name not in {*dates, *last}]
    at = names.index("date_text" if "date_text" in names else "certainty")
    return [*names[:at], *dates, *names[at:], *last]
