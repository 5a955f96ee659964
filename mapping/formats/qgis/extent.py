"""Where and when a life is in QGIS: bounds in a projection, coordinate systems, its days."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mapping.life.model import Life, Position

_SRS_IDS = {"EPSG:4326": "3452"}  # QGIS's own number; without, no CRS
_MARGIN_M = 1e5  # around places that lie close together


def extent_of(positions: Sequence[Position], code: str) -> dict[str, str]:
    """Return the bounds of positions with a margin, in metres of a projection.

    Parameters
    ----------
    positions
        Longitude and latitude, EPSG:4326; at least one.
    code
        The projection, as ``crs_for`` says it.
    """
    import geopandas as gpd
    import numpy as np
    import shapely

    places = gpd.GeoSeries(shapely.points(positions), crs="EPSG:4326")
    points = shapely.get_coordinates(places.to_crs(code))
    points = points[np.isfinite(points).all(axis=1)]  # the far side of the earth has no place
    if not len(points):
        points = np.zeros((1, 2))
    (west, south), (east, north) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    margin = max(0.08 * max(east - west, north - south), _MARGIN_M)
    sides = {
        "xmin": west - margin,
        "ymin": south - margin,
        "xmax": east + margin,
        "ymax": north + margin,
    }
    return {side: str(round(metres)) for side, metres in sides.items()}


def life_range(life: Life) -> tuple[date, date]:
    """Return the first and the last day that any stop or leg can mean.

    Parameters
    ----------
    life
        A life with at least one stop.
    """
    spans = [value.span for value in (*life.stops, *life.legs)]
    return min(span.first for span in spans), max(span.last for span in spans)


def crs(tag: str, code: str) -> Element:
    """Return a reference to a coordinate system.

    Parameters
    ----------
    tag
        Element that holds it, such as ``srs``.
    code
        Such as ``EPSG:4326``, or a PROJ string.
    """
    element = Element(tag)
    system = SubElement(element, "spatialrefsys")
    if code in _SRS_IDS:
        SubElement(system, "srsid").text = _SRS_IDS[code]
        SubElement(system, "srid").text = code.partition(":")[2]
        SubElement(system, "authid").text = code
    else:
        from pyproj import CRS

        SubElement(system, "wkt").text = CRS(code).to_wkt("WKT2_2019")
        SubElement(system, "proj4").text = f"{code} +no_defs"
    return element
