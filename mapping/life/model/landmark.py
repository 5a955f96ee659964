"""What a drawn plan of a town shows: one feature of a file in the folder ``plans``."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal, get_args

from pydantic import Field

from mapping.life.model.values import Day, Slug, Text, Value

LandmarkKind = Literal[
    "river",
    "shore",
    "quay",
    "island",
    "wall",
    "railway",
    "boulevard",
    "park",
    "quarter",
    "station",
    "square",
    "bridge",
    "prison",
    "building",
]
LANDMARK_KINDS: tuple[LandmarkKind, ...] = get_args(LandmarkKind)

SHAPES: dict[str, tuple[str, ...]] = {
    "river": ("LineString", "MultiLineString", "Polygon", "MultiPolygon"),
    "shore": ("LineString", "MultiLineString"),
    "quay": ("LineString", "MultiLineString", "Point"),
    "island": ("Polygon", "MultiPolygon", "Point"),
    "wall": ("LineString", "MultiLineString", "Polygon"),
    "railway": ("LineString", "MultiLineString"),
    "boulevard": ("LineString", "MultiLineString"),
    "park": ("Polygon", "MultiPolygon", "Point"),
}
"""Kinds of geometry that a kind of landmark may have; those not named here are points."""


class Landmark(Value):
    """A river, a street, a station: what makes a plan of a town readable."""

    plan: Slug = Field(title="Plan", description="Id of the plan in life.toml", examples=["paris"])
    file: Text = Field(
        title="File", description="Which it stands in", examples=["plans/paris.geojson"]
    )
    kind: LandmarkKind = Field(title="Kind", description="What it is", examples=["station"])
    name: Text = Field(
        title="Name", description="As a reader of today knows it", examples=["Gare de Lyon"]
    )
    name_then: Text | None = Field(
        None,
        title="Name of the time",
        description="Where it differs; this one is lettered",
        examples=["October Station"],
    )
    start_date: Day | None = Field(
        None,
        title="From",
        description="EDTF date since when it is there; empty for one that always was",
        examples=["1846"],
    )
    end_date: Day | None = Field(
        None,
        title="Until",
        description="EDTF date until when it was there; empty for one that still is",
        examples=["1929"],
    )
    good_to_m: int = Field(
        ge=1,
        le=5000,
        title="Good to",
        description="Metres by which its position may be out",
        examples=[50],
    )
    width_m: float | None = Field(
        None,
        ge=1,
        le=5000,
        title="Width",
        description="Of a river drawn as a line, in metres; without one it is a thin line",
        examples=[130],
    )
    source: Text = Field(
        title="Source",
        description="Who says where it is, with the address that was opened",
        examples=["Wikipedia (fr), Gare de Lyon"],
    )
    geometry: dict[str, Any] = Field(
        exclude=True, title="Geometry", description="GeoJSON, EPSG:4326, longitude first"
    )

    @cached_property
    def shape(self) -> Any:
        """Return its geometry as a shape of shapely's, made once."""
        import shapely

        return shapely.geometry.shape(self.geometry)

    @property
    def lettered(self) -> str:
        """Return what a plan letters: the name of the time, or the only one."""
        return self.name_then or self.name


_APART = ("plan", "file", "geometry")
LANDMARK_COLUMNS = tuple(name for name in Landmark.model_fields if name not in _APART)
"""Names of the properties in a file of a plan, in their order."""
