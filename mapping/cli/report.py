"""Tell what an import did: what needs the person first, then what was guessed."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from mapping.cli.console import say, tell

_FILE = re.compile(r"(\w+\.(?:toml|geojson|json)): ")

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.editing.imports.records import Imported
    from mapping.errors import Problem


def tell_left_out(imported: Imported) -> None:
    """Print to standard error which rows were left out, and why.

    Parameters
    ----------
    imported
        What an import made.
    """
    tell(imported.left_out, prefix="Left out: ")


def tell_life(problems: Sequence[Problem], notes: Sequence[str]) -> None:
    """Print to standard error what is wrong with the life, and then what was done and guessed.

    Parameters
    ----------
    problems
        What ``serge-map check`` would say of it.
    notes
        A sentence each.
    """
    tell(problems)
    for note in _by_file(notes):
        say(f"note: {note}", to_errors=True)


def _by_file(notes: Sequence[str]) -> list[str]:
    """Return the notes with those on one file as one."""
    told: dict[str, str] = {}
    for note in notes:
        match = _FILE.match(note)
        key = match[1] if match else note
        told[key] = f"{told[key]} {note[len(key) + 2 :]}" if key in told else note
    return list(told.values())


def print_report(
    imported: Imported, problems: Sequence[Problem], notes: Sequence[str], folder: str
) -> None:
    """Print the same for a program, as JSON.

    Parameters
    ----------
    imported
        What an import made.
    problems
        What is wrong with the life.
    notes
        What was done and guessed.
    folder
        Where the life is.
    """
    report = {
        "folder": folder,
        "rows": imported.row_count,
        "taken": imported.stop_count,
        "left_out": [asdict(problem) for problem in imported.left_out],
        "notes": list(notes),
        "problems": [asdict(item) for item in problems],
    }
    say(json.dumps(report, ensure_ascii=True, indent=2))
