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
