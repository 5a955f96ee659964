"""One panel of a plate: a frame on a projected plane, and geometry in its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from mapping.life.projection import View, crs_for, plane_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Position

DEGREES = "EPSG:4326"
LANE = 1.1  # pixels between legs that share a way
_EASE = 16.0
_FINE = 0.3  # pixels
LEAST_SPREAD = 4e5
"""Metres across that a panel shows: a life in one town still gets a country around it."""
AREAL = 2
"""The dimension of areas."""
_HALF_TURN = 180.0
_OUTLINE = 100  # points along the edge of a panel
_AROUND = 3.0  # degrees beyond the outline that are projected too


@dataclass(frozen=True, slots=True, eq=False)  # each its own, so that it can be a key
class Panel:
    """A view of part of the earth.

    Parameters
    ----------
    crs
        Its projection as a PROJ string.
    top, width, height
        Where it lies in the picture, in pixels; every panel begins at the left edge.
    scale
        Pixels in a metre of the projection.
    west, north
        The projection's coordinates of its upper left corner, in metres.
    bleed
        Pixels that are drawn beyond its left and right edge, for a window that is wider.
    """

    crs: str
    top: float
    width: float
    height: float
    scale: float
    west: float
    north: float
    bleed: float = 0.0

    @property
    def bottom(self) -> float:
        """Return its lower edge in the picture, in pixels."""
        return self.top + self.height

    @property
    def sides(self) -> tuple[float, float]:
        """Return the left and right edge of what is drawn, in pixels."""
        return -self.bleed, self.width + self.bleed

    @property
    def pixels_per_km(self) -> float:
        """Return its scale in pixels in a kilometre."""
        return self.scale * 1000

    def points(self, positions: Sequence[Position]) -> Any:
        """Return where positions lie, in pixels of the picture, n by 2.

        Parameters
        ----------
        positions
            Longitude and latitude, EPSG:4326.
        """
        return self._to_pixels(np.array(positions, dtype=float).reshape(-1, 2))

    def pixels(self, shapes: gpd.GeoSeries) -> gpd.GeoSeries:
        """Return shapes in pixels of the picture, uncut.

        Parameters
        ----------
        shapes
            In EPSG:4326, longitude first; none of them far beyond the panel.
        """
        moved = shapely.transform(shapes.to_numpy(), self._to_pixels)
        return gpd.GeoSeries(moved, index=shapes.index)

    def _to_pixels(self, degrees: Any) -> Any:
        metres = np.column_stack(plane_of(self.crs).transform(*degrees.T))
        return (metres - (self.west, self.north)) * (self.scale, -self.scale) + (0.0, self.top)

    def degrees(self, pixels: Any) -> Any:
        """Return longitude and latitude of points in pixels, n by 2, EPSG:4326.

        Parameters
        ----------
        pixels
            n by 2.
        """
        west, north = self.west, self.north
        x, y = ((pixels - (0.0, self.top)) / (self.scale, -self.scale) + (west, north)).T
        return np.column_stack(plane_of(self.crs).transform(x, y, direction="INVERSE"))

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point, in pixels, lies in the panel."""
        return 0 <= x <= self.width and self.top <= y <= self.bottom

    def shapes(self, shapes: gpd.GeoSeries, tolerance: float = _FINE) -> gpd.GeoSeries:
        """Return areas or lines in pixels, cut to the panel, each part on its own.

        Parameters
        ----------
        shapes
            In EPSG:4326, longitude first; long edges are filled in, for they are curves here.
        tolerance
            Pixels by which a line may be simplified.
        """
        # arrays: a frame for each step would take longer than the step
        around = degrees_around(self)  # only what lies near can be projected
        near = np.concatenate([shapely.clip_by_rect(shapes.to_numpy(), *box) for box in around])
        row = np.tile(np.arange(len(shapes)), len(around))[~shapely.is_empty(near)]
        near = shapely.segmentize(near[~shapely.is_empty(near)], 1.0)
        flat = shapely.transform(near, self._to_pixels)
        drawable = np.isfinite(shapely.bounds(flat)).all(axis=1)  # none is endlessly far
        flat, row = make_sound(flat[drawable]), row[drawable]
        west, east = self.sides
        cut = shapely.clip_by_rect(flat, west, self.top, east, self.bottom)
        parts, of = shapely.get_parts(cut, return_index=True)
        simple = shapely.simplify(parts, tolerance, preserve_topology=False)
        areal = shapely.get_dimensions(simple) == AREAL
        least = np.where(areal, 5 * tolerance**2, tolerance)
        size = np.where(areal, shapely.area(simple), shapely.length(simple))
        kept = (size >= least) & ~shapely.is_empty(simple)
        return gpd.GeoSeries(simple[kept], index=shapes.index[row[of[kept]]])

    def outline(self) -> Any:
        """Return positions along the panel's edge, n by 2, longitude and latitude, EPSG:4326."""
        along = np.linspace(0, 1, _OUTLINE // 4)
        edges = [(t, s) for t in along for s in (0, 1)] + [(s, t) for t in along for s in (0, 1)]
        size, corner = (self.width + 2 * self.bleed, self.height), (-self.bleed, self.top)
        points = self.degrees(np.array(edges) * size + corner)
        return points[np.isfinite(points).all(axis=1)]


def make_sound(shapes: Any) -> Any:
    """Return an array of shapes, areas made valid that cross themselves: to mend all is slow.

    Parameters
    ----------
    shapes
        In any projection.
    """
    crossed = (shapely.get_dimensions(shapes) == AREAL) & ~shapely.is_valid(shapes)
    sound = shapes.copy()
    sound[crossed] = shapely.make_valid(shapes[crossed], method="structure", keep_collapsed=False)
    return sound


def fit_panel(
    view: View | Sequence[Position],
    width: float,
    *,
    top: float = 0.0,
    heights: tuple[float, float] = (0.4, 0.62),
    margin: float = 34.0,
    least: float = LEAST_SPREAD,
    bleed: float = 0.0,
) -> Panel:
    """Return the panel that shows a view whole.

    Parameters
    ----------
    view
        A projection with positions; or positions alone, which take the projection of the rule.
    width
        Pixels.
    top
        Where it begins in the picture, in pixels.
    heights
        Least and greatest height, as shares of the width.
    margin
        Pixels to keep free around the positions.
    least
        Metres across that the panel shows at least.
    bleed
        Pixels to draw beyond its sides.
    """
    positions = list(view.positions if isinstance(view, View) else view)
    crs = view.crs if isinstance(view, View) else crs_for(positions)
    x, y = plane_of(crs).transform(*np.array(positions, dtype=float).T)
    west, south, east, north = x.min(), y.min(), x.max(), y.max()
    spread_x, spread_y = max(east - west, least), max(north - south, least)
    inner = width - 2 * margin
    least, most = (share * width for share in heights)
    height = round(min(max(spread_y * inner / spread_x + 2 * margin, least), most))
    scale = min(inner / spread_x, (height - 2 * margin) / spread_y)
    return Panel(
        crs=crs,
        top=top,
        width=width,
        height=height,
        scale=float(scale),
        west=float((west + east) / 2 - width / scale / 2),
        north=float((south + north) / 2 + height / scale / 2),
        bleed=bleed,
    )


@lru_cache(maxsize=16)
def degrees_around(panel: Panel) -> tuple[tuple[float, float, float, float], ...]:
    """Return boxes, west, south, east, north in degrees, that hold all a panel may show.

    There are two where it lies across the 180th meridian; one around a pole reaches it.

    Parameters
    ----------
    panel
        A panel.
    """
    points = panel.outline()
    if len(points) < _OUTLINE:  # its edge lies beyond the earth's: all of the earth is inside
        return ((-_HALF_TURN, -90.0, _HALF_TURN, 90.0),)
    middle = float(panel.crs.partition("+lon_0=")[2].split()[0])
    around = (points[:, 0] - middle + _HALF_TURN) % 360 - _HALF_TURN
    west, east = middle + around.min() - _AROUND, middle + around.max() + _AROUND
    south, north = points[:, 1].min() - _AROUND, points[:, 1].max() + _AROUND
    turned = np.ptp(around) > 300
    if turned:
        west, east = -_HALF_TURN, _HALF_TURN
        south, north = (south, 90.0) if points[:, 1].mean() > 0 else (-90.0, north)
    south, north = max(-90.0, south), min(90.0, north)
    if west < -_HALF_TURN:
        return (-_HALF_TURN, south, east, north), (west + 360, south, _HALF_TURN, north)
    if east > _HALF_TURN:
        return (west, south, _HALF_TURN, north), (-_HALF_TURN, south, east - 360, north)
    return ((west, south, east, north),)


def lane_lines(lines: Any, lanes: Any) -> Any:
    """Return lines moved to their lanes, each to the right of its direction, its ends kept.

    Parameters
    ----------
    lines
        LineStrings in pixels, y growing downwards, as an array.
    lanes
        Widths to move each by.
    """
    moves = (lanes != 0) & (shapely.length(lines) > 0)
    if not moves.any():
        return lines
    some = lines[moves]
    length = shapely.length(some)
    reach = np.minimum(_EASE, length / 2)
    points, bent = shapely.get_coordinates(some, return_index=True)
    bends = shapely.line_locate_point(some[bent], shapely.points(points))
    at = np.concatenate((bends, reach / 2, reach, length - reach, length - reach / 2))
    of = np.concatenate((bent, np.tile(np.arange(len(some)), 4)))
    order = np.lexsort((at, of))
    at, of = at[order], of[order]
    fresh = np.append(True, (np.diff(at) != 0) | (np.diff(of) != 0))
    at, of = at[fresh], of[fresh]
    places, before, after = (
        shapely.get_coordinates(
            shapely.line_interpolate_point(some[of], np.clip(at + step, 0.0, length[of]))
        )
        for step in (0, -1, 1)
    )
    along = after - before
    size = np.maximum(np.hypot(*along.T), np.finfo(float).tiny)
    t = np.minimum(1.0, np.minimum(at, length[of] - at) / reach[of])
    push = LANE * lanes[moves][of] * t * t * (3 - 2 * t) / size
    beside = np.column_stack((-along[:, 1], along[:, 0])) * push[:, None]
    moved = lines.copy()
    moved[moves] = shapely.linestrings(places + beside, indices=of)
    return moved
