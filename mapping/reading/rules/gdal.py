"""Read a table as GeoPandas does: what QGIS and a notebook see must be what is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.errors import Problem, at, show
from mapping.life.words import say_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import geopandas as gpd

    from mapping.life.model import Leg, Stop

# One value of another form turns a whole column of dates into text, and stops the QGIS clock.
_DATES = ("start_date", "end_date")
_TIDY = "Run serge-map tidy."


def read_table(data: bytes, columns: Sequence[str] | None = None) -> gpd.GeoDataFrame:
    """Return a GeoJSON file as GeoPandas reads it, by GDAL.

    Parameters
    ----------
    data
        Content of the file.
    columns
        Those that are wanted beside the geometry; unless told, all.
    """
    import io

    import geopandas as gpd

    return gpd.read_file(io.BytesIO(data), columns=columns)


def check_gis(file: str, data: bytes, rows: Sequence[Stop | Leg]) -> Iterator[Problem]:
    """Yield a warning where GDAL, and so QGIS and GeoPandas, sees another table than we do.

    Parameters
    ----------
    file
        Name for the problems.
    data
        Content of a file that keeps all our own rules.
    rows
        The stops or legs that were read from it.
    """
    import shapely

    table = read_table(data, ("id", *_DATES))
    if not len(table):
        return
    kinds = set(table.geom_type)
    expected = "LineString" if hasattr(rows[0], "waypoints") else "Point"
    if kinds != {expected} or table.crs != "EPSG:4326":
        wanted = f"{expected} in EPSG:4326, as GIS programs read it"
        yield at(file).warning(
            "geometry",
            expected=wanted,
            found=f"{', '.join(sorted(kinds))} in {table.crs}",
            remedy=_TIDY,
        )
        return
    ours = {row.id: getattr(row, "waypoints", (getattr(row, "position", ()),)) for row in rows}
    points, owner = shapely.get_coordinates(table.geometry.to_numpy(), return_index=True)
    theirs: dict[str, list[tuple[float, float]]] = {}
    for name, (lon, lat) in zip(table["id"].to_numpy()[owner], points.tolist(), strict=True):
        theirs.setdefault(str(name), []).append((lon, lat))
    for name, positions in ours.items():
        if tuple(theirs.get(name, ())) != tuple(positions):
            wanted = "the same positions when read by GeoPandas"
            yield at(file, name).warning(
                "geometry",
                expected=wanted,
                found=say_count(len(theirs.get(name, ())), "other position"),
                remedy=_TIDY,
            )
    for column in table.columns.intersection([*_DATES]):
        if table[column].dtype.kind != "M":
            wanted = "a column that GIS programs read as dates"
            yield at(file).warning(
                column,
                expected=wanted,
                found=show(str(table[column].dtype)),
                remedy="Look for the one value of another form.",
            )
