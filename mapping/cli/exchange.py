"""The command that takes a life to other programs: export."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mapping.cli.console import FOLDER, say, show_progress
from mapping.cli.folders import default_folder, outside_lives
from mapping.cli.values import Day
from mapping.errors import ExportError, MapError
from mapping.files import make_folder
from mapping.formats.catalogue import WIDTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.life.model import Life


@click.command()
@click.argument("format_name", metavar="FORMAT")
@click.argument("folder", metavar="[FOLDER]", required=False, type=FOLDER)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write, or folder for a format of several files (default: named after the "
    "person, in the working folder).",
)
@click.option("--on", type=Day(), metavar="DATE", help="Day of the frontiers, as 1936-09-01.")
@click.option("--stop", metavar="ID", help="Stop that a plate shows.")
@click.option("--chapter", metavar="ID", help="Chapter that a plate shows.")
@click.option("--town", metavar="NAME", help="Town whose places a plate shows.")
@click.option("--width", type=click.IntRange(*WIDTHS), metavar="PIXELS", help="Width of a plate.")
@click.option("--paper", type=click.Choice(["a1", "a2", "a3"]), help="Size of the poster.")
@click.option("--force", is_flag=True, help="Replace files that serge-map did not write.")
def export(
    format_name: str,
    folder: Path | None,
    output: Path | None,
    *,
    force: bool,
    **told: Any,
) -> None:
    """Write a life for another program, or for paper.

    It is in FOLDER (default: data, or the folder you are in, and then the result goes beside it).
    FORMAT is xlsx, ods, csv, gpkg, qgis, geojson, flatgeobuf, parquet, kml, lpf, traces, jsonld,
    wikidata, bib, csl, frontiers, timelinejs, storymapjs, crate, svg, png, poster, book, epub, or
    all. What a format cannot hold is said on standard error.
    """
    from mapping.formats.registry import default_output, find_format, write_export

    if format_name != "all":
        try:
            chosen = find_format(format_name)
        except ExportError as error:
            raise click.UsageError(str(error)) from error
        for name in (name for name, value in told.items() if value):
            if name not in chosen.options:
                raise click.UsageError(f"--{name} does not go with {format_name}.")
    from mapping.reading.folder import load_life

    folder = folder or default_folder()
    life = load_life(folder)
    write = partial(write_export, inputs=[folder], force=force)
    if format_name == "all":
        _export_all(life, output, told, write)
        return
    target = output or outside_lives(default_output(life, format_name))
    for note in write(life, format_name, target, **told):
        say(f"note: {note}", to_errors=True)
    say(f"{target} written.")


def _export_all(
    life: Life,
    output: Path | None,
    told: dict[str, object],
    write: Callable[..., list[str]],
) -> None:
    """Write every format into one folder; one that fails does not stop the others."""
    from mapping.formats.catalogue import FORMATS
    from mapping.formats.registry import default_output, is_ready
    from mapping.life.places import life_slug

    folder = output or outside_lives(Path(f"{life_slug(life)}-exports"))
    make_folder(folder)
    notes: list[str] = []
    failed: dict[str, MapError] = {}
    ready = {name: chosen for name, chosen in FORMATS.items() if is_ready(name)}
    with show_progress(len(ready), "Exporting") as advance:
        for name, chosen in ready.items():
            target = folder / default_output(life, name)
            try:
                notes += write(life, name, target, **{key: told[key] for key in chosen.options})
            except MapError as error:
                failed[name] = error
            advance(name)
    for note in notes:
        say(f"note: {note}", to_errors=True)
    for name, failure in failed.items():
        say(f"{name}: {failure}", to_errors=True)
    absent: dict[str, list[str]] = {}
    for name, chosen in FORMATS.items():
        if name not in ready:
            absent.setdefault(chosen.extra, []).append(name)
    for extra, names in absent.items():
        remedy = f"Run: pip install 'serge-map[{extra}]'"
        say(f"note: {', '.join(names)}: left out. {remedy}", to_errors=True)
    said = [f"{len(ready) - len(failed)} of {len(FORMATS)} formats written to {folder}"]
    said += [f"failed: {', '.join(failed)}"] if failed else []
    said += [f"not installed ({extra}): {', '.join(names)}" for extra, names in absent.items()]
    say(f"{'; '.join(said)}.")
    if failed:
        sys.exit(1)
