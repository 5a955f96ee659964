"""What a life is made of: frozen, validated values and the closed vocabularies.

The field descriptions double as the JSON Schema that editors complete with, so they are written
for the person who fills in the table.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

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
from mapping.life.dates import DateSpan, parse_span

if TYPE_CHECKING:
    from collections.abc import Callable

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

Position = tuple[float, float]
"""Longitude and latitude in degrees, EPSG:4326."""

_LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=_SLUG, max_length=64)]
Text = Annotated[str, StringConstraints(min_length=1)]
Country = Annotated[
    str,
    AfterValidator(check_country),
    WithJsonSchema({"pattern": "^[A-Z]{2}$", "type": "string"}),
]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Dated(_Value):
    date_edtf: str = Field(
        description="EDTF interval start/end; ~ about, ? uncertain: 1919-01~/1921-12~",
        title="Dates (EDTF)",
        examples=["1919-01~/1921-12~"],
    )
    start_date: str | None = Field(
        None,
        description="Derived: the first day it can mean",
        title="First possible day",
        examples=["1919-01-01"],
    )
    end_date: str | None = Field(
        None,
        description="Derived: the last day it can mean",
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


class Stop(_Dated):
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
    companions: Text | None = Field(
        None, description="Who was there too", title="With", examples=["deported oppositionists"]
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
    note: Text | None = Field(
        None, description="Where the record differs, or what is not known", title="Note"
    )
    sources: str = Field(
        description='Ids of sources.json, joined by "; "',
        title="Sources",
        examples=["serge-memoirs; maitron-serge"],
    )
    place_id: Text | None = Field(
        None,
        description="Key of the place, such as geonames:2800866",
        title="Place id",
        examples=["geonames:2800866"],
    )
    position: Position = Field(description="Longitude, latitude", exclude=True, title="Position")

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Return the ids of the sources it cites, in order."""
        return split_ids(self.sources)


class Leg(_Dated):
    """The movement between two stops: one LineString feature of ``legs.geojson``."""

    id: Slug = Field(
        description="Stable text slug, equal to the feature id",
        title="Id",
        examples=["moscow-orenburg"],
    )
    seq: int | None = Field(
        None, description="Derived: 1..n in the order of the life", title="No.", examples=[7]
    )
    from_id: Slug = Field(
        description="Id of the stop it leaves", title="From stop", examples=["butyrka-1933"]
    )
    to_id: Slug = Field(
        description="Id of the stop it reaches, later in the life",
        title="To stop",
        examples=["orenburg-exile"],
    )
    mode: Mode = Field(description="How the person travelled", title="Travelled by")
    guarded: bool = Field(
        description="Whether the person travelled under guard", title="Under guard", examples=[True]
    )
    certainty: Certainty = Field(
        description="How sure we are of the way, not of the movement", title="Certainty of the way"
    )
    summary: Text = Field(
        description="One sentence: how, with whom, what is known of the way", title="Summary"
    )
    sources: str = Field(
        description='Ids of sources.json, joined by "; "',
        title="Sources",
        examples=["serge-memoirs"],
    )
    waypoints: tuple[Position, ...] = Field(
        description="Positions from the first stop to the last, both included",
        exclude=True,
        title="Way",
    )

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Return the ids of the sources it cites, in order."""
        return split_ids(self.sources)


class Chapter(_Value):
    """An editorial unit of the story, from ``life.toml``."""

    id: Slug = Field(
        title="Id", description="Stable text slug; stops name it", examples=["orenburg"]
    )
    title: Text = Field(title="Title", description="Heading of the chapter", examples=["Orenburg"])
    summary: Text = Field(
        title="Summary", description="What happens in it, in one or two sentences"
    )
    headline: bool = Field(
        default=True,
        description="Whether it stands in the route strip of the page",
        title="In the strip",
        examples=[True],
    )


class Person(_Value):
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
    born: str = Field(description="EDTF date", title="Born", examples=["1890-12-30"])
    died: str = Field(description="EDTF date", title="Died", examples=["1947-11-17"])
    description: Text = Field(
        description="One phrase: writer and revolutionary",
        title="Who",
        examples=["writer and revolutionary"],
    )
    same_as: tuple[str, ...] = Field(
        (), description="Addresses that identify the person", title="The same person"
    )

    @field_validator("born", "died")
    @classmethod
    def _is_edtf(cls, text: str) -> str:
        parse_span(text)
        return text


class Article(_Value):
    """The seed article that the quotes are taken from."""

    author: Text = Field(title="Author", description="Who wrote it", examples=["George Paizis"])
    title: Text = Field(title="Title", description="Its title")
    publication: Text = Field(
        title="Where", description="Journal and issue", examples=["Socialist Review, issue 371"]
    )
    year: int = Field(
        ge=1, le=9999, title="Year", description="Year of publication", examples=[2012]
    )
    source: Slug = Field(
        description="Its id in sources.json",
        title="Source",
        examples=["paizis-2012"],
    )


class Source(_Value):
    """A bibliographic record: one CSL-JSON item of ``sources.json``."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    id: Slug
    type: Text
    title: Text
    url: str | None = Field(None, alias="URL")
    note: str | None = None


class Head(_Value):
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
    editor: Text | None = Field(
        None, description="Who made the map, for its citation", title="Editor"
    )
    person: Person = Field(title="Person", description="Whose life it is")
    article: Article | None = Field(
        default=None, title="Article", description="The article that quotes are taken from"
    )
    chapters: tuple[Chapter, ...] = Field(title="Chapters", description="In the order of the stops")


class Life(Head):
    """A whole life: what ``load_life`` returns and everything else is made from.

    Parameters
    ----------
    stops
        In the order of the life (``seq``).
    legs
        In the order of the life; each joins an earlier stop to a later one.
    sources
        In the order of ``sources.json``; the position plus one is the number on the page.
    digest
        First twelve hex digits of the SHA-256 of the folder's input files.
    texts
        ``life.toml`` and ``sources.json`` as they stand, with their comments and their order; a
        life that comes from no folder has none.
    """

    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    sources: tuple[Source, ...]
    digest: str = ""
    texts: dict[str, str] = Field(default_factory=dict, exclude=True, repr=False)

    showing: ClassVar[Callable[[Life], dict[str, str]] | None] = None
    """How a notebook shows a life, by media type; set by what can draw one."""

    def __repr__(self) -> str:
        first, last = (span.first.year for span in (self.stops[0].span, self.stops[-1].span))
        counts = f"{len(self.stops)} stops, {len(self.legs)} legs"
        return f"<Life “{self.title}”, {first} to {last}: {counts}>"

    __str__ = __repr__

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        show = type(self).showing
        return show(self) if show else {"text/plain": repr(self)}

    @cached_property
    def stop_index(self) -> dict[str, int]:
        """Return the position of each stop by its id."""
        return {stop.id: index for index, stop in enumerate(self.stops)}

    @cached_property
    def leg_to(self) -> dict[str, Leg]:
        """Return the leg that arrives at each stop, by the stop's id."""
        return {leg.to_id: leg for leg in self.legs}

    @cached_property
    def source_number(self) -> dict[str, int]:
        """Return the number that the page prints for each source, by its id."""
        return {source.id: number for number, source in enumerate(self.sources, start=1)}

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Return west, south, east, north of all stops and waypoints, in degrees."""
        positions = [stop.position for stop in self.stops]
        positions += [position for leg in self.legs for position in leg.waypoints]
        lons, lats = zip(*positions, strict=True)
        return min(lons), min(lats), max(lons), max(lats)


def split_ids(joined: str) -> tuple[str, ...]:
    """Split a "; "-joined list of ids."""
    return tuple(part.strip() for part in joined.split(";") if part.strip())


def property_order(model: type[BaseModel]) -> list[str]:
    """Return property names in file order: the three dates stand together, the day first.

    Parameters
    ----------
    model
        ``Stop`` or ``Leg``.
    """
    names = [name for name, field in model.model_fields.items() if not field.exclude]
    dates = ["start_date", "end_date", "date_edtf"]
    names = [name for name in names if name not in dates]
    at = names.index("date_text" if "date_text" in names else "certainty")
    return [*names[:at], *dates, *names[at:]]
