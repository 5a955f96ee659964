"""The formats that a life can be written in, and where each is made.

The table names the modules and imports none before it is asked for, so that rooms above this one
can stand in it too.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """One way out.

    Parameters
    ----------
    title
        What it is for, in a phrase.
    module, function
        Where it is made; imported only when asked for.
    output
        Default name of the file, with ``{slug}`` for the life; ending in ``/`` for a folder.
    room
        The room of the package that the module stands in.
    options
        What it can be told beside the life: ``on``, a day; ``paper``, a size.
    needs
        Packages that it is made with and that an extra brings.
    names_itself
        Whether it has to know the name of its file.
    """

    title: str
    module: str
    function: str
    output: str
    room: str = "formats"
    options: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    names_itself: bool = False


_PLATE = ("on", "stop", "chapter", "town", "width")
_TYPST = ("typst", "fontpkg_eb_garamond", "fontpkg_alegreya_sans")
FORMATS: dict[str, Format] = {
    "gpkg": Format(
        "GeoPackage: all tables, frontiers and water, with a QGIS project and printed atlas",
        "gpkg",
        "geopackage",
        "{slug}.gpkg",
        names_itself=True,
    ),
    "qgis": Format(
        "folder for QGIS: all layers with frontiers and a project",
        "qgis.folder",
        "qgis_folder",
        "{slug}-qgis/",
    ),
    "geojson": Format("GeoJSON, one file per layer", "plain", "geojson", "{slug}-geojson/"),
    "flatgeobuf": Format(
        "FlatGeobuf, one fast file per layer: stops, legs, frontiers, water",
        "flatgeobuf",
        "flatgeobuf",
        "{slug}-flatgeobuf/",
    ),
    "kml": Format("KML for Google Earth", "kml", "kml", "{slug}.kml"),
    "csv": Format("CSV for spreadsheets", "plain", "table", "{slug}-csv/"),
    "xlsx": Format(
        "Excel workbook with all tables; an import takes it back",
        "workbook",
        "xlsx",
        "{slug}.xlsx",
    ),
    "ods": Format(
        "LibreOffice workbook with all tables; an import takes it back",
        "workbook",
        "ods",
        "{slug}.ods",
    ),
    "lpf": Format(
        "Linked Places Format for the World Historical Gazetteer",
        "linked_places",
        "linked_places",
        "{slug}-places.lpf.json",
    ),
    "jsonld": Format("schema.org linked data", "plain", "json_ld", "{slug}.jsonld"),
    "bib": Format("sources as BibTeX", "plain", "bibtex", "{slug}.bib"),
    "csl": Format("sources as CSL-JSON for Zotero", "plain", "csl", "{slug}-sources.json"),
    "frontiers": Format(
        "frontiers and names of states as GeoJSON, of one day or of the whole life",
        "qgis.folder",
        "frontiers",
        "frontiers.geojson",
        options=("on",),
    ),
    "timelinejs": Format("TimelineJS", "knightlab", "timeline", "{slug}-timeline.json"),
    "storymapjs": Format("StoryMapJS", "knightlab", "story_map", "{slug}-storymap.json"),
    "crate": Format(
        "one ZIP for a repository of research data: page, data, book, poster, RO-Crate",
        "crate",
        "crate",
        "{slug}-crate.zip",
        room="editing",
    ),
    "svg": Format(
        "the drawn plate as SVG: whole life, a stop, a chapter, a town, a day",
        "exports",
        "svg",
        "{slug}.svg",
        room="paper",
        options=_PLATE,
    ),
    "png": Format(
        "the drawn plate as PNG",
        "exports",
        "png",
        "{slug}.png",
        room="paper",
        options=_PLATE,
        needs=_TYPST,
    ),
    "poster": Format(
        "poster as PDF, for A1, A2 or A3",
        "exports",
        "poster",
        "{slug}-poster.pdf",
        room="paper",
        options=("paper",),
        needs=_TYPST,
    ),
    "book": Format(
        "book of A5 as PDF", "exports", "book", "{slug}-book.pdf", room="paper", needs=_TYPST
    ),
    "epub": Format(
        "book for reading devices, EPUB 3",
        "exports",
        "epub",
        "{slug}.epub",
        room="paper",
        needs=_TYPST,
    ),
}
