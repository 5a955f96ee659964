"""Choose the town that each name of a table means, by all the others; ask where it is doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.editing.imports.gazetteer import (
    DWARFS,
    choices_of,
    spelled_alike,
    split_country,
    the_one,
)
from mapping.errors import show
from mapping.life.countries import country_name
from mapping.life.distance import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    answers: dict[Wish, Town | Refused] = {}
    for wish, town in chosen.items():
        near = _likely(alike.get(wish.name, ()), wish.country, others[wish])
        if town is None:
            answers[wish] = _none(wish, near)
        elif wish in doubted:
            answers[wish] = _doubt(wish, town, near, others[wish]) or town
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


def _none(wish: Wish, near: Sequence[Town]) -> Refused:
    if wish.fit:
        able = next((town for town in wish.fit[:5] if _is_settled(wish, town.country)), None)
        country = f", or the country: {_with_country(wish.name, able)}" if able else ""
        remedy = f"Add lat and lon{country}."
        return Refused(f"{show(wish.name)}, which is {choices_of(wish.fit)}", remedy)
    found = f"no town {show(wish.name)}"
    if wish.country and split_country(wish.name)[0] == wish.name:
        found += f" in {country_name(wish.country)}"
    return Refused(found, _ask(near, "Add lat and lon."))


def _is_settled(wish: Wish, country: str) -> bool:
    """Return whether just one town is meant, once the country is known."""
    return not wish.country and bool(the_one([one for one in wish.fit if one.country == country]))


def _doubt(wish: Wish, town: Town, near: Sequence[Town], others: Sequence[Point]) -> Refused | None:
    """Return why a town far away is not taken: it is little known, or another may be meant."""
    around = [one for one in near if not _is_far(one, others) and one.weight > town.weight]
    rivals = [one for one in wish.fit if not _is_far(one, others)]
    rivals = [one for one in rivals if one.weight * _RIVALS >= town.weight]
    better = any(one.weight >= DWARFS * town.weight for one in around)
    if town.weight >= _KNOWN and not better and not rivals:
        return None
    far = ", far from all other places of the table" if others else ""
    found = f"{show(wish.name)}, which is {choices_of([town, *rivals])}{far}"
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
