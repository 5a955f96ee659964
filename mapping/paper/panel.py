"""A panel of a sheet: that of a plate, with its shapes as lists of parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import geopandas as gpd
import shapely

from mapping.plates.panel import DEGREES, Panel

if TYPE_CHECKING:
    from mapping.life.model import Position

_FINE = 0.3  # pixels


class SheetPanel(Panel):
    """A panel whose maps are drawn part by part."""

    __slots__ = ()

    def point(self, position: Position) -> tuple[float, float]:
        """Return where a position lies, in pixels of the picture.

        Parameters
        ----------
        position
            Longitude and latitude, EPSG:4326.
        """
        x, y = self.points([position])[0].tolist()
        return x, y

    def areas(self, geometry: shapely.Geometry, tolerance: float) -> list[Any]:
        """Return polygons in pixels, cut to the panel, without specks.

        Parameters
        ----------
        geometry
            Polygons in longitude and latitude, EPSG:4326.
        tolerance
            Pixels by which an edge may be simplified.
        """
        parts = self.shapes(gpd.GeoSeries([geometry], crs=DEGREES), tolerance).explode()
        return list(parts[parts.geom_type == "Polygon"])

    def lines(
        self, geometry: shapely.Geometry, tolerance: float = _FINE, least: float = 2.0
    ) -> list[Any]:
        """Return lines in pixels, cut to the panel, those that meet joined.

        Parameters
        ----------
        geometry
            Lines in longitude and latitude, EPSG:4326.
        tolerance
            Pixels by which a line may be simplified.
        least
            Shortest line to keep, in pixels.
        """
        cut = self.shapes(gpd.GeoSeries([geometry], crs=DEGREES), tolerance)
        whole = [part for part in cut if part.geom_type == "LineString"]
        joined = shapely.get_parts(shapely.line_merge(shapely.MultiLineString(whole)))
        return [part for part in joined if part.length >= least]
