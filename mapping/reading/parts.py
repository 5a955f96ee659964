"""What could be read of a life, in the order of the life, for the rules to judge."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mapping.life.order import order_legs, order_stops

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.life.model import Head, Leg, Record, Source, Stop
    from mapping.reading.features import Collection, Feature

STOPS, LEGS, LIFE = "stops.geojson", "legs.geojson", "life.toml"


@dataclass(frozen=True, slots=True)
class Read:
    """The files of a life, each by itself; ``None`` for one that could not be read.

    Parameters
    ----------
    head
        The content of ``life.toml``.
    stops, legs
        The features of both tables.
    sources
        The valid sources.
    source_ids
        Ids of all sources, valid or not.
    records
        The valid records of each list that is there, by file name.
    person_ids
        Ids of all persons, valid or not.
    """

    head: Head | None
    stops: Collection[Stop] | None
    legs: Collection[Leg] | None
    sources: list[Source] | None
    source_ids: frozenset[str]
    records: Mapping[str, Sequence[Record]]
    person_ids: frozenset[str]

    @property
    def whole(self) -> bool:
        """Return whether every file that a life must have could be read."""
        return None not in (self.head, self.stops, self.legs, self.sources)


@dataclass(frozen=True, slots=True)
class Parts:
    """What could be read of a life; ``None`` for a file that could not.

    Parameters
    ----------
    head
        The content of ``life.toml``.
    stops, legs
        The valid features, in the order of the life.
    sources
        The valid sources.
    stop_ids, source_ids
        Ids of all stops and sources, valid or not, so that a broken one is not many problems.
    complete
        Whether every feature was valid, so that numbers and order can be judged.
    records
        The valid records of each list that is there, by file name.
    person_ids
        Ids of all persons, valid or not.
    """

    head: Head | None
    stops: Sequence[Feature[Stop]] | None
    legs: Sequence[Feature[Leg]] | None
    sources: Sequence[Source] | None
    stop_ids: frozenset[str]
    source_ids: frozenset[str]
    complete: bool
    records: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    person_ids: frozenset[str] = frozenset()


def in_order(read: Read) -> Parts:
    """Return what was read, with stops and legs in the order of the life.

    Parameters
    ----------
    read
        The files, each by itself.
    """
    stops = read.stops.features if read.stops else ()
    legs = read.legs.features if read.legs else ()
    order = order_stops([f.value.seq for f in stops], [f.value.span for f in stops])
    ordered = tuple(stops[index] for index in order)
    ends = [(feature.value.from_id, feature.value.to_id) for feature in legs]
    leg_order = order_legs(ends, [feature.value.id for feature in ordered])
    return Parts(
        read.head,
        ordered if read.stops else None,
        tuple(legs[index] for index in leg_order) if read.legs else None,
        tuple(read.sources) if read.sources is not None else None,
        read.stops.ids if read.stops else frozenset(),
        read.source_ids,
        bool(read.stops and read.stops.complete and read.legs and read.legs.complete),
        read.records,
        read.person_ids,
    )


def tables_of(parts: Parts) -> tuple[tuple[str, Sequence[Feature[Any]]], ...]:
    """Return both tables with the name of their file.

    Parameters
    ----------
    parts
        What could be read of a life.
    """
    return (STOPS, parts.stops or ()), (LEGS, parts.legs or ())
