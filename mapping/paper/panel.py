"""One map of a sheet: its projection, its frame, and geometry in its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyproj import Transformer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Position

_MARGIN = 34.0
_WIDE = 70.0  # degrees of longitude beyond which a conic view would tilt
_EARTH_KM = 6371.0
_FINE = 0.3  # pixels


@dataclass(frozen=True, slots=True, eq=False)  # each its own, so that it can be a key
class Panel:
    """A view of part of the earth.

    Parameters
    ----------
    top, width, height
        Where it lies in the picture, in pixels; every panel begins at the left edge.
    scale
        Pixels in a metre of the projection.
    west, north
        The projection's coordinates of its upper left corner, in metres.
    transformer
        From longitude and latitude, EPSG:4326, to the projection.
    """

    top: float
    width: float
    height: float
    scale: float
    west: float
    north: float
    transformer: Transformer

    @property
    def bottom(self) -> float:
        """Return its lower edge in the picture, in pixels."""
        return self.top + self.height

    @property
    def pixels_per_km(self) -> float:
        """Return its scale in pixels in a kilometre."""
        return self.scale * 1000

    def point(self, position: Position) -> tuple[float, float]:
        """Return where a position lies, in pixels of the picture.

        Parameters
        ----------
        position
            Longitude and latitude, EPSG:4326.
        """
        return self.points([position])[0]

    def points(self, positions: Sequence[Position]) -> list[tuple[float, float]]:
        """Return where positions lie, in pixels of the picture.

        Parameters
        ----------
        positions
            Longitude and latitude, EPSG:4326.
        """
        return [(x, y) for x, y in self._pixels(np.array(positions)).tolist()]

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point, in pixels, lies in the panel."""
        return 0 <= x <= self.width and self.top <= y <= self.bottom

    def areas(self, geometry: shapely.Geometry, tolerance: float) -> list[Any]:
        """Return polygons in pixels, cut to the panel, without specks.

        Parameters
        ----------
        geometry
            Polygons in longitude and latitude, EPSG:4326.
        tolerance
            Pixels by which an edge may be simplified.
        """
        cut = self._cut(geometry)
        parts = shapely.get_parts(shapely.simplify(cut, tolerance, preserve_topology=False))
        least = 5 * tolerance**2
        return [part for part in parts if part.geom_type == "Polygon" and part.area >= least]

    def lines(
        self, geometry: shapely.Geometry, tolerance: float = _FINE, least: float = 2.0
    ) -> list[Any]:
        """Return lines in pixels, cut to the panel.

        Parameters
        ----------
        geometry
            Lines in longitude and latitude, EPSG:4326.
        tolerance
            Pixels by which a line may be simplified.
        least
            Shortest line to keep, in pixels.
        """
        cut = self._cut(geometry)
        merged = shapely.line_merge(cut) if cut.geom_type == "MultiLineString" else cut
        simple = shapely.simplify(merged, tolerance, preserve_topology=False)
        parts = shapely.get_parts(simple)
        return [p for p in parts if p.geom_type == "LineString" and p.length >= least]

    def frame_of(self, other: Panel) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom of another panel's extent in this one, in pixels."""
        points = self._pixels(other.outline())
        left, top = points.min(axis=0)
        right, bottom = points.max(axis=0)
        return float(left), float(top), float(right), float(bottom)

    def outline(self) -> Any:
        """Return positions along the panel's edge, n by 2, longitude and latitude, EPSG:4326."""
        along = np.linspace(0, 1, 25)
        width, height = self.width / self.scale, self.height / self.scale
        edges = [(t, s) for t in along for s in (0, 1)] + [(s, t) for t in along for s in (0, 1)]
        xy = [(self.west + t * width, self.north - s * height) for t, s in edges]
        x, y = np.array(xy).T
        back = self.transformer.transform(x, y, direction="INVERSE")
        points = np.column_stack(back)
        return points[np.isfinite(points).all(axis=1)]

    def _pixels(self, degrees: Any) -> Any:
        x, y = self.transformer.transform(degrees[:, 0], degrees[:, 1])
        return np.column_stack(
            ((x - self.west) * self.scale, self.top + (self.north - y) * self.scale)
        )

    def _cut(self, geometry: shapely.Geometry) -> Any:
        """Cut in degrees first, so that nothing is projected from beyond the horizon."""
        near = shapely.clip_by_rect(geometry, *degrees_around(self))
        flat = shapely.transform(shapely.segmentize(near, 1.0), self._pixels)
        if flat.geom_type in {"Polygon", "MultiPolygon", "GeometryCollection"}:
            flat = shapely.make_valid(flat)
        return shapely.clip_by_rect(flat, 0, self.top, self.width, self.bottom)


def fit_panel(
    positions: Sequence[Position], width: float, *, top: float = 0.0, tallest: float = 0.62
) -> Panel:
    """Return the panel that shows all positions, in a projection that keeps areas.

    Wide extents take the Equal Earth projection (Savric, Patterson and Jenny 2018), others
    Lambert's azimuthal one around their middle.

    Parameters
    ----------
    positions
        Longitude and latitude, EPSG:4326; at least one.
    width
        Pixels.
    top
        Where it begins in the picture, in pixels.
    tallest
        Greatest height, as a share of the width.
    """
    degrees = np.array(positions, dtype=float)
    (west, south), (east, north) = degrees.min(axis=0), degrees.max(axis=0)
    lon, lat = (west + east) / 2, (south + north) / 2
    name = "eqearth" if east - west > _WIDE else f"laea +lat_0={lat:.4f}"
    target = f"+proj={name} +lon_0={lon:.4f} +R={_EARTH_KM * 1000:.0f} +units=m"
    transformer = Transformer.from_crs("EPSG:4326", target, always_xy=True)
    x, y = transformer.transform(degrees[:, 0], degrees[:, 1])
    spread_x, spread_y = max(float(np.ptp(x)), 4e5), max(float(np.ptp(y)), 4e5)
    inner = width - 2 * _MARGIN
    height = min(max(spread_y * inner / spread_x + 2 * _MARGIN, width * 0.4), width * tallest)
    scale = min(inner / spread_x, (height - 2 * _MARGIN) / spread_y)
    middle_x, middle_y = (x.min() + x.max()) / 2, (y.min() + y.max()) / 2
    return Panel(
        top=top,
        width=width,
        height=round(height),
        scale=scale,
        west=float(middle_x - width / scale / 2),
        north=float(middle_y + round(height) / scale / 2),
        transformer=transformer,
    )


@lru_cache(maxsize=8)
def degrees_around(panel: Panel) -> tuple[float, float, float, float]:
    """Return west, south, east, north of all that a panel may show, in degrees.

    Parameters
    ----------
    panel
        The panel.
    """
    outline = panel.outline()
    west, south = outline.min(axis=0) - 3
    east, north = outline.max(axis=0) + 3
    return float(west), float(south), float(east), float(north)
