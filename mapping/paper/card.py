"""The picture beside a shared link: 1200 by 630 pixels, title and plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.paper.typeset import require_typst, set_png
from mapping.plates.picture import render_plate

if TYPE_CHECKING:
    from mapping.life.model import Life

_PER_INCH = 72.0  # a pixel of the card is a point of the sheet


def render_card(life: Life) -> bytes:
    """Return the picture that other sites show beside a link to the page, as PNG.

    Parameters
    ----------
    life
        A valid life.

    Returns
    -------
    bytes
        1200 by 630 pixels; the same life gives the same bytes.

    Raises
    ------
    AssetError
        If the extra ``paper`` is not installed.
    """
    require_typst()
    story = {name: getattr(life, name) for name in ("title", "subtitle", "language")}
    return set_png("card.typ", story, {"plate.svg": render_plate(life)}, ppi=_PER_INCH)
