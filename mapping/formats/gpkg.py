"""A life as one GeoPackage: layers with real dates, tables, and the styles QGIS opens them with."""

from __future__ import annotations

import io
import json
import math
import sqlite3
import tempfile
import zipfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapping.atlas.crossings import crossings
from mapping.atlas.periods import frontier_features, water_features
from mapping.formats.exported import Exported
from mapping.formats.geojson import leg_features, shapes_of, stop_features
from mapping.formats.gpkg_tables import CONTENTS, MOMENT, write_tables
from mapping.formats.qgis.extent import life_range
from mapping.formats.qgis.metadata import layer_description, owed_for
from mapping.formats.qgis.plans import PLANS, plan_features
from mapping.formats.qgis.sidecars import project_text, style_text
from mapping.life.frames import legs_frame
from mapping.life.places import life_slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.formats.geojson import Feature
    from mapping.life.model import Life

_LAYERS = {
    "stops": "Point",
    "legs": "LineString",
    "frontiers": "MultiPolygon",
    "water": "MultiPolygon",
    "crossings": "Point",
    **PLANS,
}
_PROJECTS = "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)"
_STYLES = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
  styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
  description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)
"""


def geopackage(life: Life, *, file: str | None = None) -> Exported:
    """Return the life as a GeoPackage 1.3, EPSG:4326.

    The same life gives the same bytes on one machine; another release of SQLite writes its own
    number into the header.

    Parameters
    ----------
    life
        A valid life.
    file
        Name of the file, by which the project inside finds its layers; by itself that of the
        person.
    """
    file = file or f"{life_slug(life)}.gpkg"
    layers = {
        "stops": stop_features(life),
        "legs": leg_features(life),
        "frontiers": frontier_features(*life_range(life)),
        "water": water_features(*life_range(life)),
        "crossings": crossing_features(life),
        **plan_features(life),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "life.gpkg"
        with _fixed_clock():
            for name, features in layers.items():
                if features:
                    told = f"{layer_description(life, name)} {owed_for(life, name)}".strip()
                    _write_layer(path, name, features, told)
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("BEGIN")  # written to the disk once, not after each row
            write_tables(database, life)
            _write_styles(database, life, [name for name in layers if layers[name]])
            _write_project(database, life, file)
            database.execute("COMMIT")
            database.execute("VACUUM")
        content = path.read_bytes()
    notes = [
        (
            f"GeoPackage: the project inside looks for its layers in {file}; export it anew under "
            "another name rather than rename it."
        ),
        "GeoPackage: works and terms are not in it; formats xlsx and ods have them.",
    ]
    return Exported({file: content}, notes)


def crossing_features(life: Life) -> list[Feature]:
    """Return the frontiers that a life's legs pass as GeoJSON features, EPSG:4326.

    Parameters
    ----------
    life
        A valid life.
    """
    import shapely

    rows = crossings(legs_frame(life)).itertuples() if life.legs else ()
    return [
        {
            "type": "Feature",
            "id": f"{row.leg}-{row.order}",
            "properties": {
                "id": f"{row.leg}-{row.order}",
                "number": number,
                "leg": row.leg,
                "from_name": row.from_polity,
                "to_name": row.to_polity,
                "start_date": str(row.day)[:10],
                "certainty": row.certainty,
                "guarded": bool(row.guarded),
            },
            "geometry": json.loads(shapely.to_geojson(row.geometry)),
        }
        for number, row in enumerate(rows, start=1)
    ]


@contextmanager
def _fixed_clock() -> Iterator[None]:
    import pyogrio

    before = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": MOMENT})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": before})


def _write_layer(path: Path, name: str, features: Sequence[Feature], description: str) -> None:
    import pyogrio.raw
    import shapely

    fields = list(features[0]["properties"])
    columns = [column_of([row["properties"][field] for row in features]) for field in fields]
    first = not path.exists()
    pyogrio.raw.write(
        str(path),
        shapely.to_wkb(shapes_of(features)),
        [data for data, _ in columns],
        fields,
        field_mask=[mask for _, mask in columns],
        layer=name,
        driver="GPKG",
        geometry_type=_LAYERS[name],
        crs="EPSG:4326",
        append=False,
        dataset_options={"VERSION": "1.3"} if first else None,
        layer_options={
            "IDENTIFIER": name,
            "DESCRIPTION": description,
            "GEOMETRY_NAME": "geom",
        },
    )


def column_of(values: Sequence[Any]) -> tuple[Any, Any]:
    """Return values as an array of the type that gives the right column, and where it is null.

    Parameters
    ----------
    values
        Plain values, one for each row.
    """
    import numpy as np

    mask = np.array([value is None for value in values])
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, bool) for value in known):
        return np.array([bool(value) for value in values]), mask
    if known and all(isinstance(value, int) for value in known):
        return np.array([value or 0 for value in values], dtype="int32"), mask
    if known and all(isinstance(value, float) for value in known):
        return np.array([math.nan if value is None else value for value in values]), mask
    if known and all(_is_day(value) for value in known):
        return np.array(values, dtype="datetime64[D]"), mask
    return np.array(values, dtype=object), mask


def _is_day(value: object) -> bool:
    from datetime import date

    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _write_project(database: sqlite3.Connection, life: Life, file: str) -> None:
    """Keep the QGIS project inside, as QGIS itself does: a zip in hexadecimal digits.

    Its table has a name for a key, which the standard forbids to the tables of its contents; so
    it is none of them.
    """
    slug = life_slug(life)
    packed = io.BytesIO()
    entry = zipfile.ZipInfo(f"{slug}.qgs", date_time=(2000, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(entry, project_text(life, package=file))
    metadata = {"last_modified_time": MOMENT, "last_modified_user": ""}
    database.execute(_PROJECTS)
    database.execute(
        "INSERT INTO qgis_projects VALUES (?, ?, ?)",
        (slug, json.dumps(metadata).encode(), packed.getvalue().hex().encode()),
    )


def _write_styles(database: sqlite3.Connection, life: Life, layers: Sequence[str]) -> None:
    """Keep each layer's style as its default, where QGIS looks for it."""
    database.execute(_STYLES)
    for layer in layers:
        database.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
            "f_geometry_column, styleName, styleQML, useAsDefault, update_time) "
            "VALUES ('', '', ?, 'geom', ?, ?, 1, ?)",
            (layer, layer, style_text(life, layer), MOMENT),
        )
    database.execute(CONTENTS, ("layer_styles", "layer_styles", "", MOMENT))
