"""The commands that take a life to other programs and bring one in: export, new, import."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mapping.cli.console import FOLDER, default_folder, show_progress
from mapping.errors import ExportError, MapError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from mapping.editing.imports.folder import Imported
    from mapping.errors import Problem
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

    FORMAT is xlsx, ods, csv, gpkg, qgis, geojson, kml, lpf, jsonld, bib, csl, frontiers, or
    all. What a format cannot hold is said on standard error.
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


def _as_map(pairs: tuple[str, ...]) -> dict[str, str]:
    """Return ``--map start=Zeitpunkt`` as a table."""
    chosen = {}
    for pair in pairs:
        what, sign, column = pair.partition("=")
        if not (what and sign and column):
            raise click.UsageError(f"--map takes start=COLUMN, not {pair!r}.")
        chosen[what.strip()] = column.strip()
    return chosen


def _table_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what a person may say of a table."""
    options = (
        click.option(
            "--map",
            "columns",
            multiple=True,
            metavar="WHAT=COLUMN",
            help="Say which column is what, as start=Zeitpunkt; may be repeated.",
        ),
        click.option(
            "--day-first/--month-first",
            default=None,
            help="How 4/5/1936 is meant, where the column does not show it.",
        ),
        click.option("--quotes-by", default="", metavar="NAME", help="Who speaks in the quotes."),
        click.option("--sheet", default="", metavar="NAME", help="Sheet or layer to read."),
        click.option("--encoding", default="", metavar="NAME", help="Of a text, as cp1250."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command("import")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="New or empty folder for the life.",
)
@_table_options
@click.option("--strict", is_flag=True, help="Exit 1 if any row is left out.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def import_(
    file: Path,
    output: Path,
    columns: tuple[str, ...],
    *,
    strict: bool,
    as_json: bool,
    **said: Any,
) -> None:
    """Turn FILE, a table of dated places, into a life.

    FILE is a spreadsheet (XLSX, ODS, CSV in any encoding), GeoJSON, KML, GPX, a GeoPackage, or
    what StoryMapJS, TimelineJS, uMap, Palladio or the World Historical Gazetteer write. Columns
    are found by their names in six languages and by what stands in them. What was guessed and
    what is missing is said on standard error.
    """
    from mapping.editing.imports.folder import read_table, write_imported
    from mapping.editing.imports.records import Choices

    choices = Choices(columns=_as_map(columns), **said)
    imported, problems = write_imported(read_table(file, choices), output)
    problems = [*imported.left_out, *problems]
    errors = sum(problem.level == "error" for problem in problems)
    if as_json:
        _print_report(imported, problems, str(output))
    else:
        _tell_import(imported, problems)
        click.echo(f"{output}: a life of {imported.stop_count} stops written.")
        if errors:
            click.echo(f"It has {errors} errors to put right before it can be built.", err=True)
        else:
            click.echo(
                f"Read it through, then: serge-map tidy {output} && serge-map build {output} --open"
            )
        click.echo(imported.verdict)
    if errors or (strict and imported.left_out):
        sys.exit(1)


def _tell_import(imported: Imported, problems: Sequence[Problem]) -> None:
    for note in imported.notes:
        click.echo(f"note: {note}", err=True)
    left_out = set(imported.left_out)
    for problem in problems:
        before = "Left out: " if problem in left_out else ""
        click.echo(f"{problem.level}: {before}{problem}", err=True)


def _print_report(imported: Imported, problems: Sequence[Problem], folder: str) -> None:
    report = {
        "folder": folder,
        "rows": imported.row_count,
        "taken": imported.stop_count,
        "left_out": [asdict(problem) for problem in imported.left_out],
        "notes": imported.notes,
        "problems": [asdict(item) for item in problems if item not in set(imported.left_out)],
    }
    click.echo(json.dumps(report, ensure_ascii=True, indent=2))
