"""What ``life.toml`` says: whose life it is, its chapters, its makers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from mapping.life.model.values import Citekey, Day, Slug, Text, Value, When, Years

_LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
_DOI = r"^10\.\d{4,9}/[!-~]+$"
_ORCID = r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$"


class Chapter(Value):
    """An editorial unit of the story, from ``life.toml``."""

    id: Slug = Field(
        title="Id", description="Stable text slug; stops name it", examples=["orenburg"]
    )
    title: Text = Field(
        title="Title", description="Heading of the chapter", examples=["Three years, sign here"]
    )
    summary: Text = Field(
        title="Summary", description="What happens in it, in one or two sentences"
    )
    name: Text | None = Field(
        default=None,
        title="Short name",
        description="For the route strip, where the title tells more",
        examples=["Orenburg"],
    )
    place: Text | None = Field(
        default=None,
        description="Where it plays, for its second line",
        title="Where",
        examples=["Moscow and Orenburg"],
    )
    years: Years | None = Field(
        default=None,
        description="When it plays, for its second line",
        title="Years",
        examples=["1933–1936"],
    )
    headline: bool = Field(
        default=True,
        description="Whether it stands in the route strip of the page",
        title="In the strip",
        examples=[True],
    )

    @property
    def label(self) -> str:
        """Return its short name, or its title where it has none."""
        return self.name or self.title


class Person(Value):
    """Whose life it is, from ``life.toml``."""

    name: Text = Field(
        title="Name", description="As the page calls the person", examples=["Victor Serge"]
    )
    birth_name: Text | None = Field(
        default=None,
        title="Birth name",
        description="Name given at birth, where it differs",
        examples=["Viktor Lvovich Kibalchich"],
    )
    born: Day = Field(description="One EDTF date", title="Born", examples=["1890-12-30"])
    died: Day = Field(description="One EDTF date", title="Died", examples=["1947-11-17"])
    description: Text = Field(
        description="One phrase: writer and revolutionary",
        title="Who",
        examples=["writer and revolutionary"],
    )
    same_as: tuple[str, ...] = Field(
        (), description="Addresses that identify the person", title="The same person"
    )


class Article(Value):
    """The seed article that the quotes are taken from."""

    author: Text = Field(title="Author", description="Who wrote it", examples=["George Paizis"])
    title: Text = Field(title="Title", description="Its title")
    publication: Text = Field(
        title="Where", description="Journal and issue", examples=["Socialist Review, issue 371"]
    )
    year: int = Field(
        ge=1, le=9999, title="Year", description="Year of publication", examples=[2012]
    )
    source: Citekey = Field(
        description="Its id in sources.json",
        title="Source",
        examples=["paizis-2012"],
    )


class Editor(Value):
    """Who made the map, for its citation."""

    name: Text = Field(title="Name", description="As it is cited", examples=["Doe, Jane"])
    orcid: Annotated[str, StringConstraints(pattern=_ORCID)] | None = Field(
        None,
        title="ORCID",
        description="Sixteen digits in groups of four",
        examples=["0000-0002-1825-0097"],
    )


class Event(Value):
    """What happened in the world, for the band of the life."""

    date: When = Field(title="When", description="EDTF date or interval", examples=["1917-11-07"])
    text: Text = Field(title="What", description="In a few words", examples=["October Revolution"])


class Plan(Value):
    """A drawn map of a town, a file of the folder ``plans``."""

    id: Slug = Field(title="Id", description="Stable text slug", examples=["paris"])
    title: Text = Field(title="Title", description="Name of the plan", examples=["Paris"])
    file: Text = Field(
        title="File", description="Inside the folder", examples=["plans/paris.geojson"]
    )
    shore: Text | None = Field(
        None,
        title="Shore",
        description="File with the shore alone, where it has a licence of its own",
        examples=["plans/marseille-shore.geojson"],
    )
    frame: tuple[float, float, float, float] = Field(
        title="Frame",
        description="West, south, east, north in degrees",
        examples=["[2.25, 48.81, 2.45, 48.91]"],
    )
    years: Years = Field(title="Years", description="Which it is drawn for", examples=["1909–1940"])

    @property
    def files(self) -> tuple[str, ...]:
        """Return the names of its files."""
        return (self.file, self.shore) if self.shore else (self.file,)

    @field_validator("frame")
    @classmethod
    def _is_frame(
        cls, frame: tuple[float, float, float, float]
    ) -> tuple[float, float, float, float]:
        west, south, east, north = frame
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise ValueError("west, south, east, north in degrees, west before east")
        return frame


class Accepted(Value):
    """A warning of ``check`` that was looked at and is right as it is."""

    warning: Text = Field(
        title="Warning",
        description="The warning, or as much of it as tells it from the others",
        examples=["stops.geojson, paris-1940, date_edtf"],
    )
    reason: Text = Field(title="Reason", description="Why it may stand")


class Head(Value):
    """What ``life.toml`` says of a life as a whole."""

    title: Text = Field(
        title="Title", description="Title of the map", examples=["Victor Serge: a life in exile"]
    )
    subtitle: Text = Field(
        title="Subtitle",
        description="Second line of the title",
        examples=["From Brussels to Mexico City, 1890 to 1947"],
    )
    lead: Text = Field(description="A short paragraph before the first chapter", title="Lead")
    closing: Text | None = Field(
        None,
        title="Closing",
        description="The last words, after the life in numbers",
        examples=["Having no country, he was entered in the register of the dead as a Spaniard."],
    )
    language: Annotated[str, StringConstraints(pattern=_LANGUAGE)] = Field(
        default="en",
        title="Language",
        description="Language of the texts, as HTML names it",
        examples=["en"],
    )
    licence: Text = Field(
        default="CC BY 4.0",
        title="Licence",
        description="Licence of the data",
        examples=["CC BY 4.0"],
    )
    attribution: Text | None = Field(
        None,
        title="Attribution",
        description="What the data owe to others: Positions of places: GeoNames, CC BY 4.0",
        examples=["Positions of towns: GeoNames, CC BY 4.0."],
    )
    editors: tuple[Editor, ...] = Field(
        (), description="Who made the map, in the order of the citation", title="Editors"
    )
    funding: Text | None = Field(
        None, description="Who paid for the work, in one sentence", title="Funding"
    )
    url: Text | None = Field(
        None,
        description="Where the map is published",
        title="Address",
        examples=["https://example.org/serge/"],
    )
    doi: Annotated[str, StringConstraints(pattern=_DOI)] | None = Field(
        None,
        description="Digital object identifier of this version, without address",
        title="DOI",
        examples=["10.5281/zenodo.1234567"],
    )
    date: Day | None = Field(
        None, description="When this version was finished", title="Date", examples=["2026-11-27"]
    )
    version: Text | None = Field(
        None, description="Of the data, as you count", title="Version", examples=["2.0.0"]
    )
    person: Person = Field(title="Person", description="Whose life it is")
    article: Article | None = Field(
        default=None, title="Article", description="The article that quotes are taken from"
    )
    chapters: tuple[Chapter, ...] = Field(title="Chapters", description="In the order of the stops")
    events: tuple[Event, ...] = Field(
        (), description="What happened in the world meanwhile, five to eight", title="Events"
    )
    plans: tuple[Plan, ...] = Field((), description="Drawn maps of towns", title="Plans")
    accepted: tuple[Accepted, ...] = Field(
        (), description="Warnings that were looked at and may stand", title="Accepted warnings"
    )

    @property
    def editor(self) -> str | None:
        """Return the names of the editors for a citation; nothing where none is named."""
        return "; ".join(editor.name for editor in self.editors) or None
