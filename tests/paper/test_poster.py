"""The poster: one sheet, every stop on it, nothing too small to read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from sheets import fonts_of, is_embedded, pictures_of, promises_of, sizes_of, squeeze, words_of
from small_life import tables, write

from mapping.errors import AssetError, ExportError
from mapping.paper.poster import render_poster
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.life.model import Life
    from mapping.paper.poster import Paper

SHEETS: dict[Paper, tuple[float, float]] = {
    "a1": (841, 594),
    "a2": (594, 420),
    "a3": (420, 297),
}
LEAST_POINTS = 6.5
MILLIMETRE = 72 / 25.4


def test_it_is_one_sheet_of_the_paper_asked_for(poster: PdfReader) -> None:
    is_of_size(poster, "a2")


@pytest.mark.slow
def test_there_is_one_for_a_door(small_poster: PdfReader) -> None:
    is_of_size(small_poster, "a3")


@pytest.mark.slow
def test_there_is_one_for_a_great_wall(life: Life) -> None:
    is_of_size(PdfReader(io.BytesIO(render_poster(life, "a1"))), "a1")


def is_of_size(made: PdfReader, paper: Paper) -> None:
    (page,) = made.pages
    size = float(page.mediabox.width), float(page.mediabox.height)
    assert size == pytest.approx([length * MILLIMETRE for length in SHEETS[paper]], abs=2)


def test_other_paper_is_refused_with_the_sizes_there_are(life: Life) -> None:
    with pytest.raises(ExportError, match="a1, a2, a3"):
        render_poster(life, "letter")  # type: ignore[arg-type]


@pytest.mark.slow
def test_no_type_is_too_small_to_read_on_the_smallest_sheet(
    life: Life, small_poster: PdfReader
) -> None:
    (page,) = small_poster.pages
    sizes = sizes_of(page)
    assert len(sizes) > len(life.stops)
    assert min(sizes) >= LEAST_POINTS


def test_every_stop_chapter_and_number_is_on_it(life: Life, poster_pdf: bytes) -> None:
    (said,) = words_of(poster_pdf)
    for number, stop in enumerate(life.stops, start=1):
        assert squeeze(f"{number}{stop.name_then}") in said
    for chapter in life.chapters:
        assert squeeze(chapter.title) in said


def test_it_lets_the_person_speak(life: Life, poster_pdf: bytes) -> None:
    own = [stop.quote for stop in life.stops if stop.quote_by in life.person.name.split()]
    (said,) = words_of(poster_pdf)
    assert any(squeeze(quote or "?") in said for quote in own)


def test_its_fonts_are_inside(poster: PdfReader) -> None:
    fonts = list(fonts_of(poster))
    assert {str(font["/BaseFont"]).partition("+")[2].partition("-")[0] for font in fonts} == {
        "EBGaramond",
        "AlegreyaSans",
    }
    assert all(map(is_embedded, fonts))


def test_it_promises_to_be_read_aloud(poster: PdfReader, life: Life) -> None:
    assert "<pdfuaid:part>1</pdfuaid:part>" in promises_of(poster)
    assert poster.metadata
    assert poster.metadata.title == life.title


def test_its_maps_are_drawn_and_not_photographed(poster: PdfReader) -> None:
    assert pictures_of(poster) <= 2  # at most the shaded relief


@pytest.mark.slow
def test_another_life_has_one_too(benjamin: Life) -> None:
    (said,) = words_of(render_poster(benjamin))
    assert squeeze(benjamin.stops[-1].name_then) in said


def test_letters_that_its_typefaces_lack_are_named_and_not_left_out(tmp_path: Path) -> None:
    parts = tables()
    parts["stops.geojson"]["features"][0]["properties"]["title"] = "وهران"
    life = load_life(write(parts, tmp_path / "life"))
    with pytest.raises(AssetError, match="expected letters that its typefaces have, found “"):
        render_poster(life)
