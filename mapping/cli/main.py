"""The command line: commands, messages, progress; nothing else."""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from mapping.cli.console import (
    FOLDER,
    end_in_order,
    give_up,
    is_plain,
    say,
    say_failure,
    show_progress,
    tell,
    tell_failure,
    visible,
)
from mapping.cli.exchange import export
from mapping.cli.folders import (
    OUTPUT,
    default_folder,
    example_folder,
    name_of,
    outside_lives,
    page_of,
)
from mapping.cli.imports import import_, new
from mapping.cli.polity import polity
from mapping.cli.preview import preview
from mapping.errors import DataError, Level, MapError, count_of
from mapping.files import make_folder
from mapping.life.words import say_count
from mapping.reading.no_folder import no_folder
from mapping.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.cli.batch import Built
    from mapping.errors import Problem
    from mapping.life.model import Life


class _Commands(click.Group):
    """A group that turns every ``MapError`` into a message and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        said, ctx.color = ctx.args, False if is_plain() else ctx.color
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            vars(error)["message"] = visible(error.message)
            raise
        except MapError as error:
            if "--json" in said:
                say_failure(error)
            elif isinstance(error, DataError):
                tell(error.problems)
                say(_verdict(error.problems), to_errors=True)
            else:
                tell_failure(error)
            ctx.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="serge-map")
def main() -> None:
    """Turn a folder of geocoded, dated stops into one self-contained HTML map of a life."""


for _command in (export, new, import_, polity, preview):
    main.add_command(_command)


def run() -> None:
    """Run the command line as a process of its own.

    A command lives for a second and makes little garbage: looking for it, while heavy packages are
    imported and once more at the end, would cost a seventh of a build.
    """
    gc.disable()
    # our models have no plugins; to look for some reads the metadata of all installed packages
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end_in_order)
    try:
        main()
    except OSError as error:
        give_up(error)
    finally:
        gc.freeze()


@main.command()
@click.argument("folders", metavar="[FOLDER]...", nargs=-1, type=FOLDER)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write (default: one in output named after FOLDER, serge-map.html for data); for "
    "several folders, the folder for their maps (default: output).",
)
@click.option("--force", is_flag=True, help="Replace a file that serge-map did not write.")
@click.option("--example", is_flag=True, help="Build the life that comes with the program.")
@click.option("--card", is_flag=True, help="Write the picture for shared links beside it.")
@click.option("--open", "show", is_flag=True, help="Show the map in the browser.")
def build(
    folders: tuple[Path, ...],
    output: Path | None,
    *,
    force: bool,
    example: bool,
    card: bool,
    show: bool,
) -> None:
    """Build the map of the life in FOLDER (default: data, or the folder you are in).

    Each map is named after its folder, and several are built side by side. In the folder of a life
    the map goes beside that folder, not into it.
    """
    if example and folders:
        raise click.UsageError("--example builds the life of the program; name no folder with it.")
    if len(folders) > 1:
        if card:
            raise click.UsageError("--card goes with one folder; build them one by one.")
        _build_many(folders, output or outside_lives(OUTPUT))
        return
    from mapping.cli.batch import build_one

    folder = example_folder() if example else folders[0] if folders else default_folder()
    target = output or (outside_lives(OUTPUT / "serge-map.html") if example else page_of(folder))
    if output is None:
        make_folder(target.parent)
    built = build_one(folder, target, force=force, card=card)
    tell(built.problems)
    say(_summary(built))
    if show:
        click.launch(target.resolve().as_uri())


def _build_many(folders: Sequence[Path], output: Path) -> None:
    from mapping.cli.batch import build_many, plan

    try:
        targets = plan(folders, output)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    make_folder(output)
    results: dict[Path, Built] = {}
    with show_progress(len(targets), "Building") as advance:
        for built in build_many(targets):
            results[built.folder] = built
            advance(built.folder.name)
    failed = 0
    for folder, _ in targets:  # in the order of the command, however the work was shared out
        built = results[folder]
        tell(built.problems, prefix=f"{folder}: ")
        if built.size:
            say(_summary(built))
        else:
            failed += 1
            reason = built.failure or _verdict(built.problems)
            say(f"{folder}: no map. {reason}", to_errors=True)
    say(f"{len(targets) - failed} of {say_count(len(targets), 'map')} built")
    if failed:
        sys.exit(1)


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--article",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Text file of the seed article; every quote must be in it word for word.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
def check(folder: Path | None, article: Path | None, *, as_json: bool) -> None:
    """Report everything that is wrong or unlikely in FOLDER (default: data, or where you are)."""
    folder = folder or default_folder()
    if not as_json and not folder.is_dir():
        raise click.BadParameter(str(no_folder(folder)), param_hint="'[FOLDER]'")
    life, problems = _checked(folder, article)
    errors = count_of(problems, "error")
    if as_json:
        report = {
            "folder": str(folder),
            "errors": errors,
            "warnings": count_of(problems, "warning"),
            "problems": [asdict(problem) for problem in problems],
        }
        say(json.dumps(report, ensure_ascii=True, indent=2))
    else:
        tell(problems)
        tables = {"stop": life.stops, "leg": life.legs} if life else {}
        counts = [say_count(len(rows), word) for word, rows in tables.items()]
        say(f"{name_of(folder)}: {', '.join([*counts, _verdict(problems)])}")
    if errors:
        sys.exit(1)


def _checked(folder: Path, article: Path | None) -> tuple[Life | None, list[Problem]]:
    """Return a life, where it is one, and everything found; also what kept the article unread."""
    from mapping.reading.folder import read_life, sort_problems

    life, problems = read_life(folder, thorough=True)
    if article:
        from mapping.reading.rules.quotes import check_quotes, quotes_of, read_article

        try:
            text = read_article(article)
        except DataError as error:
            return life, [*problems, *error.problems]
        problems = sort_problems(problems + check_quotes(life or quotes_of(folder), text))
    return life, problems


@main.command()
@click.argument("folder", required=False, type=FOLDER)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if it would.")
@click.option("--join", is_flag=True, help="Join the two legs that a deleted stop left hanging.")
def tidy(folder: Path | None, *, only_check: bool, join: bool) -> None:
    """Put a life into canonical form, and derive what follows from its dates.

    It is in FOLDER (default: data, or the folder you are in).
    """
    from mapping.editing.edits import lost_edits
    from mapping.editing.join import join_legs
    from mapping.editing.tidy import tidy_life

    folder = folder or default_folder()
    if join and not only_check:
        for sentence in join_legs(folder):
            click.echo(sentence)
    for sentence in lost_edits(folder):
        click.echo(sentence, err=True)
    changed = tidy_life(folder, check=only_check)
    for name in changed:
        say(f"{'not canonical' if only_check else 'written'}: {folder / name}")
    if not changed:
        say(f"{name_of(folder)} is in canonical form")
    elif only_check:
        # Of the working folder no name is said: "tidy .." would be the folder above.
        named = f" {folder}" if folder.name else ""
        say(f"Run serge-map tidy{named}.", to_errors=True)
        sys.exit(1)


def _verdict(problems: Sequence[Problem]) -> str:
    counts = ((count_of(problems, level), level) for level in get_args(Level))
    said = " and ".join(say_count(number, level) for number, level in counts if number)
    return said or "no problems"


def _summary(built: Built) -> str:
    # Grouped by a plain space, whatever the locale.
    length = f"{built.length_km:,.0f}".replace(",", " ")
    return (
        f"{built.output}: {built.size / 1000:.0f} kB, {say_count(built.stops, 'stop')}, "
        f"{say_count(built.legs, 'leg')}, {length} km"
    )
