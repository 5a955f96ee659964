"""Put a list of records, such as ``persons.json``, into canonical form."""

from __future__ import annotations

import unicodedata
from typing import Any

from mapping.errors import DataError, UnreadableError, at, show
from mapping.formats.geojson import records_text
from mapping.life.model import RECORDS, join_citations, parse_citations, record_order, split_ids
from mapping.reading.syntax import parse_json

_JOINED = ("identifiers", "stops", "forms")


def list_text(name: str, data: bytes) -> str:
    """Return a list of records, one a line, with all members in the order of the model.

    Parameters
    ----------
    name
        File name, such as ``persons.json``.
    data
        Its content. What is no list of records stays as it is, for ``check`` to report.

    Raises
    ------
    DataError
        If it is no JSON, or holds what JSON cannot.
    """
    try:
        content, problems = parse_json(name, data)
    except UnreadableError as error:
        raise DataError([error.problem]) from error
    rows = [row for row in content if isinstance(row, dict)] if isinstance(content, list) else []
    if problems or not isinstance(content, list) or len(rows) < len(content):
        return data.decode("utf-8-sig", "replace")
    empty = dict.fromkeys(record_order(RECORDS[name]))
    try:
        text = records_text(empty | _cleaned(row) for row in rows)
        text.encode()
    except (ValueError, RecursionError) as error:  # half a surrogate pair, endless brackets
        raise at(name).refusal(
            expected="text and finite numbers",
            found=f"something that JSON cannot hold ({show(str(error))})",
            remedy="Run serge-map check, and mend what it says.",
        ) from error
    return text


def joined(text: str | None) -> str:
    """Return citations as a table has them: ``serge-memoirs, chap. 3; maitron-serge``.

    Parameters
    ----------
    text
        As somebody wrote them.
    """
    return join_citations(parse_citations(text))


def _cleaned(row: dict[str, Any]) -> dict[str, Any]:
    """Return a record with its texts in one form, and null for what is empty."""
    texts = {
        key: unicodedata.normalize("NFC", value).strip()
        for key, value in row.items()
        if isinstance(value, str)
    }
    texts |= {key: "; ".join(split_ids(texts[key])) for key in _JOINED if key in texts}
    if "sources" in texts:
        texts["sources"] = joined(texts["sources"])
    return row | {key: text or None for key, text in texts.items()}
