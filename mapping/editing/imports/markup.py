"""Read KML, KMZ and GPX with the standard library: GDAL would make days of years in their dates."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from mapping.editing.imports.records import Record, Table
from mapping.errors import Problems, at

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_UNPACKED = 200_000_000


def read_kml(name: str, data: bytes) -> Table:
    """Return the placemarks of a KML or KMZ that are points.

    Parameters
    ----------
    name
        Of the file.
    data
        Its content.

    Raises
    ------
    DataError
        If it cannot be read, or has no dates.
    """
    root = _parse(name, _unpacked(name, data))
    records, problems = [], Problems()
    for number, (folder, mark) in enumerate(_placemarks(root, ""), start=1):
        where = f"placemark {number}"
        position = _point(mark)
        cells = _kml_cells(mark, folder)
        if position is None:
            shape = next((_tag(e) for e in mark.iter() if _tag(e) in _SHAPES), "no geometry")
            problems.at(name, where).warning(
                expected="a Point",
                found=shape,
                remedy="Leave it out, or make it a point with a date.",
            )
            continue
        records.append(Record(where, cells, position))
    if records and not any(record.cells.keys() & _DATED for record in records):
        remedy = "Add dates in your program and save the KML again, or export the places as CSV."
        raise at(name).refusal(
            expected="placemarks with a TimeStamp, a TimeSpan or a date among their data",
            found="a KML without dates",
            remedy=remedy,
        )
    return _table(name, records, problems)


_SHAPES = {"LineString", "Polygon", "LinearRing", "Track", "Model", "MultiGeometry"}
_DATED = {"start", "end", "date", "date_edtf", "year"}


def read_gpx(name: str, data: bytes) -> Table:
    """Return the waypoints of a GPX.

    Parameters
    ----------
    name
        Of the file.
    data
        Its content.

    Raises
    ------
    DataError
        If it cannot be read, or has tracks only.
    """
    root = _parse(name, data)
    records = []
    for number, point in enumerate(_children(root, "wpt"), start=1):
        names = {"name": "name", "time": "date", "desc": "description", "cmt": "note"}
        cells = {names[_tag(e)]: _said(e) for e in point if _tag(e) in names and _said(e)}
        records.append(Record(f"waypoint {number}", cells, (point.get("lon"), point.get("lat"))))
    if not records:
        raise at(name).refusal(
            expected="waypoints",
            found="a GPX with tracks or routes only",
            remedy="Mark the stays as waypoints with a time, or write them into a table.",
        )
    return _table(name, records, Problems())


def _table(name: str, records: list[Record], problems: Problems) -> Table:
    header = tuple(dict.fromkeys(key for record in records for key in record.cells))
    return Table(name, header, tuple(records), positioned=True, problems=tuple(problems))


def _unpacked(name: str, data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inner = next(item for item in archive.infolist() if item.filename.lower().endswith(".kml"))
        if inner.file_size > _MAX_UNPACKED:
            raise at(name, inner.filename).refusal(
                expected="at most 200 MB of KML",
                found="more",
                remedy="Check that it is the right file.",
            )
        return archive.read(inner)


def _parse(name: str, data: bytes) -> ET.Element:
    if b"<!ENTITY" in data:
        raise at(name).refusal(
            expected="XML without them",
            found="declarations of entities",
            remedy="Export the file again.",
        )
    try:
        return ET.fromstring(data)  # no entities, and expat fetches nothing
    except (ET.ParseError, ValueError, LookupError) as error:
        raise at(name).refusal(
            expected="whole XML", found=f"{error}", remedy="Export or download the file again."
        ) from error


def _tag(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: ET.Element, tag: str) -> list[ET.Element]:
    return [child for child in element if _tag(child) == tag]


def _said(element: ET.Element | None) -> str:
    return " ".join((element.text or "").split()) if element is not None else ""


def _first(element: ET.Element, tag: str) -> str:
    found = next((inner for inner in element.iter() if _tag(inner) == tag), None)
    return (found.text or "").strip() if found is not None else ""


def _placemarks(element: ET.Element, folder: str) -> Iterator[tuple[str, ET.Element]]:
    """Yield the placemarks with the name of their innermost folder."""
    waiting = [(element, folder)]
    while waiting:
        here, inside = waiting.pop()
        if _tag(here) == "Placemark":
            yield inside, here
            continue
        if _tag(here) == "Folder":
            named = _children(here, "name")
            inside = _said(named[0]) if named else inside
        waiting += [(child, inside) for child in reversed(here)]


def _point(mark: ET.Element) -> tuple[str, str] | None:
    for element in mark.iter():
        if _tag(element) == "Point":
            parts = _first(element, "coordinates").split(",")
            if len(parts) >= 2:
                return parts[0].strip(), parts[1].strip()
    return None


def _kml_cells(mark: ET.Element, folder: str) -> dict[str, str]:
    cells = {
        "name": _said(next(iter(_children(mark, "name")), None)),
        "description": (next(iter(_children(mark, "description")), mark).text or "").strip(),
        "start": _first(mark, "begin") or _first(mark, "when"),
        "end": _first(mark, "end"),
        "folder": folder,
    }
    data: dict[str, str] = {}
    for element in mark.iter():
        if _tag(element) == "Data" and element.get("name"):
            data[str(element.get("name"))] = _first(element, "value")
        elif _tag(element) == "SimpleData" and element.get("name"):
            data[str(element.get("name"))] = (element.text or "").strip()
    if "date_edtf" in data:  # our own: its data say all, and more exactly
        data.setdefault("id", mark.get("id", ""))
        cells = {"folder": folder}
        data.pop("chapter", None)
    return {key: text for key, text in {**cells, **data}.items() if text}
