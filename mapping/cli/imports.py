"""The commands that make a life, or add to one, from a table: new, import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mapping.cli.console import FOLDER, say
from mapping.cli.folders import page_of
from mapping.cli.report import print_report, tell_left_out, tell_life
from mapping.errors import DataError, MapError, count_of
from mapping.files import make_folder
from mapping.life.words import say_count

if TYPE_CHECKING:
    from collections.abc import Callable

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
    help="Make it of a table of dated places, and build its map.",
)
@click.option("--open", "show", is_flag=True, help="With --from: show the map in the browser.")
@_table_options
def new(folder: Path, *, table: Path | None, show: bool, **said: Any) -> None:
    """Make a small life in FOLDER to start from: two stops, one leg, one source.

    With --from FILE, a life made of a spreadsheet, and its map beside it.
    """
    if table:
        _new_from(folder, table, show=show, **said)
        return
    if show:
        raise click.UsageError("--open goes with --from FILE: there is no map yet to show.")
    from mapping.editing.new import create_life

    for path in create_life(folder):
        say(f"{path} written.")
    say(f"Change them, then: serge-map tidy {folder} && serge-map build {folder} --open")


def _new_from(folder: Path, table: Path, *, show: bool, **said: Any) -> None:
    """Make a life of a table, build its map, and show it if that is wished."""
    from mapping.cli.batch import build_one
    from mapping.editing.imports.folder import read_table, write_imported

    imported, problems = write_imported(read_table(table, _choices(**said)), folder)
    tell_left_out(imported)
    tell_life(problems, imported.notes)
    if any(problem.level == "error" for problem in problems):
        say(f"{folder} is written; put the errors right and build it.", to_errors=True)
        sys.exit(1)
    target = page_of(folder)
    make_folder(target.parent)
    build_one(folder, target)
    stops = say_count(imported.stop_count, "stop")
    say(f"{folder}: a life of {stops} written, its map is {target}.")
    if imported.left_out:
        again = f"serge-map import {table} --into {folder}"
        say(f"{imported.verdict}. Mend the table, then: {again}")
    else:
        again = f"serge-map preview {folder} --open"
        say(f"{imported.verdict}. See it, and each change at once: {again}")
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

    if output and into:
        raise click.UsageError("Name a new folder by -o or a life that exists by --into, not both.")
    if not (output or into):
        raise click.UsageError("Name a new folder by -o, or a life that exists by --into.")
    if library := _library(file):
        _merge_library(into, library, yes=yes)
        return
    imported = read_table(file, _choices(**said))
    if not as_json:
        tell_left_out(imported)
    if into:
        folder, (problems, notes) = into, _merge(into, imported, yes=yes, as_json=as_json)
    else:
        folder = output or Path()
        imported, problems = write_imported(imported, folder)
        notes = imported.notes
    if as_json:
        print_report(imported, problems, notes, str(folder))
    else:
        tell_life(problems, notes)
        if not into:
            say(f"{folder}: a life of {say_count(imported.stop_count, 'stop')} written.")
            _say_next(folder, count_of(problems, "error"))
        say(imported.verdict)
    if count_of(problems, "error") or (strict and imported.left_out):
        sys.exit(1)


def _say_next(folder: Path, errors: int) -> None:
    if errors:
        wrong = say_count(errors, "error")
        say(f"It has {wrong} to put right before it can be built.", to_errors=True)
    else:
        say(f"Read it through, then: serge-map tidy {folder} && serge-map build {folder} --open")


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
    say(f"{say_count(len(library), 'record')} read.")


def _merge(
    folder: Path, imported: Imported, *, yes: bool, as_json: bool
) -> tuple[list[Problem], list[str]]:
    """Bring a table into a life; return what is wrong with it then, and what was done."""
    from mapping.editing.imports.merge import merge_into

    merged = merge_into(folder, imported)
    seen = (note for note in imported.notes if note not in imported.guesses)
    problems = _carry_out(merged, folder, yes=yes, to_errors=as_json)
    return problems, [*seen, *merged.understood, *merged.notes] if as_json else [
        *seen,
        *merged.notes,
    ]


def _carry_out(
    merged: Merged, folder: Path, *, yes: bool, to_errors: bool = False
) -> list[Problem]:
    """Show what would change in a life, ask, write it, and make its page anew."""
    from mapping.editing.imports.folder import write_merged

    tell_life([], merged.understood)
    for line in merged.changes:
        say(line, to_errors=True)
    if not merged.changes:
        say(f"{folder}: nothing to change.", to_errors=True)
        return []
    changes = say_count(len(merged.changes), "change")
    if not yes:
        if not sys.stdin.isatty():
            asked = "import asks before it writes, and only at a terminal"
            say(
                f"{folder}: nothing written yet: {asked}. --yes makes the {changes}.",
                to_errors=True,
            )
            sys.exit(2)
        click.confirm(f"Make the {changes} in {folder}?", abort=True)
    problems = write_merged(merged, folder)
    say(f"{folder}: {changes} written.", to_errors=to_errors)
    if count_of(problems, "error"):
        _say_next(folder, count_of(problems, "error"))
    else:
        say(_renew_page(folder), to_errors=to_errors)
    return problems


def _renew_page(folder: Path) -> str:
    """Build the page of a life anew where it stands beside it; return that, or how to build it."""
    from mapping.cli.batch import build_one

    page = page_of(folder)
    # A page in another place may be that of another life.
    if not page.exists() or page.resolve().parents[1] != folder.resolve().parent:
        return f"See it: serge-map build {folder} --open"
    try:
        build_one(folder, page, card=page.with_suffix(".png").exists())
    except MapError as error:  # the life is written all the same
        return f"Its map is left as it was: {error}"
    return f"Its map is made anew: {page}"
