"""Make the page of a folder or table for the preview, or say what is to be put right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.editing.imports.folder import read_table
from mapping.errors import DataError, MapError
from mapping.page.html import render_page
from mapping.reading.folder import parse_life, read_life
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mapping.life.model import Life


@dataclass(frozen=True, slots=True)
class Shown:
    """What the preview shows.

    Parameters
    ----------
    html
        The page, or what is to be put right.
    problems
        Why there is no page; empty if there is one.
    """

    html: str
    problems: tuple[str, ...] = ()


def make_page(source: Path) -> Shown:
    """Return the page of a life as it is now.

    Parameters
    ----------
    source
        Folder of a life, or a table of dated places.
    """
    try:
        return Shown(render_page(_life(source)))
    except DataError as error:
        errors = [problem for problem in error.problems if problem.level == "error"]
        return _problems([str(problem) for problem in errors or error.problems])
    except (MapError, OSError) as error:  # a file may be half written
        return _problems([str(error)])


def _life(source: Path) -> Life:
    if source.is_dir():
        life, problems = read_life(source)
    else:
        files = read_table(source).files
        kept = {key: text.encode() for key, text in files.items() if key != "SOURCES.md"}
        life, problems = parse_life(kept)
    if life is None:
        raise DataError(problems)
    return life


def _problems(said: Sequence[str]) -> Shown:
    template = environment("editing/preview").get_template("problems.html.j2")
    return Shown(template.render(problems=said), tuple(said))
