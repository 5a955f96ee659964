"""What the commands share: how a folder is given, which one is meant, and progress."""

from __future__ import annotations

import json
import math
import os
import sys
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mapping.errors import MOST_TOLD, DataError, Problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mapping.errors import MapError, Problem

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_PACKAGE = Path(__file__).parents[1]


class Degrees(click.FloatRange):
    """A number of degrees within bounds; NaN is within none."""

    name = "degrees"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        """Return the number, or fail as a wrong call."""
        number: float = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{value!r} is not a number of degrees.", param, ctx)
        return number


class Day(click.DateTime):
    """A day, as 1936-09-01."""

    name = "day"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """Return the date, or fail as a wrong call."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"expected a day, found {value!r}. Write it as 1936-09-01.", param, ctx)


_CONTROLS = {
    number: f"\\x{number:02x}" for number in (*range(32), *range(127, 160)) if number not in (9, 10)
}
_SURROGATES = range(0xDC80, 0xDD00)  # bytes of a path that are not UTF-8
_COLOURS = {"error": "red", "warning": "yellow"}


def visible(text: str) -> str:
    r"""Return text that a terminal shows and does not obey: control characters are spelled out.

    Parameters
    ----------
    text
        Any text, such as one with the name of a file in it.

    Examples
    --------
    >>> visible("data\x1b[2J/life.toml")
    'data\\x1b[2J/life.toml'
    """
    bytes_of_paths = {number: f"\\x{number - 0xDC00:02x}" for number in _SURROGATES}
    return text.translate(_CONTROLS | bytes_of_paths)


def say(text: str, *, to_errors: bool = False) -> None:
    """Print a line; every command says everything by this.

    Parameters
    ----------
    text
        The line.
    to_errors
        Whether it goes to standard error.
    """
    click.echo(visible(text), err=to_errors)


def tell(problems: Iterable[Problem], prefix: str = "") -> None:
    """Print findings to standard error: the first hundred of a file, and the count of the rest.

    Parameters
    ----------
    problems
        The findings.
    prefix
        What each line begins with, after its level.
    """
    for problem in Problems(problems, most=MOST_TOLD):
        click.secho(f"{problem.level}: ", fg=_COLOURS[problem.level], nl=False, err=True)
        say(f"{prefix}{problem}", to_errors=True)


def say_failure(error: MapError) -> None:
    """Print for a program why a command gave up, as JSON.

    Parameters
    ----------
    error
        Why it did.
    """
    problems = error.problems if isinstance(error, DataError) else ()
    report = {"error": str(error), "problems": [asdict(one) for one in problems]}
    say(json.dumps(report, ensure_ascii=True, indent=2))


def tell_failure(error: MapError) -> None:
    """Print to standard error why a command gave up.

    Parameters
    ----------
    error
        Why it did.
    """
    click.secho("error: ", fg=_COLOURS["error"], nl=False, err=True)
    say(str(error), to_errors=True)


def is_plain() -> bool:
    """Return whether the terminal, or who uses it, wants no colours."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def default_folder() -> Path:
    """Return ``data`` in the working folder, even if it is broken.

    Raises
    ------
    click.UsageError
        If there is none: no command works on a life that nobody named.
    """
    here = Path("data")
    if here.is_dir():
        return here
    raise click.UsageError(
        "There is no life here: expected a folder “data” or the name of a folder. Go to the folder "
        "that holds it, name it, or make one with: serge-map new my-life"
    )


def example_folder(package: Path = _PACKAGE) -> Path:
    """Return the life that comes with the program.

    Parameters
    ----------
    package
        Folder of the installed package; in a checkout the life is beside it.

    Raises
    ------
    click.UsageError
        If the installation lacks it.
    """
    for folder in (package / "life_of_serge", package.parent / "data"):
        if (folder / "life.toml").is_file():
            return folder
    raise click.UsageError("The installation lacks its life. Install serge-map again.")


@contextmanager
def show_progress(total: int, label: str) -> Iterator[Callable[[str], None]]:
    """Yield "the one of this name is done"; a bar shows on a terminal only.

    Parameters
    ----------
    total
        How many there are.
    label
        What is being done, such as ``Building``.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=total, label=label, file=sys.stderr) as bar:

        def advance(name: str) -> None:
            bar.label = f"{label} {name}"
            bar.update(1)

        yield advance


def end_in_order(number: int, _: object) -> None:
    """End as an exception does, so that no half-written file is left beside its target.

    Parameters
    ----------
    number
        Number of the signal.
    """
    sys.exit(128 + number)


def give_up(error: OSError) -> None:
    """Say that nothing more can be printed, if even that can be said, and end at once.

    Parameters
    ----------
    error
        What printing met with.
    """
    with suppress(OSError):
        sys.stderr.write(
            f"error: standard output: expected a place that takes text, found an obstacle "
            f"({error.strerror}). Free it, or send the output elsewhere.\n"
        )
        sys.stderr.flush()
    os._exit(1)  # leaving in order would try to print once more
