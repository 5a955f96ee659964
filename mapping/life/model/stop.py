"""A dated presence at a place."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from mapping.life.model.citations import Cited
from mapping.life.model.values import (
    Certainty,
    Country,
    Dated,
    Kind,
    Position,
    Precision,
    Slug,
    Text,
    split_ids,
)


class Stop(Dated, Cited):
    """A dated presence at a place: one Point feature of ``stops.geojson``."""

    id: Slug = Field(
        description="Stable text slug, equal to the feature id; it is the link",
        title="Id",
        examples=["brussels-youth"],
    )
    seq: int | None = Field(
        None, description="Derived: 1..n in the order of the life", title="No.", examples=[12]
    )
    chapter: Slug = Field(
        description="Id of a chapter of life.toml", title="Chapter", examples=["orenburg"]
    )
    title: Text = Field(
        description="Heading of the stop", title="Title", examples=["A room on the Ural river"]
    )
    name_then: Text = Field(
        description="Name of the place in that year", title="Place then", examples=["Leningrad"]
    )
    name_now: Text = Field(
        description="Name of the place today", title="Place now", examples=["Saint Petersburg"]
    )
    country_then: Text = Field(
        description="State that held the place, by its name in that year",
        title="State then",
        examples=["USSR"],
    )
    country_now: Country = Field(
        description="ISO 3166-1 alpha-2 code of today's country",
        title="Country now",
        examples=["RU"],
    )
    kind: Kind = Field(description="What the stay was", title="Kind of stay")
    date_text: str | None = Field(
        None,
        description="Derived: the dates in words",
        title="Dates in words",
        examples=["June 1933 to April 1936"],
    )
    certainty: Certainty = Field(
        description="How sure we are that the person was there, then", title="Certainty"
    )
    precision: Precision = Field(
        description="What the point stands for", title="The point stands for"
    )
    summary: Text = Field(description="Two to four sentences of your own", title="Summary")
    persons: Text | None = Field(
        None,
        description='Ids of persons.json, joined by "; ": who was there, or is told of',
        title="Persons",
        examples=["liuba-russakova; vlady-kibalchich"],
    )
    companions: Text | None = Field(
        None,
        description="Others who were there, who are no persons of persons.json",
        title="With",
        examples=["deported oppositionists"],
    )
    works: Text | None = Field(
        None,
        description="What was written there",
        title="Wrote there",
        examples=["Midnight in the Century"],
    )
    quote: Text | None = Field(
        None, description="Verbatim from the seed article; […] marks a gap", title="Quote"
    )
    quote_by: Text | None = Field(
        None, description="Who speaks in the quote", title="Who speaks", examples=["Victor Serge"]
    )
    correction: Text | None = Field(
        None,
        description="What the record says against the quote, beginning “In fact”",
        title="In fact",
    )
    note: Text | None = Field(
        None, description="What is not known, and how good the point is", title="Note"
    )
    tour: bool = Field(
        default=False,
        description="Whether it belongs to the short tour",
        title="In the short tour",
        examples=[True],
    )
    place_id: Text | None = Field(
        None,
        description="Key of the place, such as geonames:2800866",
        title="Place id",
        examples=["geonames:2800866"],
    )
    position: Position = Field(description="Longitude, latitude", exclude=True, title="Position")

    @cached_property
    def person_ids(self) -> tuple[str, ...]:
        """Return the ids of the persons who were there, in order."""
        return split_ids(self.persons)
