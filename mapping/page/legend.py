"""What the legend has to explain: the signs and strokes that a life has, and no others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapping.life.totals import kinds_used, modes_used
from mapping.signs import read_signs, stroke_of

if TYPE_CHECKING:
    from mapping.life.model import Kind, Life, Mode
    from mapping.signs import Stroke


@dataclass(frozen=True, slots=True)
class Used:
    """What of all signs and strokes occurs in a life.

    Parameters
    ----------
    kinds
        Kinds of stay, in the order of their vocabulary.
    ways
        Modes of travel, likewise, each with its stroke.
    plain
        The stroke of a way of which nothing more is said.
    signs
        Each sign once, with the kinds of stay that it stands for.
    regions
        Whether a point stands for a region.
    guarded
        Whether a leg was made under guard.
    doubts
        Whether a way is less than certain.
    """

    kinds: tuple[Kind, ...]
    ways: tuple[tuple[Mode, Stroke], ...]
    plain: Stroke
    signs: tuple[tuple[dict[str, Any], tuple[Kind, ...]], ...]
    regions: bool
    guarded: bool
    doubts: bool


def signs_used(life: Life) -> Used:
    """Return what the legend of a life explains.

    Parameters
    ----------
    life
        A valid life.
    """
    symbols = read_signs()["symbols"]
    kinds = kinds_used(life)
    meant: dict[str, list[Kind]] = {}
    for kind in kinds:
        meant.setdefault(str(symbols[kind]), []).append(kind)
    return Used(
        kinds=kinds,
        ways=tuple((mode, stroke_of(mode, "certain", guarded=False)) for mode in modes_used(life)),
        plain=stroke_of("rail", "certain", guarded=False),
        signs=tuple((symbols[each[0]], tuple(each)) for each in meant.values()),
        regions=any(stop.precision == "region" for stop in life.stops),
        guarded=any(leg.guarded for leg in life.legs),
        doubts=any(leg.certainty != "certain" for leg in life.legs),
    )
