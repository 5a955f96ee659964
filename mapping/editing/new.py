"""Make a small life to start from: a folder that checks and builds as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.editing.tidy import tidy_life
from mapping.errors import ExportError
from mapping.files import read_packaged, write_bytes

if TYPE_CHECKING:
    from pathlib import Path

FILES = (
    *("life.toml", "stops.geojson", "legs.geojson", "sources.json", "SOURCES.md"),
    *("images.json", "images/berlin-paris.webp"),
)


def create_life(folder: Path) -> list[Path]:
    """Write the example life into a new or empty folder.

    Parameters
    ----------
    folder
        The folder to make.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    ExportError
        If the folder holds anything already, or cannot be written.
    """
    refuse_occupied(folder)
    for name in FILES:
        write_bytes(folder / name, read_packaged(f"editing/example/{name}"))
    made = tidy_life(folder)  # the files for QGIS and for editors
    return [folder / name for name in dict.fromkeys((*FILES, *made))]


def refuse_occupied(folder: Path) -> None:
    """Make sure that nothing of the user's would be overwritten.

    Parameters
    ----------
    folder
        Where a life shall be made.

    Raises
    ------
    ExportError
        If it is a file or holds anything already.
    """
    try:
        found = "a file" if folder.is_file() else ""
        if folder.is_dir() and any(folder.iterdir()):
            found = "one that holds files already"
    except OSError as error:
        found = f"an obstacle ({error.strerror})"
    if found:
        raise ExportError(
            f"{folder}: expected a new or empty folder, found {found}. Name another folder."
        )
