"""The life as an EPUB 3: the same book for reading devices, with footnotes that open in place."""

from __future__ import annotations

import io
import uuid
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mapping.files import read_packaged
from mapping.life.words import plural
from mapping.page.fonts import FONTS
from mapping.paper.book import tell_book
from mapping.paper.typeset import require_typst, set_png
from mapping.paper.words import HEADINGS
from mapping.signs import read_palette
from mapping.templates import environment
from mapping.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.life.model import Life

TEMPLATES = "paper/pages"
HOME = "serge-map"  # the folder inside the archive, by which an export knows its own file again
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can say: no clock in a book
_COVER_PPI = 88
_KINDS = {"sources": "bibliography", "places": "index", "glossary": "glossary"}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the book, a file of the archive.

    Parameters
    ----------
    id
        Stem of its file.
    title
        Its heading, and its line in the contents.
    template
        What renders it.
    kind
        What the format calls such a part, such as ``bibliography``; empty where it has no word.
    drawn
        Whether a plate stands in it.
    chapter
        What the story tells in it, if it is a chapter.
    marks
        Number of each note of a chapter, by the note's id.
    """

    id: str
    title: str
    template: str
    kind: str = ""
    drawn: bool = False
    chapter: dict[str, Any] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)


def render_epub(life: Life) -> bytes:
    """Render a life as an EPUB 3.

    Parameters
    ----------
    life
        A valid life.

    Returns
    -------
    bytes
        The archive; the same life gives the same bytes.

    Raises
    ------
    AssetError
        If the extra ``paper`` is not installed: Typst draws the cover.
    """
    require_typst()
    story, pictures = tell_book(life)
    story |= _addresses(story)
    _inline(story, pictures)
    pages = list_pages(story)
    fonts = {f"fonts/{file}": read_packaged(f"page/web/fonts/{file}") for _, file, *_ in FONTS}
    shared = {
        "story": story,
        "words": HEADINGS,
        "pages": pages,
        "fonts": list(fonts),
        "faces": [
            {"family": family, "file": f"fonts/{file}", "style": style, "weight": weight}
            for family, file, style, weight in FONTS
        ],
        "palette": read_palette()["light"],
        "plural": plural,
        "first": story["chapters"][0]["id"],
        "version": __version__,
        "identifier": _identifier(life),
        "modified": life.date or "1980-01-01",
    }
    files = {
        "package.opf": _render("package.opf.j2", shared),
        "nav.xhtml": _render("nav.xhtml.j2", shared),
        "style.css": _render("style.css.j2", shared),
        **{f"{page.id}.xhtml": _render(page.template, shared, page) for page in pages},
        "cover.png": set_png("cover.typ", story, pictures, ppi=_COVER_PPI),
        **fonts,
    }
    return _pack(files)


def list_pages(story: dict[str, Any]) -> list[Page]:
    """Return the pages of the book in reading order.

    Parameters
    ----------
    story
        What ``tell_book`` told.
    """
    front = [
        Page("cover", HEADINGS["cover"], "cover.xhtml.j2"),
        Page("front", story["title"], "front.xhtml.j2", drawn=True),
    ]
    chapters = [
        Page(
            chapter["id"],
            f"{chapter['number']} {chapter['title']}",
            "chapter.xhtml.j2",
            drawn=True,
            chapter=chapter,
            marks=_marks(chapter["stops"]),
        )
        for chapter in story["chapters"]
    ]
    matter = [
        Page(name, HEADINGS[name], "matter.xhtml.j2", kind=_KINDS.get(name, ""))
        for name in ("sums", "persons", "works", "glossary", "sources", "places", "colophon")
        if story[name]
    ]
    return [*front, *chapters, *matter]


def _marks(stops: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Return the number of each note of a chapter: of the way to a stop, then of its record."""
    names = [
        f"{stop['id']}.{kind}"
        for stop in stops
        for kind in (("way", "record") if stop["travel"] else ("record",))
    ]
    return {name: number for number, name in enumerate(names, start=1)}


def _addresses(story: dict[str, Any]) -> dict[str, Any]:
    """Return the page and the number of each stop by its id."""
    told = [(chapter["id"], stop) for chapter in story["chapters"] for stop in chapter["stops"]]
    return {
        "page_of": {stop["id"]: f"{chapter}.xhtml" for chapter, stop in told},
        "number_of": {stop["id"]: stop["number"] for _, stop in told},
    }


def _inline(story: dict[str, Any], pictures: dict[str, str]) -> None:
    """Put the plates into the pages, where they have the fonts of the book."""
    from markupsafe import Markup

    chapters = story["chapters"]
    stops = (stop for chapter in chapters for stop in chapter["stops"])
    plans = (stop["plan"] for stop in stops if stop["plan"])
    for picture in (*story["overview"], *(chapter["plate"] for chapter in chapters), *plans):
        picture["svg"] = Markup(pictures[picture["file"]])  # noqa: S704 - our own drawing


def _identifier(life: Life) -> str:
    if life.doi:
        return f"https://doi.org/{life.doi}"
    return uuid.uuid5(uuid.NAMESPACE_URL, f"serge-map {life.title} {life.digest}").urn


def _render(template: str, shared: dict[str, Any], page: Page | None = None) -> bytes:
    return environment(TEMPLATES).get_template(template).render(shared, page=page).encode()


def _pack(files: dict[str, bytes]) -> bytes:
    """Return the archive: its kind first and unpacked, as the format asks, then the pages."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _EPOCH), "application/epub+zip")
        container = read_packaged(f"{TEMPLATES}/container.xml")
        packed = {f"{HOME}/{name}": data for name, data in files.items()}
        for name, data in {"META-INF/container.xml": container, **packed}.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return stream.getvalue()
