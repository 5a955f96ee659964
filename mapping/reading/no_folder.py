"""Say of a path that it is no folder of a life, what it is, and the way on."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.errors import at

if TYPE_CHECKING:
    from mapping.errors import Problem

_BESIDE = {"plans", "images"}  # folders of a life
_TABLES = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".kml", ".gpx", ".gpkg"}


def no_folder(path: Path) -> Problem:
    """Return what is wrong with a path that is no folder, and the way on.

    Parameters
    ----------
    path
        A path that was given as the folder of a life.

    Examples
    --------
    >>> from pathlib import Path
    >>> print(no_folder(Path("data/stops.geojson")))
    data/stops.geojson: expected the folder of a life, found a file of one. Name its folder: data
    """
    suffix = path.suffix.lower()
    life = path.parent.parent if path.parent.name in _BESIDE else path.parent
    found = "a file"
    if not path.exists():
        found, remedy = "none", f"Name one that exists, or make one: serge-map new {path}"
    elif (life / "life.toml").is_file() and suffix not in _TABLES:
        found, remedy = "a file of one", f"Name its folder: {life}"
    elif suffix in _TABLES or suffix == ".geojson":
        remedy = f"To make a life of a table: serge-map new NAME --from {path}"
    else:
        remedy = "Name the folder that holds life.toml."
    return at(str(path)).error(expected="the folder of a life", found=found, remedy=remedy)


def given_folder(folder: object) -> Path:
    """Return the path of a folder that somebody named, whether it is there or not.

    Parameters
    ----------
    folder
        Its name.

    Raises
    ------
    TypeError
        If it is no name.
    """
    if isinstance(folder, str | PathLike):
        return Path(folder)
    from mapping.life.given import named

    raise TypeError(
        f'expected the name of a folder, found {named(folder)}. Name it: load_life("data")'
    )
