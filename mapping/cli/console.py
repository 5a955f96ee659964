"""What the commands share: how a folder is given, which one is meant, and progress."""

from __future__ import annotations

import math
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def default_folder(package: Path = _PACKAGE) -> Path:
    """Return ``data`` where there is one, else the life that came with the package.

    Parameters
    ----------
    package
        Folder of the installed package; in a checkout the life stands beside it.

    Raises
    ------
    click.UsageError
        If there is neither.
    """
    here = Path("data")
    if here.is_dir():  # even if it is broken: another life would be a wrong map without a word
        return here
    for folder in (package / "life_of_serge", package.parent / "data"):
        if (folder / "life.toml").is_file():
            return folder
    raise click.UsageError("There is no folder “data” here. Name the folder of a life.")


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
