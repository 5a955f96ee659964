"""The formats that a life can be written in, and where each is made.

The table names the modules and imports none before it is asked for, so that rooms above this one
can stand in it too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from mapping.files import read_packaged

WIDTHS = (200, 6000)
"""The narrowest and the widest picture of a plate, in pixels."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way out.

    Parameters
    ----------
    title
        What it carries and for whom, in a phrase of README.
    module, function
        Where it is made; imported only when asked for.
    output
        Default name of the file, with ``{slug}`` for the life; ending in ``/`` for a folder.
    stays
        What of a life stays behind; a dash for nothing.
    test
        Where it is read back by another program.
    room
        The room of the package that the module stands in.
    options
        What it can be told beside the life: ``on``, a day; ``paper``, a size.
    extra, needs
        Name of the extra, and the packages that it brings to make this format with.
    names_itself
        Whether it has to know the name of its file.
    """

    title: str
    module: str
    function: str
    output: str
    stays: str
    test: str
    room: str = "formats"
    options: tuple[str, ...] = ()
    extra: str = ""
    needs: tuple[str, ...] = ()
    names_itself: bool = False


_TUPLES = ("options", "needs")


def _read() -> dict[str, Format]:
    table: dict[str, dict[str, Any]] = json.loads(read_packaged("formats/formats.json"))
    for row in table.values():
        row |= {name: tuple(row[name]) for name in _TUPLES if name in row}
    return {name: Format(**row) for name, row in table.items()}


FORMATS: dict[str, Format] = _read()
"""Every way out, in the order of README's table."""
