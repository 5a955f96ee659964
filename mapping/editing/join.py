"""Join the two legs that a deleted stop leaves hanging."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mapping.files import read_bytes, write_text
from mapping.life.model import CERTAINTIES, join_citations, parse_citations
from mapping.reading.syntax import parse_json

_LEGS, _STOPS = "legs.geojson", "stops.geojson"
_Leg = dict[str, Any]


def join_legs(folder: Path | str) -> list[str]:
    """Join each pair of legs between which a stop was deleted, and write the legs.

    The joined leg keeps the id and the place in the order of the first; where the two say
    different things of how he travelled, it says that the mode is not known, and the worse
    certainty holds. Legs whose stop was the first or the last of the life are left to the editor.

    Parameters
    ----------
    folder
        Folder with the four files of a life.

    Returns
    -------
    list of str
        A sentence for each joined pair.

    Raises
    ------
    UnreadableError
        If a table cannot be read.
    """
    folder = Path(folder)
    stops, legs = (parse_json(name, read_bytes(folder / name))[0] for name in (_STOPS, _LEGS))
    there = {_id(feature) for feature in stops["features"]}
    features: list[_Leg] = legs["features"]
    said = []
    for gone in dict.fromkeys(str(leg["properties"]["to_id"]) for leg in features):
        arriving = [leg for leg in features if leg["properties"]["to_id"] == gone]
        leaving = [leg for leg in features if leg["properties"]["from_id"] == gone]
        if gone in there or len(arriving) != 1 or len(leaving) != 1:
            continue
        first, second = arriving[0], leaving[0]
        _extend(first, second)
        features.remove(second)
        said.append(f"{_LEGS}: {_id(first)} and {_id(second)} joined, for {gone} is gone.")
    if said:
        write_text(folder / _LEGS, json.dumps(legs, ensure_ascii=False) + "\n")
    return said


def _extend(first: _Leg, second: _Leg) -> None:
    """Let a leg go on to where the next one led."""
    facts, more = first["properties"], second["properties"]
    begin, end = facts["date_edtf"].split("/")[0], more["date_edtf"].split("/")[-1]
    same = all(facts[name] == more[name] for name in ("mode", "guarded"))
    cited = (*parse_citations(facts["sources"]), *parse_citations(more["sources"]))
    facts |= {
        "to_id": more["to_id"],
        "date_edtf": f"{begin}/{end}",
        "mode": facts["mode"] if same else "unknown",
        "guarded": facts["guarded"] and more["guarded"],
        "certainty": max(facts["certainty"], more["certainty"], key=CERTAINTIES.index),
        "summary": f"{facts['summary']} {more['summary']}",
        "sources": join_citations(tuple(dict.fromkeys(cited))),
    }
    ways = first["geometry"]["coordinates"], second["geometry"]["coordinates"]
    first["geometry"] = {"type": "LineString", "coordinates": [*ways[0], *ways[1][1:]]}


def _id(feature: _Leg) -> str:
    return str(feature["properties"].get("id") or feature.get("id"))
