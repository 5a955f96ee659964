"""The route on a plate: legs that share a way drawn once, or side by side."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.plates.panel import lane_lines
from mapping.plates.svg_path import path_of
from mapping.plates.town import towns_of
from mapping.signs import stroke_of

if TYPE_CHECKING:
    import geopandas as gpd

    from mapping.life.model import Life
    from mapping.plates.panel import Panel

_STROKE = 0.8  # of the live map's strokes
_LOOKS = ["mode", "certainty", "guarded"]
_SURE = ("certain", "less-certain", "uncertain")


class Way(NamedTuple):
    """How legs are drawn; those of one stroke are one path, which keeps a long life small.

    Parameters
    ----------
    guarded
        Whether the traveller was under guard.
    dash
        Dashes in tenths of a pixel, as SVG has them; empty for a whole line.
    round
        Whether dashes have round ends.
    width
        Tenths of a pixel.
    strength
        How opaque it is, from 0 to 1.
    core
        Tenths of a pixel that are left open in the middle; 0 for a whole line.
    """

    guarded: bool
    dash: str
    round: bool
    width: int
    strength: float
    core: int


def merge_legs(life: Life, legs: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return legs with those between the same two towns as one, for free and guarded ones each.

    At the scale of a plate six journeys between two towns are one line: the surest of them. A free
    and a guarded one run side by side.

    Parameters
    ----------
    life
        The life of the legs.
    legs
        What ``legs_frame`` made of it, or some of its rows.

    Returns
    -------
    geopandas.GeoDataFrame
        Some of the rows, each in the first or second lane.

    Examples
    --------
    >>> from serge_map import legs_frame, load_life
    >>> life = load_life("data")
    >>> legs = legs_frame(life)
    >>> len(merge_legs(life, legs)) < len(legs)
    True
    """
    town = {
        stop.id: f"town {n}" for n, found in enumerate(towns_of(life)) for _, stop in found.stops
    }
    ends = [[town.get(stop, stop) for stop in legs[side]] for side in ("from_id", "to_id")]
    frame = legs.assign(
        pair=["\n".join(sorted(pair)) for pair in zip(*ends, strict=True)],
        sure=legs["certainty"].map(_SURE.index),
    )
    kept = frame.sort_values("sure", kind="stable").drop_duplicates(["pair", "guarded"])
    kept = kept.loc[[key for key in legs.index if key in kept.index]]
    alone = ~kept["pair"].duplicated(keep=False)
    return kept.assign(
        lane=kept["lane"].clip(upper=1).where(alone, kept["guarded"].map({True: 2, False: 0}))
    )


def draw_ways(panel: Panel, legs: gpd.GeoDataFrame) -> dict[Way, list[Any]]:
    """Return the lines of legs in a panel, in pixels, by their strokes.

    Parameters
    ----------
    panel
        The panel.
    legs
        Rows of ``legs_frame``.
    """
    lines = panel.shapes(legs.geometry)
    drawn = legs.loc[lines.index, [*_LOOKS, "lane"]]
    moved = lane_lines(lines.to_numpy(), drawn["lane"].to_numpy(dtype=int))
    alike: dict[tuple[Any, ...], list[Any]] = {}
    for looks, line in zip(drawn[_LOOKS].itertuples(index=False, name=None), moved, strict=True):
        alike.setdefault(looks, []).append(line)
    strokes: dict[Way, list[Any]] = {}
    for (mode, certainty, guarded), some in sorted(alike.items(), key=itemgetter(0)):
        strokes.setdefault(_way_of(mode, certainty, guarded=bool(guarded)), []).extend(some)
    return dict(sorted(strokes.items()))


def path_ways(strokes: dict[Way, list[Any]]) -> tuple[tuple[Way, str], ...]:
    """Return the strokes with their lines as paths.

    Parameters
    ----------
    strokes
        What `draw_ways` returned.
    """
    return tuple((way, path_of(lines)) for way, lines in strokes.items())


def _way_of(mode: str, certainty: str, *, guarded: bool) -> Way:
    """Return the stroke of a leg at the scale of a plate."""
    stroke = stroke_of(mode, certainty, guarded=guarded)
    return Way(
        guarded=guarded,
        dash=" ".join(f"{length * 7:g}" for length in stroke.dash),
        round=stroke.round,
        width=round(stroke.width * _STROKE * 10),
        strength=stroke.strength,
        core=round(stroke.width * stroke.core * _STROKE * 10),
    )
