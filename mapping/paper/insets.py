"""The plans of towns that stand on the main map of a poster, where it has nothing to tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.paper.charts import frame_panel
from mapping.plates.plan import plan_of
from mapping.plates.town import render_town, towns_of

if TYPE_CHECKING:
    import geopandas as gpd

    from mapping.life.model import Life
    from mapping.paper.charts import View

Box = tuple[float, float, float, float]
_WIDTH, _DRAWN = 240.0, 196.0  # points on A2, and of the drawing: on A3 its type is read yet
_RIM = 6.0  # points between a drawing and the edge of its inset, both sides together
_HEAD = 17.0  # room for its title
_MOST = 2
_STEP, _EDGE, _CLEAR, _NAMES = 9.0, 12.0, 14.0, 34.0  # points
_MARK_COST = 400.0  # of a stop that would be hidden, in points of route


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
    ways = shapely.union_all([line for shape in legs.geometry for line in panel.lines(shape)])
    marks = np.array([panel.point(s.position) for s in life.stops if s.id in view.stops])
    insets: list[Inset] = []
    for town, plan in drawn[:_MOST]:
        svg = render_town(town, life, width=_DRAWN, named=False)
        size = _WIDTH, _height_of(svg) + _HEAD
        near = panel.point(town.stops[0][1].position)
        others = [inset.box for inset in insets]
        box = _free_box(view, size, near, (ways, marks, others))
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
    near: tuple[float, float],
    taken: tuple[shapely.Geometry, np.ndarray, list[Box]],
) -> Box | None:
    """Return the free place that is nearest to a point, if there is one."""
    ways, marks, others = taken
    width, height = size
    left = np.arange(_EDGE, view.width - width - _EDGE, _STEP)
    top = np.arange(_EDGE, view.height - height - _EDGE, _STEP)
    corners = np.array(np.meshgrid(left, top)).reshape(2, -1).T
    size_of = np.array([width, height])
    boxes = shapely.box(*corners.T, *(corners + size_of).T)
    wide = shapely.buffer(boxes, _CLEAR, join_style="mitre")
    hidden = shapely.length(shapely.intersection(wide, ways))
    named = shapely.buffer(boxes, _NAMES, join_style="mitre")  # their names need room too
    points = shapely.points(marks)
    hidden += _MARK_COST * np.array([shapely.contains(one, points).sum() for one in named])
    for other in others:
        hidden += np.where(shapely.intersects(wide, shapely.box(*other)), np.inf, 0.0)
    if not len(corners) or hidden.min() > 0:
        return None
    away = np.hypot(*(corners + size_of / 2 - near).T)
    best = int(np.where(hidden == 0, away, np.inf).argmin())
    x, y = corners[best].tolist()
    return x, y, x + width, y + height


def _height_of(svg: str) -> float:
    """Return the height of a drawing in an inset, by the shape of its view box."""
    *_, width, height = map(float, svg.partition('viewBox="')[2].partition('"')[0].split())
    return height / width * (_WIDTH - _RIM) + _RIM / 2
