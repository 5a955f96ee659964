"""Write the atlas: shared arcs as polyline strings, faces, dated states, names and waters."""

from __future__ import annotations

import json
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from mapping.atlas.decode import FORMAT
from mapping.atlas.polyline import encode_steps
from mapping.rebuild.coverage import PER_DEGREE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.atlas.decode import State
    from mapping.rebuild.facts import Facts


def encode_geometry(line: shapely.Geometry) -> str:
    """Encode a line or ring given in degrees, without repeated points."""
    grid = np.rint(shapely.get_coordinates(line) * PER_DEGREE).astype(int).tolist()
    kept = [tuple(grid[0]), *(tuple(b) for a, b in pairwise(grid) if a != b)]
    return encode_steps(kept)


def encode_histories(
    names: Iterable[str], facts: Facts
) -> tuple[list[list[list[Any]]], list[dict[str, str]]]:
    """Return the histories as lists of days and state numbers, and the states."""
    histories = [facts.histories[name] for name in names]
    states: list[State] = sorted({state for _, state in chain.from_iterable(histories)})
    numbers = {state: i for i, state in enumerate(states)}
    return (
        [[[day, numbers[state]] for day, state in history] for history in histories],
        [{key: getattr(state, key) for key in state.__slots__} for state in states],
    )


def encode_sources(names: Iterable[str], facts: Facts) -> dict[str, Any]:
    """Return the sources of the states of the histories, beside the atlas and in its order."""
    told = [facts.sources[name] for name in names]
    sources = sorted(set(chain.from_iterable(told)))
    numbers = {source: i for i, source in enumerate(sources)}
    return {
        "format": FORMAT,
        "sources": sources,
        "histories": [[numbers[source] for source in texts] for texts in told],
    }


def to_text(atlas: Mapping[str, Any]) -> str:
    """Return the atlas as minified JSON, the same text for the same atlas."""
    return json.dumps(atlas, ensure_ascii=False, separators=(",", ":")) + "\n"
