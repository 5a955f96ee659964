"""The folder for QGIS that holds the frontiers too, and the frontiers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.atlas.periods import frontier_features, water_features
from mapping.atlas.world import require_known
from mapping.formats.exported import Exported
from mapping.formats.geojson import collection_text, life_tables, plan_tables
from mapping.formats.qgis.extent import life_range
from mapping.formats.qgis.metadata import LAND, layer_description
from mapping.formats.qgis.sidecars import metadata_text, project_text, sidecars, style_text
from mapping.formats.self_citation import RIGHTS, rights_text
from mapping.life.places import life_slug

if TYPE_CHECKING:
    from datetime import date

    from mapping.life.model import Life


def qgis_folder(life: Life) -> Exported:
    """Return a folder that opens in QGIS: four layers and the plans of towns on one clock.

    The project of the life folder itself has only the coast, for the file of the frontiers is
    large and a project that names a missing file opens with a warning; this one brings it.

    Parameters
    ----------
    life
        A valid life.
    """
    project = f"{life_slug(life)}.qgs"
    files = {project: project_text(life, frontiers=True)} | life_tables(life) | plan_tables(life)
    files["frontiers.geojson"] = collection_text(
        "frontiers",
        layer_description(life, "frontiers"),
        frontier_features(*life_range(life)),
    )
    files["water.geojson"] = collection_text(
        "water", layer_description(life, "water"), water_features(*life_range(life))
    )
    replaced = (project, "coast.geojson", "coast.qml")
    files |= {name: text for name, text in sidecars(life).items() if name not in replaced}
    for name in ("frontiers", "water"):
        files[f"{name}.qml"] = style_text(life, name)
        files[f"{name}.qmd"] = metadata_text(life, name)
    files[RIGHTS] = rights_text(life)
    notes = [
        (
            "QGIS: chapter texts, the person and full source records are not in it; "
            "format gpkg has them."
        )
    ]
    return Exported({name: text.encode() for name, text in files.items()}, notes)


def frontiers(life: Life, *, on: date | None = None) -> Exported:
    """Return the polities as GeoJSON, of one day or each with its days over the whole life.

    Parameters
    ----------
    life
        A valid life; it gives the span of time.
    on
        The day, or none for the whole span.

    Raises
    ------
    OutsideAtlas
        If the atlas knows none of the days.
    """
    first, last = (on, on) if on else life_range(life)
    features = frontier_features(first, last)
    if not features:
        require_known(first)
    if on:
        name, description = f"frontiers-{on}", f"States and territories as they stood on {on}."
    else:
        name, description = "frontiers", layer_description(life, "frontiers")
    text = collection_text(name, f"{description} {LAND}", features)
    notes = [
        (
            "Frontiers: simplified for a small map (about 1/200 of a degree); exactness_km says "
            "how far the worst line of an area may be out, source what last changed it."
        )
    ]
    return Exported({f"{name}.geojson": text.encode()}, notes)
