"""The words on the band of a life: years with ages, and events of the age."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from mapping.editing.new import create_life
from mapping.page.html import render_page
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader import Reader

    Read = Callable[..., Reader]

pytestmark = pytest.mark.browser

WORDS_ON_THE_BAND = """
() => ["age", "tens"].map((name) => [...document.querySelectorAll(`.rail .${name}`)]
  .filter((word) => word.offsetWidth)
  .map((word) => word.getBoundingClientRect())
  .map(({ left, right }) => [left, right]).sort((a, b) => a[0] - b[0]))
"""
END_OF_THE_BAND = "document.querySelector('.rail').getBoundingClientRect().right"


WIDTHS = (3840, 3000, 2560, 2304, 1920, 1700, 1440, 1280, 1024, 900, 768, 640, 390, 320)
SEEN = (("serge", WIDTHS[::4]), ("serge", WIDTHS), ("roth", WIDTHS))


@pytest.mark.slow
@pytest.mark.parametrize("seen", SEEN)
def test_words_on_the_band_stand_apart_at_every_width(
    read: Read, page_file: Path, tmp_path: Path, seen: tuple[str, tuple[int, ...]]
) -> None:
    kind, widths = seen
    file = page_file
    if kind == "roth":
        create_life(tmp_path / "roth")
        file = tmp_path / "roth.html"
        file.write_text(render_page(load_life(tmp_path / "roth")), encoding="utf-8")
    reader = read(file, viewport={"width": 3840, "height": 900})
    told = 0
    for width in widths:
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 250)))")
        for words in reader.evaluate(WORDS_ON_THE_BAND):
            told += len(words)
            gaps = [after[0] - before[1] for before, after in itertools.pairwise(words)]
            assert min(gaps, default=6) >= 6, (width, words)
            assert not words or words[-1][1] <= reader.evaluate(END_OF_THE_BAND) + 1, width
    assert told > 2 * len(widths), "and there are many"


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_words_on_the_band_stand_inside_the_bar(reread: Callable[..., Reader], width: int) -> None:
    reader = reread(at="#moscow-1927", viewport={"width": width, "height": 1024})
    reader.wait_for("moscow-1927")
    below = reader.evaluate(
        """[...document.querySelectorAll(".rail span")].filter((word) => word.offsetWidth &&
            word.getBoundingClientRect().bottom >
            document.querySelector(".bar").getBoundingClientRect().bottom).length"""
    )
    assert below == 0
