"""Which life a command works on, and where its result goes unless somebody says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from mapping.reading.no_folder import no_folder

_PACKAGE = Path(__file__).parents[1]
_HEAD = "life.toml"
_DATA = "data"
OUTPUT = Path("output")


class LifeFolder(click.Path):
    """A folder that exists; what is not one is refused with the way on."""

    name = "folder"

    def __init__(self) -> None:
        super().__init__(exists=True, file_okay=False, path_type=Path)

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """Return the folder, or fail as a wrong call."""
        if not Path(value).is_dir():
            self.fail(str(no_folder(Path(value))), param, ctx)
        return super().convert(value, param, ctx)


def default_folder() -> Path:
    """Return ``data`` in the working folder, even if it is broken, or that folder if it is a life.

    Raises
    ------
    click.UsageError
        If there is none: no command works on a life that nobody named.
    """
    here = Path(_DATA)
    if Path(_HEAD).is_file() and not (here / _HEAD).is_file():
        return Path()
    if here.is_dir():
        return here
    raise click.UsageError(
        f"There is no life here: expected {_HEAD}, a folder “data” or the name of a folder. Go to "
        "the folder that holds it, name it, or make one with: serge-map new my-life"
    )


def name_of(folder: Path) -> str:
    """Return how a folder is called in a message: the working folder by its own name.

    Parameters
    ----------
    folder
        Any folder.
    """
    return str(folder) if folder.name else folder.resolve().name or str(folder)


def outside_lives(place: Path) -> Path:
    """Return where a result goes that nobody named a place for, never among the data.

    Parameters
    ----------
    place
        Its name in the working folder; where that is a life, or in one, the result goes to the
        folder above the life.
    """
    here = Path.cwd()
    lives = [folder for folder in (here, *here.parents) if (folder / _HEAD).is_file()]
    return Path(os.path.relpath(lives[-1].parent, here)) / place if lives else place


def page_name(folder: Path) -> str:
    """Return the file name of the page of a life, wherever it is written.

    Parameters
    ----------
    folder
        Of the life; the page is called after it, but that of ``data`` after the program.
    """
    name = folder.resolve().name or "life"
    return f"{'serge-map' if name == _DATA else name}.html"


def page_of(folder: Path) -> Path:
    """Return where the page of a life goes that nobody named a place for.

    Parameters
    ----------
    folder
        Of the life.
    """
    return outside_lives(OUTPUT / page_name(folder))


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
        if (folder / _HEAD).is_file():
            return folder
    raise click.UsageError("The installation lacks its life. Install serge-map again.")
