"""The key to the maps: a line for each way of travelling."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mapping.life.totals import modes_used
from mapping.life.words import MODE_WORDS
from mapping.signs import stroke_of

if TYPE_CHECKING:
    from mapping.life.model import Life


def ways_of(life: Life) -> list[dict[str, Any]]:
    """Return the line of each way of travelling that a life has, with what it means.

    Parameters
    ----------
    life
        A valid life.
    """
    told = [
        (stroke_of(mode, "certain", guarded=False), MODE_WORDS[mode], False)
        for mode in modes_used(life)
        if mode != "unknown"
    ]
    if any(leg.guarded for leg in life.legs):
        told.append((stroke_of("rail", "certain", guarded=True), "under guard", True))
    if any(leg.certainty == "uncertain" or leg.mode == "unknown" for leg in life.legs):
        told.append((stroke_of("unknown", "certain", guarded=False), "way not known", False))
    return [
        {**asdict(stroke), "guarded": guarded, "words": words} for stroke, words, guarded in told
    ]
