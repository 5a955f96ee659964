"""The key to the maps: a sign for each kind of stay, a line for each way of travelling."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mapping.life.totals import kinds_used, modes_used
from mapping.life.words import KIND_WORDS, MODE_WORDS
from mapping.signs import read_palette, read_signs, stroke_of
from mapping.templates import environment

if TYPE_CHECKING:
    from mapping.life.model import Life


def signs_of(life: Life) -> list[dict[str, str]]:
    """Return the sign of each kind of stay that a life has, as SVG with what it means.

    Parameters
    ----------
    life
        A valid life.
    """
    drawing = environment("paper/sheets").get_template("sign.svg.j2")
    symbols, palette = read_signs()["symbols"], read_palette()["light"]
    return [
        {"svg": drawing.render(symbol=symbols[kind], palette=palette), "words": KIND_WORDS[kind]}
        for kind in kinds_used(life)
    ]


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
