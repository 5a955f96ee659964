"""Say what an import changes in a life that exists, a line each, before anything is written."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from mapping.errors import show
from mapping.formats.tables import flat_head
from mapping.reading.folder import LISTS

if TYPE_CHECKING:
    from collections.abc import Mapping

Features = dict[str, dict[str, Any]]
DERIVED = {"seq", "start_date", "end_date", "date_text"}
_TABLES = ("stops.geojson", "legs.geojson")


def features_of(text: str) -> Features:
    """Return the features of a table by their ids.

    Parameters
    ----------
    text
        A canonical FeatureCollection.
    """
    value = json.loads(text)
    return {str(feature["id"]): feature for feature in value["features"]}


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return what is added (+), changed (~) and removed (-), a line each.

    Parameters
    ----------
    before, after
        Text of each file by its name.
    """
    lines: list[str] = []
    for name in _TABLES:
        old, new = features_of(before[name]), features_of(after[name])
        lines += [f"+ {name}, {key}: {_say(new[key])}" for key in new if key not in old]
        for key in new:
            if key in old:
                lines += [f"~ {name}, {key}, {line}" for line in _changed(old[key], new[key])]
        lines += [f"- {name}, {key}: {_say(old[key])}" for key in old if key not in new]
    for name in ("sources.json", *LISTS):
        old, new = (
            {item["id"]: item for item in json.loads(texts.get(name, "[]"))}
            for texts in (before, after)
        )
        lines += [f"+ {name}, {key}" for key in new if key not in old]
        lines += [f"~ {name}, {key}" for key in new if key in old and new[key] != old[key]]
        lines += [f"- {name}, {key}" for key in old if key not in new]
    if before["life.toml"] != after["life.toml"]:
        lines += _changed_head(before["life.toml"], after["life.toml"])
    return lines


def _changed_head(before: str, after: str) -> list[str]:
    """Return a line for each text of the head that changes, or one for all else."""
    old, new = (
        {str(key): value for key, value in flat_head(tomllib.loads(text))}
        for text in (before, after)
    )
    keys = [key for key in new if old.get(key) != new[key]]
    said = [f"~ life.toml, {key}: {show(old.get(key))} becomes {show(new[key])}" for key in keys]
    there, will_be = (
        {one["id"]: one["title"] for one in tomllib.loads(text).get("chapters", [])}
        for text in (before, after)
    )
    said += [f"+ life.toml, chapter {key}: {will_be[key]}" for key in will_be if key not in there]
    said += [f"- life.toml, chapter {key}: {there[key]}" for key in there if key not in will_be]
    return said or ["~ life.toml"]


def _say(feature: dict[str, Any]) -> str:
    facts = feature["properties"]
    return f"{facts.get('title') or facts['summary'][:60]} ({facts['date_edtf']})"


def _changed(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    one, two = old["properties"], new["properties"]
    names = [name for name in two if name not in DERIVED and one.get(name) != two[name]]
    lines = [f"{name}: {show(one.get(name))} becomes {show(two[name])}" for name in names]
    if old["geometry"] != new["geometry"]:
        lines.append("geometry: moved")
    return lines
