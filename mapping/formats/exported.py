"""Files and notes of one export, before it is written."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Exported:
    """The outcome of one format.

    Parameters
    ----------
    files
        Content by file name, in the order of writing; the first is the main one.
    notes
        One sentence for each thing the format cannot hold, for the person who exports.
    """

    files: dict[str, bytes]
    notes: list[str] = field(default_factory=list)
