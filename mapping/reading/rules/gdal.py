"""See a table as GDAL does, so that what opens here opens in QGIS with its clock and its types."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.errors import Problem, show

if TYPE_CHECKING:
    from collections.abc import Iterator

# One value of another form turns a whole column of dates into text, and stops the QGIS clock.
_TYPES = {
    "start_date": ("OFTDate", "dates"),
    "end_date": ("OFTDate", "dates"),
    "date_edtf": ("OFTString", "text"),
    "id": ("OFTString", "text"),
}


class View(NamedTuple):
    """What GDAL says of a table."""

    features: int
    geometry: str
    crs: str | None
    types: dict[str, str]


def view_table(data: bytes) -> View:
    """Return what GDAL makes of a GeoJSON file.

    Parameters
    ----------
    data
        Content of the file.
    """
    import pyogrio  # noqa: PLC0415 - keeps "--help" instant

    info = pyogrio.read_info(data)
    types = dict(zip(map(str, info["fields"]), info["ogr_types"], strict=True))
    return View(info["features"], info["geometry_type"], info["crs"], types)


def check_gis(file: str, data: bytes, geometry: str) -> Iterator[Problem]:
    """Yield a warning where GDAL, and so QGIS and GeoPandas, would see another table than we do.

    Parameters
    ----------
    file
        Name for the problems.
    data
        Content of a file that keeps all our own rules.
    geometry
        The geometry type of all its features.
    """
    view = view_table(data)
    if not view.features:
        return
    if view.geometry != geometry or view.crs != "EPSG:4326":
        expected = f"{geometry} in EPSG:4326, as GIS programs read it"
        found = f"{view.geometry} in {view.crs}"
        yield Problem(file, "", "geometry", expected, found, "Run serge-map tidy.", "warning")
    for column, (kind, words) in _TYPES.items():
        if view.types.get(column, kind) != kind:
            expected = f"a column that GIS programs read as {words}"
            found = show(view.types[column].removeprefix("OFT").lower())
            remedy = "Look for the one value of another form."
            yield Problem(file, "", column, expected, found, remedy, "warning")
