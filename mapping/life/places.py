"""The places of a life: stays at one place gathered, with its names of each time."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapping.life.model import Life, Position, Stop

UNKNOWN_COUNTRY = "ZZ"  # ISO 3166-1 leaves it to its users; an import writes it
_PRECISE_LAST = {"city": 0, "region": 1, "site": 2, "address": 3}
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Place:
    """One place on the ground, whatever it was called.

    Parameters
    ----------
    key
        Slug made of ``place_id`` where the stops have one, else of today's name and country.
    place_id
        Public identifier such as ``geonames:524901``, where known.
    name
        Today's name.
    country
        ISO 3166-1 alpha-2 code of today's country.
    position
        Longitude and latitude in degrees, EPSG:4326: the point that stands for the whole town
        where one of the stops has it.
    stops
        The stays there, in the order of the life.
    """

    key: str
    place_id: str | None
    name: str
    country: str
    position: Position
    stops: tuple[Stop, ...]


def fold(text: str) -> str:
    """Return text as a slug of ASCII letters, digits and hyphens; empty if it has none.

    Parameters
    ----------
    text
        Any text, such as ``Port-Vendres`` or ``Orléans``.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _NOT_WORD.sub("-", plain.lower()).strip("-")


def life_slug(life: Life) -> str:
    """Return the stem of a life's file names: the last word of the person's name, folded.

    Parameters
    ----------
    life
        The life to be named; ``Victor Serge`` gives ``serge``.
    """
    return fold(life.person.name.split()[-1]) or "life"


def gather_places(life: Life) -> tuple[Place, ...]:
    """Gather the stops by place, in the order of first arrival.

    Parameters
    ----------
    life
        The life whose stops are gathered.
    """
    groups: dict[str, list[Stop]] = {}
    for stop in life.stops:
        key = fold(stop.place_id or f"{stop.name_now} {stop.country_now}") or stop.id
        groups.setdefault(key, []).append(stop)
    return tuple(_place(key, tuple(stops)) for key, stops in groups.items())


def _place(key: str, stops: tuple[Stop, ...]) -> Place:
    centre = min(stops, key=lambda stop: _PRECISE_LAST[stop.precision])
    return Place(key, centre.place_id, centre.name_now, centre.country_now, centre.position, stops)
