"""Say what somebody changed in columns that follow from another one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mapping.errors import UnreadableError
from mapping.files import read_bytes
from mapping.life.dates import parse_span
from mapping.reading.features import label_of
from mapping.reading.syntax import parse_json

_TABLES = ("stops.geojson", "legs.geojson")


def lost_edits(folder: Path | str) -> list[str]:
    """Say which days somebody changed that follow from ``date_edtf``, and so are derived anew.

    Parameters
    ----------
    folder
        Folder with the four files of a life. What cannot be read is left to ``tidy_life``.

    Returns
    -------
    list of str
        A sentence for each.
    """
    said: list[str] = []
    for name in _TABLES:
        try:
            content, _ = parse_json(name, read_bytes(Path(folder) / name))
        except UnreadableError:
            continue
        rows = content.get("features") if isinstance(content, dict) else None
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            facts = row.get("properties") if isinstance(row, dict) else None
            if isinstance(facts, dict):
                said += [f"{name}, {label_of(row, index)}, {told}" for told in _changed(facts)]
    return said


def _changed(facts: dict[str, Any]) -> list[str]:
    try:
        span = parse_span(str(facts.get("date_edtf") or ""))
    except ValueError:
        return []
    days = {"start_date": span.first.isoformat(), "end_date": span.last.isoformat()}
    found = {name: facts.get(name) for name in days}
    return [
        f"{name}: expected {days[name]}, which follows from date_edtf {span.edtf}, found "
        f"{text[:10]}. Change date_edtf."
        for name, text in found.items()
        if isinstance(text, str) and text[:10].replace("/", "-") != days[name]
    ]
