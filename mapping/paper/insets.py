"""The plans of towns that stand on the main map of a poster, where it has nothing to tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from mapping.paper.charts import frame_panel
from mapping.plates.plan import plan_of
from mapping.plates.town import RIM, frame_town, render_town, towns_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd

    from mapping.life.model import Life
    from mapping.paper.charts import View
    from mapping.plates.panel import Panel

Box = tuple[float, float, float, float]
_WIDTH, _DRAWN = 240.0, 196.0  # points on A2, and of the drawing: on A3 its type is read yet
_EDGES = 6.0  # points between a drawing and the edge of its inset, both sides together
_HEAD = 17.0  # room for its title
_MOST = 2
_STEP, _EDGE = 9.0, 12.0  # points
_CLEAR, _NAMES = 14.0, 34.0  # points around an inset without way, and without a stop: it is named


@dataclass(frozen=True, slots=True)
class Inset:
    """A plan on a map.

    Parameters
    ----------
    title, years
        Of the town, and of the stays in it.
    svg
        Its drawing.
    box
        Left, top, right, bottom on the map, its title included.
    """

    title: str
    years: str
    svg: str
    box: Box


def lay_insets(life: Life, legs: gpd.GeoDataFrame, view: View) -> tuple[Inset, ...]:
    """Return the plans of the towns with most stays, each where it hides no stop and no way.

    Parameters
    ----------
    life
        A valid life.
    legs
        What ``legs_frame`` made of it.
    view
        What the main map shows.

    Returns
    -------
    tuple of Inset
        At most two; a plan for which there is no free place is left out.
    """
    drawn = [
        (town, plan)
        for town in sorted(towns_of(life), key=lambda town: -len(town.stops))
        if (plan := plan_of(life, [stop for _, stop in town.stops]))
    ]
    panel = frame_panel(view)
    ways = shapely.STRtree(panel.shapes(legs.geometry).to_numpy())
    marks = panel.points([s.position for s in life.stops if s.id in view.stops])
    points = shapely.STRtree(shapely.points(marks))
    insets: list[Inset] = []
    for town, plan in drawn[:_MOST]:
        svg = render_town(town, life, width=_DRAWN, named=False)
        size = _WIDTH, _height_of(frame_town(town, life, _DRAWN)) + _HEAD
        near = panel.points([town.stops[0][1].position])[0]
        others = shapely.STRtree([shapely.box(*inset.box) for inset in insets])
        box = _free_box(view, size, near, ((ways, _CLEAR), (others, _CLEAR), (points, _NAMES)))
        if box:
            insets.append(Inset(plan.title, town.years, svg, box))
    return tuple(insets)


def keep_clear(view: View, insets: tuple[Inset, ...]) -> View:
    """Return a view whose names keep off insets.

    Parameters
    ----------
    view
        What a map shows.
    insets
        What `lay_insets` returned.
    """
    return replace(view, covered=tuple(inset.box for inset in insets))


def _free_box(
    view: View,
    size: tuple[float, float],
    near: Any,
    taken: Sequence[tuple[shapely.STRtree, float]],
) -> Box | None:
    """Return the free place that is nearest to a point, if there is one.

    What is taken comes with the room that it needs around it.
    """
    width, height = size
    left = np.arange(_EDGE, view.width - width - _EDGE, _STEP)
    top = np.arange(_EDGE, view.height - height - _EDGE, _STEP)
    corners = np.array(np.meshgrid(left, top)).reshape(2, -1).T
    boxes = np.column_stack((corners, corners + size))
    free = np.ones(len(boxes), dtype=bool)
    for shapes, room in taken:
        wide = shapely.box(*(boxes + np.array([-room, -room, room, room])).T)
        free[np.unique(shapes.query(wide, predicate="intersects")[0])] = False
    if not free.any():
        return None
    away = np.hypot(*(corners + np.array(size) / 2 - near).T)
    x, y = corners[np.where(free, away, np.inf).argmin()].tolist()
    return x, y, x + width, y + height


def _height_of(panel: Panel) -> float:
    """Return the height of the drawing of a panel in an inset, its edge below included."""
    height, width = panel.height + 2 * RIM, panel.width + 2 * RIM
    return height / width * (_WIDTH - _EDGES) + _EDGES / 2
