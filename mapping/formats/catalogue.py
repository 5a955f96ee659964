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
        What it carries and for whom, in a phrase of README.
    module, function
        Where it is made; imported only when asked for.
    output
        Default name of the file, with ``{slug}`` for the life; ending in ``/`` for a folder.
    stays
        What of a life stays behind; a dash for nothing.
    test
        Where it is read back by another program.
    room
        The room of the package that the module stands in.
    options
        What it can be told beside the life: ``on``, a day; ``paper``, a size.
    extra, needs
        Name of the extra, and the packages that it brings to make this format with.
    names_itself
        Whether it has to know the name of its file.
    """

    title: str
    module: str
    function: str
    output: str
    stays: str
    test: str
    room: str = "formats"
    options: tuple[str, ...] = ()
    extra: str = ""
    needs: tuple[str, ...] = ()
    names_itself: bool = False


_PLATE = ("on", "stop", "chapter", "town", "width")
_TYPST = ("typst", "fontpkg_eb_garamond", "fontpkg_alegreya_sans")
FORMATS: dict[str, Format] = {
    "gpkg": Format(
        title=(
            "the whole workshop in one GeoPackage: stops, legs, frontiers passed, chapters, "
            "sources, persons, states and water of each day; forms with checks, styles and, "
            "inside it, a QGIS project with clock, themes, bookmarks and a printed atlas"
        ),
        module="gpkg",
        function="geopackage",
        output="{slug}.gpkg",
        stays="works, terms",
        test="tests/qgis/test_work.py",
        names_itself=True,
    ),
    "qgis": Format(
        title=(
            "a folder for QGIS with frontiers and water on the clock, and a printed atlas of "
            "the stops"
        ),
        module="qgis.folder",
        function="qgis_folder",
        output="{slug}-qgis/",
        stays="chapters, full source records",
        test="tests/qgis/test_qgis.py",
    ),
    "geojson": Format(
        title="`stops.geojson`, `legs.geojson`, plans of towns and pictures as in `data/`",
        module="plain",
        function="geojson",
        output="{slug}-geojson/",
        stays="chapters, full source records",
        test="tests/formats/test_formats.py",
    ),
    "flatgeobuf": Format(
        title="stops, legs, frontiers and water with real dates, a fast file each",
        module="flatgeobuf",
        function="flatgeobuf",
        output="{slug}-flatgeobuf/",
        stays="styles, chapters, full source records",
        test="tests/formats/test_validators.py",
    ),
    "parquet": Format(
        title="the same as GeoParquet 1.1, for DuckDB, Arrow and GeoPandas",
        module="parquet",
        function="parquet",
        output="{slug}-parquet/",
        stays="styles, chapters, full source records",
        test="tests/formats/test_validators.py",
        extra="parquet",
        needs=("pyarrow",),
    ),
    "kml": Format(
        title=(
            "Google Earth: a tour through the stops, folders by chapter, time spans, every "
            "property as data"
        ),
        module="kml",
        function="kml",
        output="{slug}.kml",
        stays="marker shapes, dashes, full source records",
        test="tests/formats/test_validators.py",
    ),
    "csv": Format(
        title=(
            "all tables as a folder of CSV, with derived columns: UTF-8 with its mark, the "
            "way of a leg as WKT"
        ),
        module="plain",
        function="table",
        output="{slug}-csv/",
        stays="–",
        test="tests/formats/test_workbook.py",
    ),
    "xlsx": Format(
        title=(
            "a workbook with all tables, lists to choose from, notes on the columns; `import` "
            "gives the same files back"
        ),
        module="workbook",
        function="xlsx",
        output="{slug}.xlsx",
        stays="–",
        test="tests/formats/test_workbook.py",
    ),
    "ods": Format(
        title="the same for LibreOffice",
        module="workbook",
        function="ods",
        output="{slug}.ods",
        stays="–",
        test="tests/formats/test_workbook.py",
    ),
    "lpf": Format(
        title=(
            "Linked Places Format for the World Historical Gazetteer: a record per place, its "
            "type, its dated names, the town it is in, certainty, citations"
        ),
        module="linked_places",
        function="linked_places",
        output="{slug}-places.lpf.json",
        stays="legs, kinds, quotes",
        test="tests/formats/test_formats.py",
    ),
    "traces": Format(
        title=(
            "Linked Traces, W3C web annotations: each journey with its two places, day, way, "
            "certainty, sources"
        ),
        module="linked_traces",
        function="linked_traces",
        output="{slug}-traces.json",
        stays="lines on the ground, quotes",
        test="tests/formats/test_validators.py",
    ),
    "jsonld": Format(
        title="schema.org, the same as inside the page",
        module="plain",
        function="json_ld",
        output="{slug}.jsonld",
        stays="approximate dates but in words, waypoints",
        test="tests/formats/test_formats.py",
    ),
    "wikidata": Format(
        title=(
            "a table of statements for Wikidata to look through, never sent: only certain "
            "stays at places with an id, with start, end and reference"
        ),
        module="wikidata",
        function="wikidata",
        output="{slug}-wikidata.csv",
        stays="all that is unsure, legs, texts",
        test="tests/formats/test_validators.py",
    ),
    "bib": Format(
        title="the sources for BibTeX",
        module="plain",
        function="bibtex",
        output="{slug}.bib",
        stays="everything else",
        test="tests/formats/test_validators.py",
    ),
    "csl": Format(
        title="the sources for Zotero and pandoc, CSL-JSON",
        module="plain",
        function="csl",
        output="{slug}-sources.json",
        stays="everything else",
        test="tests/formats/test_validators.py",
    ),
    "frontiers": Format(
        title=(
            "states and territories of one day (`--on 1936-09-01`), or of the whole life with "
            "first and last days, each with its exactness and the treaty, decree or event "
            "that made it"
        ),
        module="qgis.folder",
        function="frontiers",
        output="frontiers.geojson",
        stays="–",
        test="tests/formats/test_formats.py",
        options=("on",),
    ),
    "timelinejs": Format(
        title="the stops for TimelineJS of Knight Lab, for those who must move on",
        module="knightlab",
        function="timeline",
        output="{slug}-timeline.json",
        stays="map, legs, sources, persons, notes, frontiers",
        test="tests/formats/test_formats.py",
    ),
    "storymapjs": Format(
        title="the same for StoryMapJS",
        module="knightlab",
        function="story_map",
        output="{slug}-storymap.json",
        stays="legs, sources, persons, notes, frontiers",
        test="tests/formats/test_formats.py",
    ),
    "crate": Format(
        title=(
            "one ZIP for a repository such as Zenodo: page, data, tables, GeoPackage, book "
            "and poster, with `ro-crate-metadata.json`, `datapackage.json`, `CITATION.cff`, "
            "`.zenodo.json`, licences and checksums"
        ),
        module="crate",
        function="crate",
        output="{slug}-crate.zip",
        stays="–",
        test="tests/editing/test_citation.py",
        room="editing",
    ),
    "svg": Format(
        title=(
            "the drawn plate as a picture: the whole life, or `--stop`, `--chapter`, `--town`, "
            "`--on` a day, `--width` in pixels"
        ),
        module="exports",
        function="svg",
        output="{slug}.svg",
        stays="texts, notes",
        test="tests/paper/test_plate_export.py",
        room="paper",
        options=_PLATE,
    ),
    "png": Format(
        title="the same as pixels",
        module="exports",
        function="png",
        output="{slug}.png",
        stays="texts, notes",
        test="tests/paper/test_plate_export.py",
        room="paper",
        options=_PLATE,
        extra="paper",
        needs=_TYPST,
    ),
    "poster": Format(
        title=(
            "a sheet for the wall, PDF for A2, or `--paper a3`, `a1`: maps, the stops by "
            "number, the band of the life"
        ),
        module="exports",
        function="poster",
        output="{slug}-poster.pdf",
        stays="texts, notes",
        test="tests/paper/test_poster.py",
        room="paper",
        options=("paper",),
        extra="paper",
        needs=_TYPST,
    ),
    "book": Format(
        title=(
            "A5 to print: chapters with their plates, notes, persons, works, sources, index "
            "of places; PDF/UA-1 and PDF/A-2a"
        ),
        module="exports",
        function="book",
        output="{slug}-book.pdf",
        stays="–",
        test="tests/paper/test_book.py",
        room="paper",
        extra="paper",
        needs=_TYPST,
    ),
    "epub": Format(
        title="the same book for reading devices, with footnotes that open in place",
        module="exports",
        function="epub",
        output="{slug}.epub",
        stays="–",
        test="tests/paper/test_epub.py",
        room="paper",
        extra="paper",
        needs=_TYPST,
    ),
}
