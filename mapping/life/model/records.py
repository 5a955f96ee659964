"""The lists beside the tables: persons, works, terms, images; flat records, each list optional."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from mapping.life.model.citations import Citation, parse_citations
from mapping.life.model.values import Day, Slug, Text, Value, When, split_ids

_SOURCES = 'Ids of sources.json, each perhaps with a place in it, joined by "; "'


IMAGE_FILE = r"^images/[A-Za-z0-9_-][A-Za-z0-9_.-]*\.(avif|webp)$"
ImageFile = Annotated[str, StringConstraints(pattern=IMAGE_FILE, max_length=200)]
"""A picture in the folder ``images`` beside the tables."""


class Record(Value):
    """A flat record of a list, with an id of its own and perhaps sources."""

    id: Slug = Field(title="Id", description="Stable text slug", examples=["rirette-maitrejean"])
    sources: Text | None = Field(
        None, title="Sources", description=_SOURCES, examples=["maitron-serge"]
    )

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Return the sources it cites with the places in them, in order."""
        return parse_citations(self.sources)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Return the ids of the sources it cites, in order, each once."""
        return tuple(dict.fromkeys(one.source_id for one in self.citations))


class Contemporary(Record):
    """Somebody who matters in the life: one record of ``persons.json``."""

    name: Text = Field(
        title="Name", description="As the texts call the person", examples=["Rirette Maîtrejean"]
    )
    born: Day | None = Field(
        None, title="Born", description="One EDTF date", examples=["1887-08-14"]
    )
    died: Day | None = Field(
        None, title="Died", description="One EDTF date", examples=["1968-06-11"]
    )
    sentence: Text = Field(
        title="Who",
        description="One sentence: who it was, and what to this life",
        examples=["Anarchist, who edited l’anarchie with him."],
    )
    identifiers: Text | None = Field(
        None,
        title="Identifiers",
        description='Addresses that identify the person, joined by "; "',
        examples=["https://www.wikidata.org/wiki/Q3433148"],
    )

    @property
    def same_as(self) -> tuple[str, ...]:
        """Return the addresses that identify the person, in order."""
        return split_ids(self.identifiers)


class Work(Record):
    """What was written in the life: one record of ``works.json``, a shelf in order."""

    title: Text = Field(title="Title", description="In English", examples=["Men in Prison"])
    original: Text | None = Field(
        None,
        title="Original title",
        description="Where it differs",
        examples=["Les hommes dans la prison"],
    )
    form: Text = Field(title="Form", description="What it is", examples=["novel"])
    begun: When | None = Field(None, title="Begun", description="EDTF", examples=["1926"])
    begun_at: Text | None = Field(
        None, title="Begun at", description="Where", examples=["Leningrad"]
    )
    finished: When | None = Field(None, title="Finished", description="EDTF", examples=["1929"])
    finished_at: Text | None = Field(
        None, title="Finished at", description="Where", examples=["Leningrad"]
    )
    published: When | None = Field(None, title="Published", description="EDTF", examples=["1930"])
    published_at: Text | None = Field(
        None, title="Published at", description="Where", examples=["Paris"]
    )
    sentence: Text | None = Field(
        None, title="What it tells", description="One sentence about it, and what became of it"
    )
    stops: Text | None = Field(
        None,
        title="Stops",
        description='Ids of the stops where it was written, joined by "; "',
        examples=["leningrad-home"],
    )

    @property
    def stop_ids(self) -> tuple[str, ...]:
        """Return the ids of the stops where it was written, in order."""
        return split_ids(self.stops)


class Term(Record):
    """A word that a reader may not know: one record of ``glossary.json``."""

    term: Text = Field(title="Term", description="As the texts write it", examples=["GPU"])
    forms: Text | None = Field(
        None,
        title="Other forms",
        description='Other words in the texts that mean it, joined by "; "',
        examples=["OGPU"],
    )
    sentence: Text = Field(title="Meaning", description="One sentence")

    @property
    def words(self) -> tuple[str, ...]:
        """Return the term and its other forms."""
        return (self.term, *split_ids(self.forms))


class Image(Record):
    """A picture at a stop: one record of ``images.json``; its file stands in ``images``."""

    stop: Slug = Field(title="Stop", description="Id of the stop", examples=["orenburg-exile"])
    file: ImageFile = Field(
        title="File",
        description="Inside the folder: WebP or AVIF, at most 480 pixels wide and 25 kB, without "
        "metadata; all together at most 250 kB",
        examples=["images/orenburg.webp"],
    )
    alt: Text = Field(title="Alternative text", description="What is to be seen, in words")
    credit: Text = Field(title="Credit", description="Who made it, and who keeps it")
    licence: Text = Field(
        title="Licence", description="Under which it may be shown", examples=["CC BY 4.0"]
    )
    link: Text | None = Field(None, title="Link", description="Where it comes from")


RECORDS: dict[str, type[Contemporary | Work | Term | Image]] = {
    "persons.json": Contemporary,
    "works.json": Work,
    "glossary.json": Term,
    "images.json": Image,
}
"""The lists that a folder may hold, in the order in which they are read."""


def record_order(model: type[Record]) -> list[str]:
    """Return the names of a record's fields in file order: the id first, its sources last.

    Parameters
    ----------
    model
        One of ``RECORDS``.
    """
    names = [name for name in model.model_fields if name not in ("id", "sources")]
    return ["id", *names, "sources"]
