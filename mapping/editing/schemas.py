"""Generate JSON Schema from the data dictionary, for editors that complete and check."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mapping.life.model import RECORDS, Head, Leg, Stop, property_order, record_order

if TYPE_CHECKING:
    from pydantic import BaseModel

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_LON = {"type": "number", "minimum": -180, "maximum": 180}
_LAT = {"type": "number", "minimum": -90, "maximum": 90}
_POSITION = {
    "description": "Longitude, latitude in degrees (WGS84)",
    "type": "array",
    "prefixItems": [_LON, _LAT],
    "items": False,
    "minItems": 2,
}
_COORDINATES: dict[str, dict[str, Any]] = {
    "Point": _POSITION,
    "LineString": {
        "description": "Positions from the first stop to the last, both included",
        "type": "array",
        "items": _POSITION,
        "minItems": 2,
    },
}


def schema_texts() -> dict[str, str]:
    """Return the JSON Schema of each table and list of a life and of its head, by file name."""
    tables = {
        "stops.schema.json": _collection("stops", Stop, "Point"),
        "legs.schema.json": _collection("legs", Leg, "LineString"),
    }
    lists = {file.replace(".json", ".schema.json"): _list(file) for file in RECORDS}
    head = {"$schema": _DRAFT} | Head.model_json_schema()
    return {
        name: _text(schema)
        for name, schema in (tables | lists | {"life.schema.json": head}).items()
    }


def _collection(name: str, model: type[BaseModel], geometry: str) -> dict[str, Any]:
    feature = _object(
        {
            "type": {"const": "Feature"},
            "id": {"type": "string", "description": "The same as in the properties"},
            "properties": _properties(model),
            "geometry": _object(
                {"type": {"const": geometry}, "coordinates": _COORDINATES[geometry]}
            ),
        }
    )
    members = {
        "type": {"const": "FeatureCollection"},
        "name": {"const": name},
        "description": {"type": "string"},
        "features": {"type": "array", "items": feature},
    }
    return {"$schema": _DRAFT, "title": f"{name}.geojson of a life"} | _object(members)


def _list(file: str) -> dict[str, Any]:
    model = RECORDS[file]
    schema = model.model_json_schema()
    items = _object({name: schema["properties"][name] for name in record_order(model)})
    return {"$schema": _DRAFT, "title": f"{file} of a life", "type": "array", "items": items}


def _properties(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    # Every column is in every feature, so that tables in GIS have them all.
    return _object({name: schema["properties"][name] for name in property_order(model)})


def _object(members: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
