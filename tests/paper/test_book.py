"""The book: the whole story, its notes and its index, and the promises of an archive."""

from __future__ import annotations

import io
import re
import sys
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from sheets import figures_of, fonts_of, is_embedded, promises_of, squeeze, words_of

from mapping.atlas.polities import with_polities
from mapping.errors import AssetError
from mapping.life.frames import legs_frame, stops_frame
from mapping.life.rich_text import plain_text
from mapping.page.story import tell_steps
from mapping.paper import typeset
from mapping.paper.book import render_book
from mapping.paper.plans import plans_of_stops
from mapping.paper.telling import tell_chapters

if TYPE_CHECKING:
    from mapping.life.model import Life


@pytest.fixture(scope="module")
def pages(book_pdf: bytes) -> list[str]:
    return words_of(book_pdf)


def test_it_is_a_book_of_a5(book: PdfReader) -> None:
    assert 40 < len(book.pages) < 120
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in book.pages} == {
        (420, 595)
    }


def test_every_text_of_every_stop_is_in_it(life: Life, pages: list[str]) -> None:
    whole = "".join(pages)
    for stop in life.stops:
        assert squeeze(stop.title) in whole
        first_words = " ".join(stop.summary.split()[:5])
        assert squeeze(first_words) in whole


def test_no_text_says_again_the_term_beside_which_it_stands(life: Life) -> None:
    parts = tell_steps(life, with_polities(stops_frame(life)), legs_frame(life))
    rows = [
        row
        for chapter in tell_chapters(life, parts)
        for stop in chapter["stops"]
        for row in stop["rows"]
    ]
    assert not [row["text"] for row in rows if row["text"].startswith(row["term"])]
    (ran,) = [row["text"] for row in rows if "is too much" in row["text"]]
    assert ran.startswith("‘Ran’ is too much")


def test_every_source_stands_in_it(life: Life, pages: list[str]) -> None:
    whole = "".join(pages)
    for source in life.sources:
        assert squeeze(plain_text(source.title)[:24]) in whole


def test_the_contents_name_the_page_that_a_chapter_is_on(life: Life, pages: list[str]) -> None:
    contents = next(page for page in pages if page.startswith("Contents"))
    for chapter in life.chapters:
        assert re.search(rf"{re.escape(squeeze(chapter.title))}[\d–]*\d", contents)


def test_the_outline_leads_to_every_chapter_and_stop(life: Life, book: PdfReader) -> None:
    def titles(items: list[object]) -> list[str]:
        return [
            title
            for item in items
            for title in (titles(item) if isinstance(item, list) else [item.title])  # type: ignore[attr-defined]
        ]

    told = titles(book.outline)
    assert {stop.title for stop in life.stops} <= set(told)
    assert {chapter.title for chapter in life.chapters} <= set(told)


def test_every_plate_is_described(book: PdfReader, life: Life) -> None:
    said = figures_of(book)
    assert len(said) >= len(life.chapters) + 1
    assert all(words.startswith(("Map.", "Plan of ")) for words in said)


def test_a_chapter_lived_in_a_town_has_its_plan_with_the_stays_until_then(
    life: Life, pages: list[str]
) -> None:
    plans, files = plans_of_stops(life)
    assert {"paris-1909", "petrograd-astoria", "marseille-1940"} <= set(plans)
    assert "pre-saint-gervais" not in files["plan-paris-1909.svg"]
    assert "pre-saint-gervais" in files[plans["paris-gide-1936"]["file"]]
    whole = "".join(pages)
    for plan in plans.values():
        assert squeeze(plan["caption"]) in whole


def test_its_fonts_are_inside(book: PdfReader) -> None:
    assert all(map(is_embedded, fonts_of(book)))


def test_it_keeps_its_promises_to_readers_and_archives(life: Life, book: PdfReader) -> None:
    said = promises_of(book)
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert bool(life.date) == ("<pdfaid:conformance>A</pdfaid:conformance>" in said)


@pytest.mark.slow
def test_an_archive_takes_a_life_with_a_date(benjamin: Life) -> None:
    dated = benjamin.model_copy(update={"date": "2026-11-27"})
    said = promises_of(PdfReader(io.BytesIO(render_book(dated))))
    assert "<pdfaid:part>2</pdfaid:part>" in said
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in said


def test_without_the_extra_the_message_says_how_to_get_it(
    benjamin: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typeset, "_fonts", typeset._fonts.__wrapped__)
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr("mapping.paper.book.tell_book", None)  # nothing is told for nothing
    with pytest.raises(AssetError, match=r"pip install 'serge-map\[paper\]'"):
        render_book(benjamin)
