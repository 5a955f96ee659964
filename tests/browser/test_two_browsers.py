"""The page around the journey, in Chromium and in Firefox: addresses, signs, ink, broken files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reader import IN_VIEW, OVERVIEW
from samples import few_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from firefox import FirefoxReader
    from reader import Reader

    from mapping.life.model import Life

    Visit = Callable[..., Reader | FirefoxReader]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("visit", few_of(["chromium", "firefox"]), indirect=True),
]


KEYS = {
    "Home": 0,
    "End": -1,
    "j": 0,
    "J J": 1,
    "j j k": 0,
    "ArrowRight ArrowRight ArrowLeft": 0,
    "End k": -2,
}


def test_keys_lead_to_their_stops(visit: Visit, life: Life) -> None:
    reader = visit()
    for keys, position in KEYS.items():
        for key in keys.split():
            reader.press(key)
        reader.wait_for(life.stops[position].id)
        reader.press("Escape")
        reader.holds(OVERVIEW)


@pytest.mark.parametrize("stop", few_of(["orenburg-exile", "villa-air-bel", "mexico-death"]))
def test_an_address_opens_text_and_map_at_its_stop(visit: Visit, life: Life, stop: str) -> None:
    reader = visit(at=f"#{stop}", anew=True)
    reader.wait_for(stop)
    reader.holds(IN_VIEW)
    top = reader.evaluate(f"document.getElementById('{stop}').getBoundingClientRect().top")
    assert -10 < top < 700
    year = str(life.stops[life.stop_index[stop]].span.first.year)
    assert reader.evaluate("document.querySelector('.year').textContent") == year
    assert life.stops[life.stop_index[stop]].name_then in reader.evaluate("document.title")


def test_a_sign_on_the_map_opens_a_stop_there(visit: Visit, life: Life) -> None:
    reader = visit(at="#orenburg-exile")
    reader.holds(IN_VIEW)
    reader.click(".atlas-stop[aria-label*=Moscow]")
    reader.holds("document.querySelector('article[aria-current]')?.id !== 'orenburg-exile'")
    assert "Moscow" in life.stops[life.stop_index[reader.current()]].name_then


def test_the_map_is_drawn_and_lettered(visit: Visit) -> None:
    reader = visit(at="#villa-air-bel")
    reader.holds("document.documentElement.dataset.drawn === 'true'")
    seen = reader.evaluate(
        """[...document.querySelectorAll(".leaflet-pane canvas")].map((canvas) => {
            const { width, height } = canvas;
            if (!width || !height) return 0;
            const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
            const colours = new Set();
            for (let i = 0; i < data.length; i += 4 * 97) colours.add(data[i] * 256 + data[i + 1]);
            return colours.size;
        })"""
    )
    assert max(seen) > 50
    assert sum(colours > 3 for colours in seen) >= 3, "sea, land, names or route"


def test_a_page_cut_off_shows_what_came(visit: Visit, page_file: Path, tmp_path: Path) -> None:
    reader = visit(anew=True)
    whole = page_file.read_bytes()
    cut = tmp_path / "cut.html"
    cut.write_bytes(whole[: int(len(whole) * 0.97)])
    reader.evaluate(f"location.assign('{cut.as_uri()}')")
    reader.holds("document.documentElement.className === 'no-js' && document.querySelector('h1')")
    reader.holds("document.querySelector('figure.still svg').checkVisibility()")


def test_a_picture_that_cannot_be_drawn_leaves_text_and_map(
    visit: Visit, page_file: Path, tmp_path: Path, life: Life
) -> None:
    broken = tmp_path / "broken.html"
    picture = '<img id="broken" alt="A face" src="data:image/png;base64,iVBORw0KGgo=">'
    whole = page_file.read_text(encoding="utf-8")
    broken.write_text(whole.replace("</article>", f"{picture}</article>", 1), encoding="utf-8")
    reader = visit(broken)
    assert reader.evaluate("document.querySelectorAll('figure.still svg').length") > 0
    reader.press("ArrowRight")
    reader.wait_for(life.stops[0].id)
    reader.holds("document.getElementById('broken').complete")
    assert reader.evaluate("document.getElementById('broken').naturalWidth") == 0
    said = reader.evaluate("document.querySelector('article[aria-current]').innerText")
    assert life.stops[0].title in said
    reader.holds(IN_VIEW)
