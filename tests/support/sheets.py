"""What a test asks of a PDF: its words, the sizes of its type, its fonts, its promises."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader


def words_of(pdf: bytes) -> list[str]:
    """Return the text of each page without spaces and soft breaks, as nothing else is alike."""
    from pypdfium2 import PdfDocument

    with contextlib.closing(PdfDocument(pdf)) as document:
        return [squeeze(page.get_textpage().get_text_range()) for page in document]


def squeeze(text: str) -> str:
    """Return text without spaces and hyphens, and ligatures as letters."""
    plain = text.replace("\ufb01", "fi").replace("\ufb02", "fl").replace("\ufb00", "ff")
    return re.sub(r"[\s\u00ad\u2010-]+", "", plain)


def sizes_of(page: PageObject) -> list[float]:
    """Return the size of each piece of text on a page, in points as they are printed."""
    found: list[float] = []

    def visit(text: str, whole: list[float], own: list[float], _font: Any, size: float) -> None:
        if text.strip():
            found.append(abs(size) * _height(whole, own))

    page.extract_text(visitor_text=visit)
    return found


def _height(whole: list[float], own: list[float]) -> float:
    """Return how much two transformations enlarge an area, as a length."""
    return float(
        (abs(whole[0] * whole[3] - whole[1] * whole[2]) * abs(own[0] * own[3] - own[1] * own[2]))
        ** 0.5
    )


def fonts_of(document: PdfReader) -> Iterator[dict[str, Any]]:
    """Yield every font of a document, those inside its drawings too."""
    for page in document.pages:
        waiting = [page["/Resources"]]
        while waiting:
            resources = waiting.pop().get_object()
            for font in resources.get("/Font", {}).values():
                yield font.get_object()
            drawings = [one.get_object() for one in resources.get("/XObject", {}).values()]
            waiting += [drawing["/Resources"] for drawing in drawings if "/Resources" in drawing]


def is_embedded(font: dict[str, Any]) -> bool:
    """Return whether the shapes of a font are in the document."""
    (descendant,) = font.get("/DescendantFonts", [font])
    descriptor = descendant.get_object().get("/FontDescriptor", {}).get_object()
    return any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))


def pictures_of(document: PdfReader) -> int:
    """Return how many pictures made of pixels its pages have."""
    waiting = [page["/Resources"] for page in document.pages]
    found = 0
    while waiting:
        resources = waiting.pop().get_object()
        drawings = [one.get_object() for one in resources.get("/XObject", {}).values()]
        found += sum(drawing["/Subtype"] == "/Image" for drawing in drawings)
        waiting += [drawing["/Resources"] for drawing in drawings if "/Resources" in drawing]
    return found


def promises_of(document: PdfReader) -> str:
    """Return what a document says of itself to archives and readers, as XML."""
    metadata = document.trailer["/Root"]["/Metadata"].get_object()
    return str(metadata.get_data().decode())


def figures_of(document: PdfReader) -> list[str]:
    """Return the words that stand for each figure, as a screen reader says them."""
    said = []
    waiting = [document.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            if node.get("/S") == "/Figure":
                said.append(str(node.get("/Alt", "")))
            if "/K" in node:
                waiting.append(node["/K"])
    return said
