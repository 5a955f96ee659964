"""The block ``life-data`` as a page carries it: by column, without what the page says elsewhere.

``unfoldLife`` in ``mapping/page/web/scripts/life.js`` is its other half.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TEXTS = ("title", "summary", "companions", "works", "quote", "correction", "note")
"""Fields that the article says, where the page's script reads them."""

_JSON = json.JSONEncoder(ensure_ascii=False)
_BY_LINE = json.JSONEncoder(ensure_ascii=False, separators=("\n", ":"))
_DERIVED = ("seq", "start_date", "end_date")  # from the place in the table, "begins" and "ends"


def fold_life(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the block for a page whose article says the texts, its tables folded.

    Parameters
    ----------
    data
        What ``life_data`` returned.
    """
    return {
        **data,
        "stops": fold_rows([_slim(stop) for stop in data["stops"]]),
        "legs": fold_rows(data["legs"]),
    }


def _slim(stop: Mapping[str, Any]) -> dict[str, Any]:
    ends = list(dict.fromkeys((stop["begins"][0], stop["ends"][1])))
    told = {"date_edtf"} if stop["date_edtf"] == "/".join(ends) else set()
    left_out = told.union(TEXTS, _DERIVED)
    # an end known to the day is one date
    dates = {end: "/".join(dict.fromkeys(stop[end])) for end in ("begins", "ends")}
    return {name: dates.get(name, stop[name]) for name in stop if name not in left_out}


def fold_rows(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a table by column: ``{"count": rows, "columns": {key: cells}}``.

    A column is a list with ``null`` where a row lacks the key; one that repeats itself is
    ``{"of": values, "at": places in values}`` if that is shorter.

    Parameters
    ----------
    rows
        One mapping for each row; values that JSON knows, none of them ``None``.
    """
    keys = list(dict.fromkeys(chain.from_iterable(rows)))
    columns = {key: _fold([row.get(key) for row in rows]) for key in keys}
    return {"count": len(rows), "columns": columns}


def _fold(cells: list[Any]) -> list[Any] | dict[str, Any]:
    written = _write(cells)
    places = {text: place for place, text in enumerate(dict.fromkeys(written))}
    at = [places[text] for text in written]
    kept = sum(map(len, places)) + sum(map(len, map(str, at))) + len('{"of":[],"at":[]}')
    if kept >= sum(map(len, written)):
        return cells
    return {"of": [json.loads(text) for text in places], "at": at}


def _write(cells: Sequence[Any]) -> list[str]:
    """Return each cell as JSON; plain ones all at once, for a line end divides none of them."""
    if any(isinstance(cell, (dict, list, tuple)) for cell in cells):
        return [_JSON.encode(cell) for cell in cells]
    return _BY_LINE.encode(cells)[1:-1].split("\n")
