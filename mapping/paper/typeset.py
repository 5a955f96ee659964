"""Set a document by Typst: its templates, its fonts, its standards; the same bytes each time."""

from __future__ import annotations

import json
import re
import zlib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapping.errors import AssetError, show
from mapping.files import PNG_MARK, read_packaged
from mapping.signs import read_palette

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typst import Fonts

TEMPLATES = "paper/sheets"
FONTS = ("fontpkg_eb_garamond", "fontpkg_alegreya_sans")
SHARED = ("common.typ", "book_parts.typ", "book_matter.typ", "poster_parts.typ")
_PNG_HEAD = 33  # bytes of the signature and of the first chunk
_UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
ACCESSIBLE = ("ua-1",)
ARCHIVAL = ("a-2a", "ua-1")


def require_typst() -> None:
    """Refuse at once what would be drawn for nothing where Typst or a font is not installed.

    Raises
    ------
    AssetError
        If the extra ``paper`` is not installed.
    """
    _fonts()


def set_pdf(template: str, story: Mapping[str, Any], pictures: Mapping[str, str]) -> bytes:
    """Set a document as a tagged PDF.

    It is PDF/UA-1, and PDF/A-2a too where ``story["date"]`` says when the data were finished: an
    archive asks for a date, and the clock is no answer.

    Parameters
    ----------
    template
        Name of a template of this room, such as ``book.typ``.
    story
        What the template reads as ``story.json``; the colours join it as ``palette``.
    pictures
        SVG by the file name that the story calls it.

    Returns
    -------
    bytes
        PDF; the same input gives the same bytes.

    Raises
    ------
    AssetError
        If Typst or a font is not installed, or Typst refuses the document.
    """
    dated = bool(story.get("date"))
    return _compile(
        template,
        story,
        pictures,
        format="pdf",
        pdf_standards=list(ARCHIVAL if dated else ACCESSIBLE),
        timestamp=0,
    )


def set_png(
    template: str, story: Mapping[str, Any], pictures: Mapping[str, str], *, ppi: float
) -> bytes:
    """Set a document of one page as a PNG.

    Parameters
    ----------
    template, story, pictures
        As in ``set_pdf``.
    ppi
        Pixels in an inch of the page.
    """
    return _signed(_compile(template, story, pictures, format="png", ppi=ppi))


def _signed(png: bytes) -> bytes:
    """Return a PNG that says what made it, by which we know it again; after its head, as text."""
    kind = b"tEXt" + PNG_MARK
    chunk = (len(PNG_MARK).to_bytes(4), kind, zlib.crc32(kind).to_bytes(4))
    return png[:_PNG_HEAD] + b"".join(chunk) + png[_PNG_HEAD:]


def _compile(
    template: str, story: Mapping[str, Any], pictures: Mapping[str, str], **options: Any
) -> bytes:
    fonts = _fonts()
    import typst

    told = {**story, "palette": read_palette()["light"]}
    files = {
        "main.typ": read_packaged(f"{TEMPLATES}/{template}"),
        **{name: read_packaged(f"{TEMPLATES}/{name}") for name in SHARED},
        "story.json": json.dumps(told, ensure_ascii=False).encode(),
        **{name: svg.encode() for name, svg in pictures.items()},
    }
    try:
        document = typst.compile(files, font_paths=fonts, **options)
    except typst.TypstError as error:
        if letter := _UNDRAWN.search(error.message):
            raise AssetError(
                f"{template}: expected letters that its typefaces have, found {show(letter[1])}. "
                "They have those of Latin, Greek and Cyrillic: write names and texts in these, "
                "or use the page, which draws every script."
            ) from error
        raise AssetError(
            f"{template}: expected a document that Typst can set, found: {error.message}. "
            f"{' '.join(error.hints)} Tell the makers of serge-map which life it was."
        ) from error
    assert isinstance(document, bytes), "one file"  # noqa: S101 - for the type checker
    return document


@cache
def _fonts() -> Fonts:
    """Return the fonts of the extra, and no others: a system's own would give other bytes."""
    try:
        from typst import Fonts

        folders = [resources.files(package) / "files" for package in FONTS]
    except ImportError as error:
        raise AssetError(
            f"paper: expected Typst and its fonts to make a PDF, found no {error.name}. "
            "Run: pip install 'serge-map[paper]'"
        ) from error
    return Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[Path(str(folder)) for folder in folders],
    )
