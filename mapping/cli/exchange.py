"""The commands that take a life to other programs and bring one in: export, new, import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mapping.cli.console import FOLDER, default_folder, show_progress
from mapping.errors import ExportError, MapError

if TYPE_CHECKING:
    from datetime import date, datetime

    from mapping.life.model import Life

_DAY = click.DateTime(["%Y-%m-%d"])


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
@click.option("--on", type=_DAY, metavar="DATE", help="Day of the frontiers, as 1936-09-01.")
def export(format_name: str, folder: Path | None, output: Path | None, on: datetime | None) -> None:
    """Write the life in FOLDER (default: data) for another program.

    FORMAT is gpkg, qgis, geojson, kml, csv, lpf, jsonld, bib, csl, frontiers, or all. What a
    format cannot hold is said on standard error.
    """
    from mapping.formats.registry import default_output, find_format, write_export

    day = on.date() if on else None
    if format_name != "all":
        try:
            chosen = find_format(format_name)
        except ExportError as error:
            raise click.UsageError(str(error)) from error
        if day and not chosen.dated:
            raise click.UsageError(f"--on works with frontiers, not with {format_name}.")
    from mapping.reading.folder import load_life

    life = load_life(folder or default_folder())
    if format_name == "all":
        _export_all(life, output, day)
        return
    target = output or default_output(life, format_name)
    for note in write_export(life, format_name, target, on=day):
        click.echo(f"note: {note}", err=True)
    click.echo(f"{target} written.")


def _export_all(life: Life, output: Path | None, day: date | None) -> None:
    """Write every format into one folder; one that fails does not stop the others."""
    from mapping.formats.registry import FORMATS, default_output, write_export
    from mapping.life.places import life_slug

    folder = output or Path(f"{life_slug(life)}-exports")
    notes: list[str] = []
    failed: dict[str, MapError] = {}
    with show_progress(len(FORMATS), "Exporting") as advance:
        for name, chosen in FORMATS.items():
            target = folder / default_output(life, name)
            try:
                notes += write_export(life, name, target, on=day if chosen.dated else None)
            except MapError as error:
                failed[name] = error
            advance(name)
    for note in notes:
        click.echo(f"note: {note}", err=True)
    for name, failure in failed.items():
        click.secho(f"{name}: {failure}", fg="red", err=True)
    click.echo(f"{len(FORMATS) - len(failed)} of {len(FORMATS)} formats written to {folder}.")
    if failed:
        sys.exit(1)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a small life in FOLDER to start from: two stops, one leg, one source."""
    from mapping.editing.new import create_life

    for path in create_life(folder):
        click.echo(f"{path} written.")
    click.echo(f"Change them, then: serge-map tidy {folder} && serge-map build {folder} --open")


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="New or empty folder for the life.",
)
def import_(file: Path, output: Path) -> None:
    """Turn FILE, a CSV or GeoJSON of dated points, into a life.

    Columns are found by their usual names (place, lat, lon, start, end or date, title, text,
    source). What was guessed and what is missing is said on standard error.
    """
    from mapping.editing.imports.folder import read_table, write_imported

    imported, problems = write_imported(read_table(file), output)
    for note in imported.notes:
        click.echo(f"note: {note}", err=True)
    for problem in problems:
        click.echo(f"{problem.level}: {problem}", err=True)
    errors = sum(problem.level == "error" for problem in problems)
    click.echo(f"{output}: a life of {imported.stop_count} stops written.")
    if errors:
        click.echo(f"It has {errors} errors to put right before it can be built.", err=True)
        sys.exit(1)
    click.echo(f"Read it through, then: serge-map tidy {output} && serge-map build {output} --open")
