from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from samples import few_of

from mapping.editing.new import create_life
from mapping.page.html import render_page
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader import Reader

pytestmark = pytest.mark.browser
PICTURE = "#paris-1933 .picture img"


@pytest.fixture(scope="module")
def illustrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    create_life(folder / "roth")
    file = folder / "roth.html"
    file.write_text(render_page(load_life(folder / "roth")), encoding="utf-8", newline="\n")
    return file


@pytest.mark.parametrize("width", few_of([320, 1440]))
def test_a_picture_is_seen_in_its_size_and_said(
    read: Callable[..., Reader], illustrated: Path, width: int
) -> None:
    reader = read(illustrated, "#paris-1933", viewport={"width": width, "height": 800})
    image = reader.page.get_by_role("img", name="Drawn map: a red line leads from Berlin")
    image.scroll_into_view_if_needed()
    reader.holds(f"document.querySelector('{PICTURE}').complete")
    drawn, natural = reader.evaluate(
        f"(({{width, height, naturalWidth, naturalHeight}}) => [[width, height], "
        f"[naturalWidth, naturalHeight]])(document.querySelector('{PICTURE}'))"
    )
    assert natural == [480, 300]
    assert drawn[0] / drawn[1] == pytest.approx(480 / 300, abs=0.02)
    assert 200 < drawn[0] <= 480
    assert reader.width_beyond <= 0


def test_the_text_does_not_jump_when_a_picture_is_drawn(
    read: Callable[..., Reader], illustrated: Path
) -> None:
    reader = read(illustrated, viewport={"width": 390, "height": 800})
    image = f"document.querySelector('{PICTURE}')"
    before = reader.evaluate(f"{image}.getBoundingClientRect().height")
    reader.page.locator(PICTURE).scroll_into_view_if_needed()
    reader.holds(f"{image}.complete && {image}.naturalWidth")
    assert before > 100
    assert reader.evaluate(f"{image}.getBoundingClientRect().height") == before
    assert reader.evaluate(f"[{image}.loading, {image}.decoding]") == ["lazy", "async"]


@pytest.mark.slow
def test_a_picture_is_printed_and_shown_without_script(
    read: Callable[..., Reader], illustrated: Path
) -> None:
    with_script = read(illustrated)
    pages = PdfReader(io.BytesIO(with_script.page.pdf())).pages
    assert any(image.image and image.image.size == (480, 300) for p in pages for image in p.images)
    without = read(illustrated, java_script_enabled=False)
    without.page.locator(PICTURE).scroll_into_view_if_needed()
    assert without.page.locator(PICTURE).is_visible()
