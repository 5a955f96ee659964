"""A life as a notebook shows it: one line, and the still map, which every viewer can draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.life.frames import legs_frame
from mapping.life.words import say_km
from mapping.plates.picture import render_plate

if TYPE_CHECKING:
    from mapping.life.model import Life


def show_life(life: Life) -> dict[str, str]:
    """Return a life by media type, as Jupyter asks for it.

    Parameters
    ----------
    life
        A valid life.

    Returns
    -------
    dict
        ``text/plain``: title, years, stops, legs and kilometres; ``image/svg+xml``: the still map.
    """
    legs = legs_frame(life)
    length = say_km(float(legs["length_km"].sum())) if len(legs) else "0 km"
    return {
        "text/plain": f"{repr(life).removesuffix('>')}, {length}>",
        "image/svg+xml": render_plate(life, legs=legs),
    }
