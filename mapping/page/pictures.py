"""The pictures of a life as the page shows them: inside it, each at its stop."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.reading.pictures import look_at

if TYPE_CHECKING:
    from mapping.life.model import Image, Life


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with its place on the page.

    Parameters
    ----------
    image
        Its record: alternative text, credit, licence, link.
    address
        ``data:`` and all of it: the page asks for no file.
    width, height
        In pixels, so that the text does not jump when it is drawn.
    """

    image: Image
    address: str
    width: int
    height: int


def pictures_at(life: Life) -> dict[str, list[Shown]]:
    """Return the pictures of each stop that has any, by the stop's id.

    Parameters
    ----------
    life
        A valid life.
    """
    shown: dict[str, list[Shown]] = {}
    for image in life.images:
        data = life.pictures.get(image.file)
        if data is None:  # a life that comes from no folder
            continue
        seen = look_at(data)
        address = f"data:{seen.media_type};base64,{base64.b64encode(data).decode('ascii')}"
        shown.setdefault(image.stop, []).append(Shown(image, address, seen.width, seen.height))
    return shown
