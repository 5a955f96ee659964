"""A whole life: what ``load_life`` returns and everything else is made from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import ClassVar

from pydantic import ConfigDict, Field

from mapping.life.model.head import Head
from mapping.life.model.landmark import Landmark
from mapping.life.model.leg import Leg
from mapping.life.model.records import Contemporary, Image, Term, Work
from mapping.life.model.stop import Stop
from mapping.life.model.values import Citekey, Text, Value
from mapping.life.words import say_count


class Source(Value):
    """A bibliographic record: one CSL-JSON item of ``sources.json``."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    id: Citekey
    type: Text
    title: Text
    url: str | None = Field(None, alias="URL")
    note: str | None = None


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
    persons, works, glossary, images
        The records of ``persons.json``, ``works.json``, ``glossary.json`` and ``images.json``, in
        the order of the file; none where there is no such file.
    landmarks
        What the drawn plans of towns show.
    digest
        First twelve hex digits of the SHA-256 of the folder's input files.
    texts
        ``life.toml`` and ``sources.json`` as they are, with their comments and their order; a
        life that comes from no folder has none.
    pictures
        The picture files that ``images`` name, by name.
    """

    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    sources: tuple[Source, ...]
    persons: tuple[Contemporary, ...] = ()
    works: tuple[Work, ...] = ()
    glossary: tuple[Term, ...] = ()
    images: tuple[Image, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    digest: str = ""
    texts: dict[str, str] = Field(default_factory=dict, exclude=True, repr=False)
    pictures: dict[str, bytes] = Field(default_factory=dict, exclude=True, repr=False)

    showing: ClassVar[Callable[[Life], dict[str, str]] | None] = None
    """How a notebook shows a life, by media type; set by what can draw one."""

    def __repr__(self) -> str:
        first, last = (span.first.year for span in (self.stops[0].span, self.stops[-1].span))
        counts = f"{say_count(len(self.stops), 'stop')}, {say_count(len(self.legs), 'leg')}"
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

    @cached_property
    def person_by_id(self) -> dict[str, Contemporary]:
        """Return the persons by their id."""
        return {person.id: person for person in self.persons}

    @cached_property
    def person_stops(self) -> dict[str, tuple[str, ...]]:
        """Return for each person's id the ids of the stops that name it, in order."""
        return {
            person.id: tuple(stop.id for stop in self.stops if person.id in stop.person_ids)
            for person in self.persons
        }

    def images_at(self, stop_id: str) -> tuple[Image, ...]:
        """Return the pictures of a stop.

        Parameters
        ----------
        stop_id
            Id of the stop.
        """
        return tuple(image for image in self.images if image.stop == stop_id)

    @property
    def tour(self) -> tuple[Stop, ...]:
        """Return the stops of the short tour; those that open the strip's chapters if none says."""
        told = tuple(stop for stop in self.stops if stop.tour)
        if told:
            return told
        first = {stop.chapter: stop for stop in reversed(self.stops)}
        return tuple(first[one.id] for one in self.chapters if one.headline and one.id in first)
