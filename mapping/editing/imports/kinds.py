"""Recognise a file by what is in it; what is no table of places is named, with the next step."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Literal

from mapping.files import unreadable

if TYPE_CHECKING:
    from mapping.errors import UnreadableError

Kind = Literal["text", "json", "lines", "kml", "kmz", "gpx", "workbook", "layers"]
_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "Copy its table into a spreadsheet and save that."),
    (b"\x89PNG", "a picture", "Type its table into a spreadsheet."),
    (b"\xff\xd8\xff", "a photograph", "Type its table into a spreadsheet."),
    (b"GIF8", "a picture", "Type its table into a spreadsheet."),
    (b"{\\rtf", "a text in RTF", "Copy its table into a spreadsheet and save that."),
    (b"\x1f\x8b", "a file packed by gzip", "Unpack it first."),
    (b"BZh", "a file packed by bzip2", "Unpack it first."),
    (b"7z\xbc\xaf", "an archive of 7-Zip", "Unpack it first."),
    (b"Rar!", "an archive of RAR", "Unpack it first."),
    (b"PAR1", "a table in Parquet", "Export it as GeoPackage or CSV."),
    (b"\x00\x00\x27\x0a", "the .shp of a shapefile alone", "Zip it with its .dbf, .shx and .prj."),
    (b"0 HEAD", "a family tree in GEDCOM", "Export places and dates as CSV from your program."),
)
_OLE = b"\xd0\xcf\x11\xe0"
_SQLITE = b"SQLite format 3\x00"
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]")
_XML = {
    b"html": ("a web page", "Download the file itself; was it a login page?"),
    b"tei": ("a text in TEI", "Make a table of its places and dates, and save it as CSV."),
    b"qgis": ("a project of QGIS", "Export the layer of stops from QGIS as GeoJSON."),
    b"svg": ("a drawing in SVG", "Type its places and dates into a spreadsheet."),
    b"rdf": ("linked data in RDF/XML", "Export it as CSV or JSON-LD."),
    b"osm": ("an extract of OpenStreetMap", "Export its points as GeoJSON."),
}


def recognise(name: str, data: bytes) -> Kind:
    """Return what kind of file this is, whatever its name says.

    Parameters
    ----------
    name
        File name, for the problem; its ending is looked at only where the content is silent.
    data
        Content.

    Raises
    ------
    UnreadableError
        If it is of a kind that holds no table of places; says which, and the next step.
    """
    for start, what, remedy in _STARTS:
        if data.startswith(start):
            raise _other(name, what, remedy)
    if data.startswith((_SQLITE, b"fgb")):
        return "layers"
    if data.startswith(b"PK\x03\x04"):
        return _packed(name, data)
    if data.startswith(_OLE):
        return _office(name, data)
    return _written(name, data)


def _office(name: str, data: bytes) -> Kind:
    """Return what a file of an Office before 2007, or one with a password, is."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise _other(name, "a workbook with a password", "Save it without the password.")
    if "WordDocument".encode("utf-16-le") in data:
        raise _other(name, "a Word document", "Copy its table into a spreadsheet and save that.")
    return "workbook"


def _written(name: str, data: bytes) -> Kind:
    """Return what a file of text is."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] == b"<":
        return _markup(name, head)
    if head[:1] == b"\x1e" or (head[:1] == b"{" and _is_sequence(head)):
        return "lines"
    return "json" if head[:1] in (b"{", b"[") and not head.startswith(b"[[") else "text"


def _other(name: str, what: str, remedy: str) -> UnreadableError:
    return unreadable(name, "a table of places and dates", what, remedy)


def _packed(name: str, data: bytes) -> Kind:
    try:
        inside = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _other(name, "a damaged archive", "Save or download it again.") from error
    endings = {part.rpartition(".")[2].lower() for part in inside}
    if "xl/workbook.xml" in inside or "xl/workbook.bin" in inside:
        return "workbook"
    if "content.xml" in inside:
        mime = zipfile.ZipFile(io.BytesIO(data)).read("mimetype") if "mimetype" in inside else b""
        if b"spreadsheet" in mime or name.lower().endswith((".ods", ".fods")):
            return "workbook"
        raise _other(name, "a text document", "Copy its table into a spreadsheet and save that.")
    if "word/document.xml" in inside:
        raise _other(name, "a Word document", "Copy its table into a spreadsheet and save that.")
    if "kml" in endings:
        return "kmz"
    if "shp" in endings:
        return "layers"
    if "iwa" in endings:
        raise _other(name, "a table of Apple Numbers", "Export it from Numbers as Excel or CSV.")
    raise _other(name, "an archive", "Unpack it and name the file in it.")


def _markup(name: str, head: bytes) -> Kind:
    match = _ROOT.search(re.sub(rb"<\?.*?\?>|<!--.*?-->", b"", head[:20_000], flags=re.DOTALL))
    root = match[1].lower() if match else b""
    if root == b"kml":
        return "kml"
    if root == b"gpx":
        return "gpx"
    found, remedy = _XML.get(root, ("XML of another kind", "Export the table as CSV or GeoJSON."))
    raise _other(name, found, remedy)


def _is_sequence(head: bytes) -> bool:
    """Return whether each line is a JSON object of its own."""
    first, _, rest = head.partition(b"\n")
    following = rest.lstrip()[:1]
    return first.rstrip().endswith(b"}") and following == b"{"
