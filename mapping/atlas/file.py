"""The committed atlas and relief, as they lie in the package and as the page carries them."""

from __future__ import annotations

import base64
import zlib
from functools import cache
from string import ascii_lowercase, ascii_uppercase, digits

from mapping.errors import AssetError
from mapping.files import read_packaged

ATLAS = "atlas/data/atlas.deflate"
COAST = "atlas/data/coast.deflate"
SOURCES = "atlas/data/sources.deflate"
# base 85, but what HTML or JSON would have to spell out is what it has no use for
_LETTERS = f"{digits}{ascii_uppercase}{ascii_lowercase}!#$%/()*+-;,=.?@^_`{{|}}~".encode()
_PLACES = (85**4, 85**3, 85**2, 85, 1)


def deflate(text: str) -> bytes:
    """Return a text as a zlib stream, RFC 1950, to be committed; Zopfli's is 6 % shorter.

    Parameters
    ----------
    text
        Any text.
    """
    try:
        from zopfli.zlib import compress
    except ImportError:
        return zlib.compress(text.encode(), level=9)
    stream: bytes = compress(text.encode())
    return stream


def letters_of(data: bytes) -> str:
    """Return bytes as text, five letters for four of them: base 85, at home in HTML and JSON.

    ``bytesOf`` in ``mapping/page/web/scripts/unpack.js`` is its other half.

    Parameters
    ----------
    data
        Any bytes.

    Examples
    --------
    >>> letters_of(b"1936")
    'F*!3f'
    """
    import numpy as np

    missing = -len(data) % 4
    words = np.frombuffer(data + bytes(missing), dtype=">u4")
    numbers = words[:, None] // _PLACES % 85
    letters: str = np.frombuffer(_LETTERS, dtype=np.uint8)[numbers].tobytes().decode("ascii")
    return letters[: len(letters) - missing]


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
    """Return the committed atlas as letters, deflated, for the page.

    It is handed on as it was committed, because implementations of zlib differ in what they
    write, and the page must not.
    """
    return letters_of(read_packaged(ATLAS))


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
