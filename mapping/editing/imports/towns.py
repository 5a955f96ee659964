"""Choose the town that each name of a table means, by all the others; ask where it is doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.editing.imports.gazetteer import (
    DWARFS,
    MOST_CHOICES,
    choices_of,
    find_towns,
    spelled_alike,
    split_country,
    the_one,
)
from mapping.editing.imports.states import state_name
from mapping.errors import show
from mapping.life.countries import country_name
from mapping.life.distance import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.editing.imports.gazetteer import Town
    from mapping.editing.imports.row_positions import Point

_FAR_KM = 2500.0  # from all other places of the life: across an ocean, or a continent
# A town of this weight is meant however far away it is: Mexico City, Orenburg, not Taos.
_KNOWN = 50_000_000
_RIVALS = 100  # times lighter, and still to be thought of where only it is near
_UNLIKELY = 1000  # times lighter than another of a like name
_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """A name to look up.

    Parameters
    ----------
    name
        As the row says it.
    fit
        The towns of that name in the country that the row says, the best known first.
    country
        Code of that country, where a column or the name says one.
    """

    name: str
    fit: Sequence[Town]
    country: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why no town is taken for a name.

    Parameters
    ----------
    found
        What the name is, for the problem.
    remedy
        What the person can do.
    """

    found: str
    remedy: str


def choose_towns(
    wishes: Iterable[Wish], given: Sequence[tuple[str, Point]]
) -> dict[Wish, Town | Refused]:
    """Return the town of each wish, or why it has none.

    Parameters
    ----------
    wishes
        What to look up.
    given
        Name and position of the places that the table itself puts on the map.
    """
    chosen = {wish: the_one(wish.fit) for wish in wishes}
    trusted = list(given)
    for wish, town in chosen.items():
        if town and (wish.country or town.weight >= _KNOWN):
            trusted.append((wish.name, (town.lon, town.lat)))
    others = {wish: [point for name, point in trusted if name != wish.name] for wish in chosen}
    doubted = {
        wish
        for wish, town in chosen.items()
        if town and not wish.country and _is_far(town, others[wish])
    }
    alike = spelled_alike(wish.name for wish in chosen if wish in doubted or not wish.fit)
    asked = [wish for wish, town in chosen.items() if wish in doubted or not town]
    exact = find_towns(way for wish in asked for town in wish.fit for way in _exactly(town))
    answers: dict[Wish, Town | Refused] = {}
    for wish, town in chosen.items():
        near = _likely(alike.get(wish.name, ()), wish.country, others[wish])
        if town is None:
            answers[wish] = _several(wish, exact) if wish.fit else _none(wish, near)
        elif wish in doubted:
            answers[wish] = _doubt(wish, near, others[wish], exact) or town
        else:
            answers[wish] = town
    return answers


def _likely(towns: Sequence[Town], country: str, others: Sequence[Point]) -> list[Town]:
    """Return the towns of a like name that may well be meant: those near the others, or all."""
    fit = [town for town in towns if country in ("", town.country)]
    fit = [town for town in fit if town.weight * _UNLIKELY >= fit[0].weight]
    return [town for town in fit if not _is_far(town, others)] or fit


def _is_far(town: Town, others: Sequence[Point]) -> bool:
    """Return whether a town is far from all; where there are none, by which name it was found."""
    if not others:
        return not town.is_own and town.weight < _KNOWN
    return min(distance_km((town.lon, town.lat), point) for point in others) > _FAR_KM


def _several(wish: Wish, exact: Mapping[str, Sequence[Town]]) -> Refused:
    """Return that a name has several towns, with what to write for each of them."""
    found = f"{show(wish.name)}, as {len(wish.fit)} towns are called"
    return Refused(found, _ways(wish, wish.fit[:MOST_CHOICES], exact))


def _ways(wish: Wish, towns: Sequence[Town], exact: Mapping[str, Sequence[Town]]) -> str:
    """Return as a remedy what to write for each of some towns."""
    written, placed = [], []
    for town in towns:
        where = f"{town.lat:.2f}, {town.lon:.2f}"
        own = "" if town.is_own else f"{town.name}, "
        if way := _way(wish, town, exact):
            written.append(f"{show(way)} ({own}{where})")
        else:
            placed.append(f"{where} ({town.name} in {country_name(town.country)})")
    ways = [f"Write {'; '.join(written)}"] if written else []
    ways += [f"{'or add' if written else 'Add'} lat and lon: {'; '.join(placed)}"] if placed else []
    return f"{', '.join(ways)}."


def _way(wish: Wish, town: Town, exact: Mapping[str, Sequence[Town]]) -> str:
    """Return what finds this town and no other: a name with its country or state, or nothing."""
    head = split_country(wish.name)[0]
    there = [one for one in wish.fit if one.country == town.country]
    ways: dict[str, Sequence[Town]] = {f"{head}, {country_name(town.country)}": there}
    ways |= {way: exact[way] for way in _exactly(town)}
    for way, towns in ways.items():
        one = the_one(towns)
        if way != wish.name and one and one.place_id == town.place_id:
            return way
    return ""


def _exactly(town: Town) -> list[str]:
    """Return the own name of a town with its state, if that is known, and its country."""
    areas = filter(None, (state_name(town.state), country_name(town.country)))
    return [f"{town.name}, {area}" for area in areas]


def _none(wish: Wish, near: Sequence[Town]) -> Refused:
    found = f"no town {show(wish.name)}"
    if wish.country and split_country(wish.name)[0] == wish.name:
        found += f" in {country_name(wish.country)}"
    return Refused(found, _ask(near, "Add lat and lon."))


def _doubt(
    wish: Wish,
    near: Sequence[Town],
    others: Sequence[Point],
    exact: Mapping[str, Sequence[Town]],
) -> Refused | None:
    """Return why the town far away is not taken: it is little known, or another may be meant."""
    town = wish.fit[0]
    around = [one for one in near if not _is_far(one, others) and one.weight > town.weight]
    rivals = [one for one in wish.fit if not _is_far(one, others)]
    rivals = [one for one in rivals if one.weight * _RIVALS >= town.weight]
    better = any(one.weight >= DWARFS * town.weight for one in around)
    if town.weight >= _KNOWN and not better and not rivals:
        return None
    far = ", far from all other places of the table" if others else ""
    found = f"{show(wish.name)}, which is {choices_of([town, *rivals])}{far}"
    if rivals:
        return Refused(found, _ask(around, _ways(wish, [town, *rivals[:MOST_CHOICES]], exact)))
    meant = f"Write {_with_country(wish.name, town)} if that is meant, or add lat and lon."
    return Refused(found, _ask(around, meant))


def _ask(near: Sequence[Town], otherwise: str) -> str:
    """Return the remedy: what may have been meant, and what to do if it was not."""
    if not near:
        return otherwise
    *first, last = [_spelled(town) for town in near[:_OFFERED]]
    meant = " or ".join(filter(None, (", ".join(first), last)))
    return f"Did you mean {meant}? If not, {otherwise[:1].lower()}{otherwise[1:]}"


def _spelled(town: Town) -> str:
    country = country_name(town.country)
    if town.is_own:
        return show(f"{town.name}, {country}")
    return f"{show(town.called)} ({town.name} in {country})"


def _with_country(name: str, town: Town) -> str:
    return show(f"{name}, {country_name(town.country)}")
