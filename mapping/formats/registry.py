"""Write a life in the formats of other programs, and say what each of them cannot hold.

The table names the modules and imports none before it is asked for, so that rooms above this one
can stand in it too.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.errors import ExportError
from mapping.files import make_folder, replace_output
from mapping.life.places import life_slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mapping.formats.exported import Exported
    from mapping.life.model import Life


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


def write_export(
    life: Life,
    format: str,
    out: Path | str | None = None,
    *,
    inputs: Iterable[Path] = (),
    force: bool = False,
    **options: object,
) -> list[str]:
    """Write a life in one format.

    Parameters
    ----------
    life
        A valid life.
    format
        A key of ``FORMATS``.
    out
        File to write, or folder for a format of several files; a format of several files writes
        only its first one to a path that ends in the file's own suffix, such as ``stops.csv``.
        Without it, the format's own name in the working folder.
    inputs
        Files and folders that the life was read from; they are never replaced.
    force
        Whether files that serge-map did not write may be replaced.
    **options
        What the format can be told: ``on``, the day of the frontiers; ``paper``, the size of a
        poster. ``None`` says nothing.

    Returns
    -------
    list of str
        What the format cannot hold, one sentence each.

    Raises
    ------
    ExportError
        If the format is unknown, takes no such option, or the place cannot be written.
    AssetError
        If the extra that it needs is not installed.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from serge_map import load_life
    >>> with TemporaryDirectory() as folder:
    ...     write_export(load_life("data"), "bib", f"{folder}/serge.bib")
    ['BibTeX: only the sources; stops and legs are not in it.']
    """
    target = Path(out) if out is not None else default_output(life, format)
    exported = _exported(life, format, options, target.name)
    write = partial(replace_output, inputs=inputs, force=force)
    return [*exported.notes, *_write_files(exported, format, target, write)]


def _write_files(
    exported: Exported, name: str, target: Path, write: Callable[[Path, bytes], None]
) -> list[str]:
    """Write one file, or several into a folder; return what is left out of a single one."""
    first, *others = exported.files
    if not others:
        write(target, exported.files[first])
    elif Path(first).suffix == target.suffix and not target.is_dir():
        write(target, exported.files[first])
        more = f"name a folder to get {', '.join(others)} too."
        return [f"Only {first} is written to {target}; {more}"]
    elif target.suffix and not target.is_dir():
        raise ExportError(
            f"{target}: expected a folder, because {name} has {len(exported.files)} files "
            f"({', '.join(exported.files)}), found the name of a file. Name a folder."
        )
    else:
        make_folder(target)
        for file, content in exported.files.items():
            write(target / file, content)
    return []


def make_export(life: Life, name: str) -> Exported:
    """Return the files of one format, unwritten, under its own names.

    Parameters
    ----------
    life
        A valid life.
    name
        A key of ``FORMATS``.
    """
    return _exported(life, name, {}, default_output(life, name).name)


def _exported(life: Life, name: str, options: Mapping[str, object], file: str) -> Exported:
    """Make the files of one format, told what it takes."""
    chosen = find_format(name)
    told = {key: value for key, value in options.items() if value is not None}
    for key, value in told.items():
        if key not in chosen.options:
            takers = ", ".join(name for name, item in FORMATS.items() if key in item.options)
            raise ExportError(
                f"export {name}: expected no --{key}, found --{key} {value}. Leave it out; it "
                f"works with {takers or 'no format'}."
            )
    make: Callable[..., Exported] = getattr(
        import_module(f"mapping.{chosen.room}.{chosen.module}"), chosen.function
    )
    if chosen.names_itself:
        told["file"] = file
    return make(life, **told)


def find_format(name: str) -> Format:
    """Return a format by its name.

    Parameters
    ----------
    name
        Such as ``kml``.

    Raises
    ------
    ExportError
        If there is none; the message lists all and suggests the nearest.
    """
    if name in FORMATS:
        return FORMATS[name]
    near = difflib.get_close_matches(name.lower(), FORMATS, n=1)
    hint = f"Did you mean {near[0]}?" if near else "Choose one of them."
    raise ExportError(f"export: expected one of {', '.join(FORMATS)}, found {name!r}. {hint}")


def is_ready(name: str) -> bool:
    """Return whether all packages are installed that a format is made with.

    Parameters
    ----------
    name
        A key of ``FORMATS``.
    """
    return all(find_spec(package) for package in find_format(name).needs)


def default_output(life: Life, name: str) -> Path:
    """Return where a format is written when nothing else is said.

    Parameters
    ----------
    life
        The life; its person names the file.
    name
        A key of ``FORMATS``.
    """
    return Path(find_format(name).output.format(slug=life_slug(life)))
