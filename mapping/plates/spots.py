"""The stays of a town as numbered marks, with their names and those of landmarks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from mapping.plates.placer import Box, Wish, beside, leader_of, place_boxes, route_in, within
from mapping.plates.plan import SIGNS, Ground
from mapping.signs import place_in_town

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Stop
    from mapping.plates.panel import Panel
    from mapping.plates.plan import Sign

SIZE = 11.5
"""Pixels of the type of the stays."""
SMALL = 9.5
"""Pixels of the type of landmarks."""
_LETTER, _BOLD = 0.47, 0.54  # mean width of a letter, by the size
_CAPITALS = 0.78  # of spaced capitals
_MARK = 8.0  # pixels around the middle of a mark
_SAME = 9.0  # pixels within which a landmark is the place of a stay
_CROWD = 60.0  # pixels around a mark in which others make a crowd
_TOGETHER = 7.0  # pixels within which stays share a mark
_MANY = 40  # spots of a town of which each has its name, come what may
_NEAREST = 12  # places around a mark, of which a name takes one where there are more spots
_KNOWN_KM = {"site": 0.3, "city": 1.2}
"""How far a place may be from its mark, by the precision of its position; an address is a point."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark of a plan: one stay, or stays at one place.

    Parameters
    ----------
    x, y
        Pixels.
    numbers
        Of the stops in the story.
    ids
        Of the stops.
    name
        The place in the town; empty where only the town is known.
    years
        When he was there, in words, each with the id of its first stop.
    held
        Whether he was held there.
    reach
        Pixels within which the place is known to be, or 0 for a point.
    box
        Where the name stands, if it does.
    """

    x: float
    y: float
    numbers: tuple[int, ...]
    ids: tuple[str, ...]
    name: str
    years: tuple[tuple[str, str], ...]
    held: bool
    reach: float
    box: Box | None = None

    @property
    def side(self) -> tuple[str, float]:
        """Return how the name is anchored, on the side of the mark, and at which x."""
        left, _, right, _ = self.box or (self.x,) * 4
        if left >= self.x:
            return "start", left
        return ("end", right) if right <= self.x else ("middle", (left + right) / 2)

    @property
    def leader(self) -> Box | None:
        """Return a line to a name that stands apart."""
        return leader_of(self.x, self.y, self.box, gap=17.0) if self.box else None


def gather_spots(
    stays: Sequence[tuple[int, Stop]], panel: Panel, *, named: bool = True
) -> list[Spot]:
    """Return the marks of stays: one for those that would cover each other, in their order.

    Parameters
    ----------
    stays
        Numbers of stops in the story, and the stops.
    panel
        The panel.
    named
        Whether each has its name and years; without, a mark has the numbers of its other stays.
    """
    together = _TOGETHER if named else 2 * _MARK
    groups: list[list[tuple[int, Stop]]] = []
    places = panel.points([stop.position for _, stop in stays])
    at = np.empty_like(places)
    for stay, place in zip(stays, places, strict=True):
        near = np.hypot(*(at[: len(groups)] - place).T) <= together
        if near.any():
            groups[near.argmax()].append(stay)
        else:
            at[len(groups)] = place
            groups.append([stay])
    spots = [_spot(stays, place, panel) for stays, place in zip(groups, at, strict=False)]
    if named:
        return spots
    return [replace(spot, name=", ".join(map(str, spot.numbers[1:])), years=()) for spot in spots]


def _spot(stays: Sequence[tuple[int, Stop]], place: Any, panel: Panel) -> Spot:
    stops = [stop for _, stop in stays]
    names = [place_in_town(stop.name_then, stop.precision) for stop in stops]
    known = min(_KNOWN_KM.get(stop.precision, 0.0) for stop in stops)
    return Spot(
        x=float(place[0]),
        y=float(place[1]),
        numbers=tuple(number for number, _ in stays),
        ids=tuple(stop.id for stop in stops),
        name=next(filter(None, names), ""),
        years=tuple({_say_years(stop): stop.id for stop in reversed(stops)}.items())[::-1],
        held=all(stop.kind == "captivity" for stop in stops),
        reach=known * panel.pixels_per_km,
    )


def _say_years(stop: Stop) -> str:
    first, last = stop.span.first.year, stop.span.last.year
    return str(first) if first == last else f"{first}\N{EN DASH}{last % 100:02}"


def name_spots(
    spots: list[Spot], ground: Ground, panel: Panel
) -> tuple[list[Spot], list[tuple[Sign, Box]]]:
    """Return the spots in a panel with their names placed, and the landmarks that have room.

    Of very many spots those are named that have room; the text tells the others by their numbers.

    Parameters
    ----------
    spots
        What `gather_spots` returned.
    ground
        What lies under them.
    panel
        The panel.
    """
    inside = [spot for spot in spots if panel.holds(spot.x, spot.y)]
    taken = [(spot.x - _MARK, spot.y - _MARK, spot.x + _MARK, spot.y + _MARK) for spot in inside]
    taken.append((0.0, panel.bottom - 30, 110.0, panel.bottom))  # the scale bar
    wishes = []
    many = len(inside) > _MANY
    for spot in inside:
        years = ", ".join(text for text, _ in spot.years)
        width = max(len(spot.name) * _BOLD, len(years) * _LETTER) * SIZE
        height = SIZE * (bool(spot.name) + bool(spot.years)) * 1.05
        centres = beside(spot.x, spot.y, width, height, gap=11.0)
        wishes.append(Wish(width, height, centres[:_NEAREST] if many else centres, optional=many))
    lettered = [n for n, spot in enumerate(inside) if spot.name or spot.years]
    placed = _arrange([inside[n] for n in lettered], [wishes[n] for n in lettered], taken, panel)
    boxes = dict(zip(lettered, placed, strict=True))
    shown = [replace(spot, box=boxes.get(n)) for n, spot in enumerate(inside)]
    taken += [box for box in placed if box]
    others = [sign for sign in ground.signs if _is_apart(sign, inside)]
    found = place_boxes([_sign_wish(sign) for sign in others], taken, route_in(panel, ground.lines))
    return shown, [(sign, box) for sign, box in zip(others, found, strict=True) if box]


def _arrange(
    spots: Sequence[Spot], wishes: Sequence[Wish], taken: Sequence[Box], panel: Panel
) -> list[Box | None]:
    """Return where names stand nearest to their marks, in the life's order or crowds first."""
    points = np.array([(spot.x, spot.y) for spot in spots]).reshape(-1, 2)
    apart = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    crowded = np.argsort(-(apart < _CROWD).sum(axis=1), kind="stable").tolist()
    free = route_in(panel, [])
    orders = [list(range(len(spots)))] + [crowded] * (len(spots) <= _MANY)
    found = []
    for order in orders:
        placed = place_boxes([wishes[n] for n in order], taken, free)
        boxes: list[Box | None] = [None] * len(spots)
        for n, box in zip(order, placed, strict=True):
            boxes[n] = box
        far = sum(_distance(spot, box) for spot, box in zip(spots, boxes, strict=True))
        found.append((round(far, 3), boxes))
    return min(found, key=lambda one: one[0])[1]


def _distance(spot: Spot, box: Box | None) -> float:
    if box is None:
        return 0.0
    left, top, right, bottom = box
    beside = max(left - spot.x, spot.x - right, 0.0)
    above = max(top - spot.y, spot.y - bottom, 0.0)
    return float(np.hypot(beside, above))


def _is_apart(sign: Sign, spots: Sequence[Spot]) -> bool:
    """Return whether a landmark is not a place of the life, which has its name already."""
    if sign.name.casefold() in {spot.name.casefold() for spot in spots}:
        return False
    near = min((np.hypot(sign.x - spot.x, sign.y - spot.y) for spot in spots), default=np.inf)
    return sign.kind not in SIGNS or bool(near > _SAME)


def _sign_wish(sign: Sign) -> Wish:
    spaced = _CAPITALS if sign.kind == "quarter" else _LETTER
    width, height = len(sign.name) * SMALL * spaced, SMALL * 1.15
    if sign.kind not in SIGNS:
        centres = np.concatenate([within(x, y, 16.0) for x, y in sign.places])
        return Wish(width, height, centres, optional=True)
    return Wish(
        width, height, beside(sign.x, sign.y, width, height, gap=5.0)[:_NEAREST], optional=True
    )
