"""Build one map, or many side by side, from folders to files."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.cli.folders import page_name
from mapping.errors import DataError, ExportError, MapError, Problem
from mapping.files import replace_output, require_place
from mapping.reading.folder import read_life

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Built:
    """The result of building one folder.

    Parameters
    ----------
    folder, output
        The folder of the life, and the file of its map.
    size
        Length of the map in bytes; 0 if there is none.
    stops, legs
        How many there are.
    length_km
        Length of all legs in km.
    problems
        Warnings, or the errors that stopped it.
    failure
        Why there is no map, where that is not in the data.
    """

    folder: Path
    output: Path
    size: int = 0
    stops: int = 0
    legs: int = 0
    length_km: float = 0.0
    problems: tuple[Problem, ...] = ()
    failure: str = ""


def build_one(folder: Path, output: Path, *, force: bool = False, card: bool = False) -> Built:
    """Build the map of one life and write it, with the picture for links to it if asked for.

    Parameters
    ----------
    folder
        Folder with the four files of a life.
    output
        HTML file to write.
    force
        Whether a file that serge-map did not write may be replaced.
    card
        Whether to write the picture that stands beside a shared link; the page names it.

    Raises
    ------
    DataError
        If the folder holds errors.
    AssetError
        If a part of the page is missing or asks for the network.
    ExportError
        If the map cannot be written; an earlier one is then unchanged.
    """
    picture = output.with_suffix(".png")
    if card and picture == output:
        raise ExportError(
            f"{output}: expected the name of a page, found that of its picture. "
            "End it in .html, or leave out --card."
        )
    life, problems = read_life(folder)
    if life is None:
        raise DataError(problems)
    require_place(output, [folder])
    with _no_collection():
        from mapping.life.routes import lay_routes
        from mapping.page.html import render_page

        html = render_page(life, card=picture.name if card else "")
    if card:  # first, for the page must not name what is not there
        from mapping.paper.card import render_card

        replace_output(picture, render_card(life), inputs=[folder], force=force)
    replace_output(output, html.encode(), inputs=[folder], force=force)
    length_km = float(lay_routes(life.legs)[1].sum())
    size = len(html.encode())
    return Built(folder, output, size, len(life.stops), len(life.legs), length_km, tuple(problems))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Switch the garbage collector off: it takes a tenth of a build and finds little."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def plan(folders: Sequence[Path], output: Path) -> list[tuple[Path, Path]]:
    """Return each folder with the file its map goes to, named after the folder.

    Parameters
    ----------
    folders
        Life folders.
    output
        Folder for the maps.

    Raises
    ------
    ValueError
        If two of them would write the same file.
    """
    targets: dict[Path, Path] = {}
    for folder in folders:
        target = output / page_name(folder)
        if target in targets and targets[target].resolve() != folder.resolve():
            raise ValueError(
                f"{targets[target]} and {folder} would both become {target}; rename one of them."
            )
        targets.setdefault(target, folder)
    return [(folder, target) for target, folder in targets.items()]


def build_many(targets: Sequence[tuple[Path, Path]], workers: int | None = None) -> Iterator[Built]:
    """Build maps in parallel processes and yield each as it is done, whatever became of it.

    Parameters
    ----------
    targets
        Life folder and file of each map.
    workers
        How many processes; by default one for each processor.
    """
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    workers = max(1, min(workers or os.cpu_count() or 1, len(targets)))
    # "spawn" behaves the same on every system, and no lock of this process is copied.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(_attempt, *target): target for target in targets}
        for future in as_completed(waiting):
            folder, output = waiting[future]
            try:
                yield future.result()
            except BrokenProcessPool:
                yield Built(folder, output, failure="The process that built it was killed.")


def _attempt(folder: Path, output: Path) -> Built:
    try:
        return build_one(folder, output)
    except DataError as error:
        return Built(folder, output, problems=error.problems)
    except MapError as error:
        return Built(folder, output, failure=str(error))
    except Exception as error:  # one bad life must not cost the others
        return Built(folder, output, failure=f"A fault of serge-map: {error!r}")
