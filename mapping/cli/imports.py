"""The commands that make a life, or add to one, from a table: new, import."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mapping.cli.console import FOLDER, say, tell
from mapping.errors import DataError, count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mapping.editing.imports.merge import Merged
    from mapping.editing.imports.records import Choices, Imported
    from mapping.errors import Problem


def _as_map(pairs: tuple[str, ...]) -> dict[str, str]:
    """Return ``--map start=Zeitpunkt`` as a table."""
    chosen = {}
    for pair in pairs:
        what, sign, column = pair.partition("=")
        if not (what and sign and column):
            raise click.UsageError(f"--map takes start=COLUMN, not {pair!r}.")
        chosen[what.strip()] = column.strip()
    return chosen


def _choices(columns: tuple[str, ...], **said: Any) -> Choices:
    from mapping.editing.imports.records import Choices

    return Choices(columns=_as_map(columns), **said)


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


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "table",
    type=click.Path(exists=True, path_type=Path),
    metavar="FILE",
    help="Make it of a table of dated places, build its map, and show it in the browser.",
)
@click.option("--open/--no-open", "show", default=True, help="With --from: show the map.")
@_table_options
def new(folder: Path, *, table: Path | None, show: bool, **said: Any) -> None:
    """Make a small life in FOLDER to start from: two stops, one leg, one source.

    With --from FILE, a life made of a spreadsheet, and its map beside it.
    """
    if table:
        _new_from(folder, table, show=show, **said)
        return
    from mapping.editing.new import create_life

    for path in create_life(folder):
        say(f"{path} written.")
    say(f"Change them, then: serge-map tidy {folder} && serge-map build {folder} --open")


def _new_from(folder: Path, table: Path, *, show: bool, **said: Any) -> None:
    """Make a life of a table, build its map into its folder, and show it."""
    from mapping.cli.batch import build_one
    from mapping.editing.imports.folder import read_table, write_imported

    imported, problems = write_imported(read_table(table, _choices(**said)), folder)
    _tell_import(imported, [*imported.left_out, *problems])
    if any(problem.level == "error" for problem in problems):
        say(f"{folder} is written; put the errors right and build it.", to_errors=True)
        sys.exit(1)
    target = folder / "map.html"
    build_one(folder, target)
    say(f"{folder}: a life of {_stops(imported)} written, its map is {target}.")
    say(f"Change it and see it change: serge-map preview {folder} --open")
    say(imported.verdict)
    if show:
        click.launch(target.resolve().as_uri())


@click.command("import")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="New or empty folder for the life.",
)
@click.option(
    "--into", type=FOLDER, help="Folder of a life that exists: add to it what FILE has, and amend."
)
@click.option("--yes", is_flag=True, help="With --into: do not ask.")
@_table_options
@click.option("--strict", is_flag=True, help="Exit 1 if any row is left out.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def import_(
    file: Path,
    *,
    output: Path | None,
    into: Path | None,
    yes: bool,
    strict: bool,
    as_json: bool,
    **said: Any,
) -> None:
    """Turn FILE, a table of dated places, into a life.

    FILE is a spreadsheet (XLSX, ODS, CSV in any encoding), GeoJSON, KML, GPX, a GeoPackage, or
    what StoryMapJS, TimelineJS, uMap, Palladio or the World Historical Gazetteer write. Columns
    are found by their names in six languages and by their cells. What was guessed and
    what is missing is said on standard error.
    """
    from mapping.editing.imports.folder import read_table, write_imported

    if (output is None) == (into is None):
        raise click.UsageError("Name a new folder by -o, or a life that exists by --into.")
    if library := _library(file):
        _merge_library(into, library, yes=yes)
        return
    imported = read_table(file, _choices(**said))
    if into:
        output, problems = into, _merge(into, imported, yes=yes)
    else:
        output = output or Path()
        imported, problems = write_imported(imported, output)
    problems = [*imported.left_out, *problems]
    errors = count_of(problems, "error")
    if as_json:
        _print_report(imported, problems, str(output))
    else:
        _tell_import(imported, problems)
        if not into:
            say(f"{output}: a life of {_stops(imported)} written.")
        if errors:
            say(
                f"It has {errors} error{'s'[errors == 1 :]} to put right before it can be built.",
                to_errors=True,
            )
        else:
            say(
                f"Read it through, then: serge-map tidy {output} && serge-map build {output} --open"
            )
        say(imported.verdict)
    if errors or (strict and imported.left_out):
        sys.exit(1)


def _library(file: Path) -> list[dict[str, Any]] | None:
    """Return the records of a library, if the file is one."""
    from mapping.editing.imports.library import read_library
    from mapping.errors import UnreadableError
    from mapping.files import read_bytes

    try:
        return None if file.is_dir() else read_library(file.name, read_bytes(file))
    except UnreadableError as error:
        raise DataError([error.problem]) from error


def _merge_library(folder: Path | None, library: list[dict[str, Any]], *, yes: bool) -> None:
    """Bring the records of a library into the sources of a life."""
    from mapping.editing.imports.merge import merge_sources

    if folder is None:
        raise click.UsageError("This is a library of sources: name the life by --into FOLDER.")
    _carry_out(merge_sources(folder, library), folder, yes=yes)
    say(f"{len(library)} records read.")


def _merge(folder: Path, imported: Imported, *, yes: bool) -> list[Problem]:
    """Bring a table into a life."""
    from mapping.editing.imports.merge import merge_into

    return _carry_out(merge_into(folder, imported), folder, yes=yes)


def _carry_out(merged: Merged, folder: Path, *, yes: bool) -> list[Problem]:
    """Show what would change in a life, ask, and write it."""
    from mapping.editing.imports.folder import write_merged

    for line in merged.changes:
        say(line, to_errors=True)
    if not merged.changes:
        say(f"{folder}: nothing to change.", to_errors=True)
        return []
    if not yes:
        if not sys.stdin.isatty():
            raise click.UsageError(f"{len(merged.changes)} changes in {folder}: --yes makes them.")
        click.confirm(f"Make these {len(merged.changes)} changes in {folder}?", abort=True)
    problems = write_merged(merged, folder)
    say(f"{folder}: {len(merged.changes)} changes written.")
    return problems


def _tell_import(imported: Imported, problems: Sequence[Problem]) -> None:
    for note in imported.notes:
        say(f"note: {note}", to_errors=True)
    left_out = set(imported.left_out)
    tell((one for one in problems if one in left_out), prefix="Left out: ")
    tell(one for one in problems if one not in left_out)


def _print_report(imported: Imported, problems: Sequence[Problem], folder: str) -> None:
    report = {
        "folder": folder,
        "rows": imported.row_count,
        "taken": imported.stop_count,
        "left_out": [asdict(problem) for problem in imported.left_out],
        "notes": imported.notes,
        "problems": [asdict(item) for item in problems if item not in set(imported.left_out)],
    }
    say(json.dumps(report, ensure_ascii=True, indent=2))


def _stops(imported: Imported) -> str:
    return f"{imported.stop_count} stop{'' if imported.stop_count == 1 else 's'}"
