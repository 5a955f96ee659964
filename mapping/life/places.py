"""The places of a life: stays at one place gathered, with its names of each time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anyascii import anyascii

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
    """Return text as a slug of ASCII letters, digits and hyphens; empty if nothing can be read.

    Parameters
    ----------
    text
        Any text, in any script.

    Examples
    --------
    >>> fold("Łódź"), fold("Москва"), fold("Port-Vendres")
    ('lodz', 'moskva', 'port-vendres')
    """
    return _NOT_WORD.sub("-", anyascii(text).lower()).strip("-")


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
        groups.setdefault(place_of(stop), []).append(stop)
    keys: dict[str, str] = {}
    for name, stops in groups.items():
        key = fold(name) or stops[0].id
        # two names that fold to one slug are two places all the same
        keys[f"{key}-{stops[0].id}" if key in keys else key] = name
    return tuple(_place(key, tuple(groups[name])) for key, name in keys.items())


def place_of(stop: Stop) -> str:
    """Return what makes two stays one place: its identifier, or today's name and country.

    Parameters
    ----------
    stop
        The stay.
    """
    return stop.place_id or f"{stop.name_now} {stop.country_now}"


def _place(key: str, stops: tuple[Stop, ...]) -> Place:
    centre = min(stops, key=lambda stop: _PRECISE_LAST[stop.precision])
    return Place(key, centre.place_id, centre.name_now, centre.country_now, centre.position, stops)
