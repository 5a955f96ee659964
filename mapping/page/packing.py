"""What a page carries packed: the scripts of the journey, and all that only the live map needs."""

from __future__ import annotations

import json
import zlib
from functools import cache

from mapping.atlas.file import deflate, letters_of
from mapping.files import read_packaged
from mapping.page.assets import leaflet, slim_style
from mapping.page.document import features_json, relief_json, signs_json
from mapping.page.modules import join_modules

FIRST_BLOCK = "page--first-data"
FIRST = "first.js"
MAIN = "main.js"
MODULES = "sergeModules"
"""Global name by which the scripts of the map take modules from those of the journey."""


@cache
def library_style() -> str:
    """Return the style sheet that only the live map needs: Leaflet's."""
    return _closed(slim_style(leaflet().style))


@cache
def first_script() -> str:
    """Return the script that answers the reader before the map is there: the journey."""
    return _closed(join_modules(FIRST, hand_out=MODULES))


@cache
def library_scripts() -> tuple[str, ...]:
    """Return the scripts that the live map needs, in their order: Leaflet, then ours."""
    ours = join_modules(MAIN, hand_out=MODULES, after=FIRST)
    return tuple(map(_closed, (leaflet().script, ours)))


def _closed(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _first_text() -> str:
    return json.dumps(first_script())


def _map_text() -> str:
    blocks = {
        "page--signs-data": json.loads(signs_json()),
        "page--relief-data": json.loads(relief_json()),
        "page--features-data": json.loads(features_json()),
    }
    packed = {"style": library_style(), "scripts": library_scripts(), "blocks": blocks}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))


_TEXTS = {
    FIRST_BLOCK: ("page/web/first.deflate", _first_text),
    "page--scripts-data": ("page/web/scripts.deflate", _map_text),
}


@cache
def packed_blocks() -> dict[str, str]:
    """Return what a page carries packed, deflated, as letters, by the id of its block.

    The committed streams are handed on while they are current, because implementations of zlib
    differ in what they write, and the page must not. After an edit of a script they are made
    here, until ``python -m mapping.page.packing`` has written them anew; a test asks for that.
    """
    packed = {}
    for identifier, (name, text_of) in _TEXTS.items():
        text = text_of().encode()
        stream = read_packaged(name)
        if zlib.decompress(stream) != text:
            stream = zlib.compress(text, level=9)
        packed[identifier] = letters_of(stream)
    return packed


def write_packed() -> None:
    """Write the committed streams anew, where they are not current."""
    from pathlib import Path

    for name, text_of in _TEXTS.values():
        text = text_of()
        target = Path(__file__).resolve().parents[1] / name
        if not target.exists() or zlib.decompress(target.read_bytes()).decode() != text:
            target.write_bytes(deflate(text))


if __name__ == "__main__":
    write_packed()
