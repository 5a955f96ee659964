"""The committed atlas and relief, as they lie in the package and as the page carries them."""

from __future__ import annotations

import base64
import zlib
from functools import cache

from mapping.errors import AssetError
from mapping.files import read_packaged

ATLAS = "atlas/data/atlas.deflate"
COAST = "atlas/data/coast.deflate"
SOURCES = "atlas/data/sources.deflate"


def deflate(text: str) -> bytes:
    """Return a text as a zlib stream, RFC 1950.

    Parameters
    ----------
    text
        Any text.
    """
    return zlib.compress(text.encode(), level=9)


@cache
def atlas_text() -> str:
    """Return the committed atlas as its JSON text.

    Raises
    ------
    AssetError
        If it is missing or damaged; the stream carries a checksum of its own.
    """
    return _inflate(ATLAS)


def coast_text() -> str:
    """Return the committed coast of the whole world as its JSON text.

    The page does not carry it: it is for places beyond the atlas.

    Raises
    ------
    AssetError
        If it is missing or damaged.
    """
    return _inflate(COAST)


def sources_text() -> str:
    """Return what made each state of affairs of the atlas as its JSON text.

    The page does not carry it: it is for frames and exports.

    Raises
    ------
    AssetError
        If it is missing or damaged.
    """
    return _inflate(SOURCES)


def _inflate(name: str) -> str:
    try:
        return zlib.decompress(read_packaged(name)).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise AssetError(
            f"mapping/{name}: expected what the rebuild wrote, found a damaged file ({error}). "
            "Restore the file, or run python -m mapping.rebuild."
        ) from error


@cache
def packed_atlas() -> str:
    """Return the committed atlas in base64, deflated, for the page.

    It is handed on as it was committed, because implementations of zlib differ in what they
    write, and the page must not.
    """
    return base64.b64encode(read_packaged(ATLAS)).decode("ascii")


@cache
def relief_image() -> str:
    """Return the shaded relief of the atlas as a ``data:`` address, in Web Mercator, EPSG:3857.

    Its edges are those of the atlas; grey 128 is neither lit nor shaded.

    Raises
    ------
    AssetError
        If the installation lacks it.
    """
    picture = read_packaged("atlas/data/relief.avif")
    return f"data:image/avif;base64,{base64.b64encode(picture).decode('ascii')}"
