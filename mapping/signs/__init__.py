"""The one look of all maps: shapes of stops and strokes of legs. Uses nothing but ``files``."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from mapping.files import read_packaged

SIGNS = ("symbols", "strokes")


@cache
def read_signs() -> dict[str, dict[str, Any]]:
    """Return the shapes of the kinds of stop and the strokes of the modes of travel.

    Returns
    -------
    dict
        ``symbols`` by kind and ``strokes`` by mode, as the JSON files of this room have them.
    """
    return {name: json.loads(read_packaged(f"signs/{name}.json")) for name in SIGNS}
