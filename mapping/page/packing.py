"""Leaflet and the scripts of the map, packed: the page reads well before it needs them."""

from __future__ import annotations

import base64
import json
import zlib
from functools import cache

from mapping.files import read_packaged
from mapping.page.assets import leaflet
from mapping.page.modules import join_modules

PACKED = "page/web/scripts.deflate"
MAIN = "main.js"


def library_scripts() -> tuple[str, ...]:
    """Return the scripts that every page of a life runs, in their order: Leaflet, then ours."""
    return tuple(
        text.replace("\r\n", "\n").replace("\r", "\n")
        for text in (leaflet().script, join_modules(MAIN))
    )


@cache
def packed_scripts() -> str:
    """Return `library_scripts` as JSON, deflated, in base64.

    The committed stream is handed on while it is current, because implementations of zlib differ
    in what they write, and the page must not. After an edit of a script it is made here, until
    ``python -m mapping.page.packing`` has written it anew; a test asks for that.
    """
    text = json.dumps(library_scripts())
    stream = read_packaged(PACKED)
    if zlib.decompress(stream).decode() != text:
        stream = zlib.compress(text.encode(), level=9)
    return base64.b64encode(stream).decode("ascii")


def write_packed() -> None:
    """Write the committed stream anew."""
    from pathlib import Path

    target = Path(__file__).resolve().parents[1] / PACKED
    target.write_bytes(zlib.compress(json.dumps(library_scripts()).encode(), level=9))


if __name__ == "__main__":
    write_packed()
