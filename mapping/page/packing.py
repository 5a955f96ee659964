"""Leaflet and the scripts of the map, packed: the page reads well before it needs them."""

from __future__ import annotations

import json
import zlib
from functools import cache

from mapping.atlas.file import deflate, letters_of
from mapping.files import read_packaged
from mapping.page.assets import leaflet, slim_style
from mapping.page.modules import join_modules

PACKED = "page/web/scripts.deflate"
MAIN = "main.js"


def library_style() -> str:
    """Return the style sheet that only the live map needs: Leaflet's."""
    return _closed(slim_style(leaflet().style))


@cache
def library_scripts() -> tuple[str, ...]:
    """Return the scripts that every page of a life runs, in their order: Leaflet, then ours."""
    return tuple(map(_closed, (leaflet().script, join_modules(MAIN))))


def _closed(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _library_text() -> str:
    return json.dumps({"style": library_style(), "scripts": library_scripts()})


@cache
def packed_scripts() -> str:
    """Return `library_style` and `library_scripts` as JSON, deflated, as letters.

    The committed stream is handed on while it is current, because implementations of zlib differ
    in what they write, and the page must not. After an edit of a script it is made here, until
    ``python -m mapping.page.packing`` has written it anew; a test asks for that.
    """
    text = _library_text()
    stream = read_packaged(PACKED)
    if zlib.decompress(stream).decode() != text:
        stream = zlib.compress(text.encode(), level=9)
    return letters_of(stream)


def write_packed() -> None:
    """Write the committed stream anew, where it is not current."""
    from pathlib import Path

    text = _library_text()
    target = Path(__file__).resolve().parents[1] / PACKED
    if not target.exists() or zlib.decompress(target.read_bytes()).decode() != text:
        target.write_bytes(deflate(text))


if __name__ == "__main__":
    write_packed()
