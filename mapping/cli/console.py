"""What the commands share: how they speak, progress, and how they end."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from mapping.cli.folders import LifeFolder
from mapping.errors import MOST_TOLD, DataError, Problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mapping.errors import MapError, Problem

FOLDER = LifeFolder()
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
