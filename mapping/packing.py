"""The atlas as the page carries it: deflated, since its text is the largest part of a page."""

from __future__ import annotations

import base64
import zlib
from functools import cache
from importlib import resources

from mapping.basemap import atlas_text

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
        stream = (resources.files("mapping") / "basemap" / PACKED).read_bytes()
        if zlib.decompress(stream) != atlas_text().encode():
            stream = deflate(atlas_text())
    except (OSError, zlib.error):
        stream = deflate(atlas_text())
    return base64.b64encode(stream).decode("ascii")
