"""The numbered places on the map of a sheet: what each is called, and what it takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.signs import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.paper.labels import Label, Wanted
    from mapping.plates.placer import Box

_WIDE = 0.52  # mean width of a letter, as a share of the size
_DASH = "\N{EN DASH}"


def wish_numbers(marks: Sequence[dict[str, Any]]) -> list[Wanted]:
    """Return where a name and the numbers of its stops are wanted, for each mark.

    Parameters
    ----------
    marks
        With ``x``, ``y`` and ``stops``, pairs of number and stop.
    """
    wanted = []
    for mark in sorted(marks, key=lambda one: -sum(s.span.days for _, s in one["stops"])):
        chief = max(
            (s for _, s in mark["stops"]), key=lambda s: (s.precision == "city", s.span.days)
        )
        numbers = _runs([number for number, _ in mark["stops"]])
        wanted.append((mark["x"], mark["y"], label_of(chief.name_then, chief.precision), numbers))
    return wanted


def boxes_of(names: Sequence[Label], marks: Sequence[dict[str, Any]]) -> list[Box]:
    """Return the boxes that names and marks take up.

    Parameters
    ----------
    names
        What ``place_labels`` placed.
    marks
        With ``x``, ``y`` and ``r``.
    """
    return [_box_of(name) for name in names] + [
        (m["x"] - m["r"], m["y"] - m["r"], m["x"] + m["r"], m["y"] + m["r"]) for m in marks
    ]


def _box_of(label: Label) -> Box:
    letters = (
        max(len(label.name), len(label.numbers))
        if label.second
        else (len(label.name) + len(label.numbers) + 1)
    )
    bottom = label.below if label.second else label.y
    return label.x - 3, label.y - 11, label.x + letters * 10.5 * _WIDE, bottom + 3


def _runs(numbers: Sequence[int]) -> str:
    """Write numbers with runs joined: 12-14, 19."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}" if len(run) == 1 else f"{run[0]}{_DASH if len(run) > 2 else ', '}{run[-1]}"
        for run in runs
    )
