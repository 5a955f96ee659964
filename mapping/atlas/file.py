"""The committed atlas and relief, as they lie in the package and as the page carries them."""

from __future__ import annotations

import base64
import hashlib
import zlib
from functools import cache

from mapping.errors import AssetError
from mapping.files import read_packaged

PACKED = "atlas.deflate"


def deflate(text: str) -> bytes:
    """Return a text as a zlib stream, RFC 1950.

    Parameters
    ----------
    text
        Any text.
    """
    return zlib.compress(text.encode(), level=9)


@cache
def packed_atlas() -> str:
    """Return the deflated atlas in base64.

    The stream is a file beside the atlas, for implementations of zlib differ in what they write
    and the page must not; where the file is not that of the atlas, this machine's zlib stands in.
    """
    try:
        stream = read_packaged(f"atlas/data/{PACKED}")
        if zlib.decompress(stream) != atlas_text().encode():
            stream = deflate(atlas_text())
    except (AssetError, zlib.error):
        stream = deflate(atlas_text())
    return base64.b64encode(stream).decode("ascii")


@cache
def atlas_text() -> str:
    """Return the committed atlas as its JSON text, for the page.

    Raises
    ------
    AssetError
        If it is missing or is not what the rebuild wrote.
    """
    data = read_packaged("atlas/data/atlas.json")
    expected = read_packaged("atlas/data/atlas.sha256").decode().split()[0]
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        raise AssetError(
            f"mapping/atlas/data/atlas.json: expected SHA-256 {expected}, found {found}. "
            "Restore the file, or run python -m mapping.rebuild."
        )
    return data.decode()


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
