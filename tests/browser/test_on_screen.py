"""Every stop is on the screen, a link opens it, and a click opens what was clicked."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from far_life import PLACES, write_far_life
from samples import few_of

from mapping.life.distance import SAME_TOWN_KM, distance_km
from mapping.page.html import render_page
from mapping.page.story import life_data
from mapping.reading.folder import load_life
from tests.browser.test_map_scripts import document, drawn, go, opened, resize, settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page
    from reader import Reader

    from mapping.life.model import Life

    Read = Callable[..., Reader]

pytestmark = pytest.mark.browser

__all__ = ["document", "drawn", "opened"]  # fixtures
SIZES = few_of([(390, 320), (768, 500), (1280, 800), (1440, 900)])
COAST = 'id="page--coast-data"'


@pytest.fixture(scope="module")
def far_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("far")
    page = folder / "map.html"
    page.write_text(render_page(load_life(write_far_life(folder / "life"))), encoding="utf-8")
    return page


def middle(reader: Reader, selector: str) -> tuple[float, float]:
    """Return the middle of an element on the screen."""
    box = reader.page.locator(selector).bounding_box()
    assert box, selector
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def assert_current_is_in_view(reader: Reader) -> None:
    """Fail unless the sign of the current stop is on the map that the reader sees."""
    reader.page.wait_for_selector(".atlas-stop[aria-current]", state="attached")
    x, y = middle(reader, ".atlas-stop[aria-current]")
    stage = reader.page.locator(".stage").bounding_box()
    assert stage
    assert stage["x"] < x < stage["x"] + stage["width"], reader.current()
    assert stage["y"] < y < stage["y"] + stage["height"], reader.current()


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_every_step_of_a_life_beyond_the_atlas_shows_its_stop(
    read: Read, far_page: Path, size: tuple[int, int]
) -> None:
    reader = read(far_page, viewport={"width": size[0], "height": size[1]})
    for place in PLACES:
        reader.page.keyboard.press("ArrowRight")
        reader.wait_for(place)
        assert_current_is_in_view(reader)


def test_only_a_life_that_leaves_the_atlas_carries_the_coast_of_the_world(
    far_page: Path, page_file: Path
) -> None:
    assert COAST in far_page.read_text(encoding="utf-8")
    assert COAST not in page_file.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", few_of([(2560, 1440), (1280, 800), (2200, 1240), (3840, 2160)]))
@pytest.mark.parametrize("stop", few_of(["villa-air-bel", "orenburg-exile"]))
def test_a_link_opens_the_map_at_its_stop_on_every_screen(
    read: Read, life: Life, size: tuple[int, int], stop: str
) -> None:
    reader = read(at=f"#{stop}", viewport={"width": size[0], "height": size[1]})
    assert_current_is_in_view(reader)
    label = reader.page.locator(".atlas-stop[aria-current]").get_attribute("aria-label") or ""
    numbers = [int(each) for each in re.findall(r"\d+", label.rpartition(",")[0])]
    assert life.stop_index[stop] + 1 in numbers
    assert len(numbers) < 6, "seen from near, its sign stands for its own town"


@pytest.mark.slow
def test_the_middle_of_a_sign_opens_a_stop_that_its_name_says(drawn: Page, life: Life) -> None:
    overview_labels(drawn, 1280, 800)
    labels = [entry["label"] for entry in stop_entries(life)]
    drawn.evaluate(
        """() => {
            life_stops_of_life.setCards(false);
            life_stops_of_life.on("stopselect", ({ index }) => { globalThis.meant = index; });
        }"""
    )
    signs = drawn.locator(".atlas-stop").evaluate_all(
        """(all) => all.map((it) => {
            const { x, y, width, height } = it.getBoundingClientRect();
            return [it.getAttribute("aria-label"), x + width / 2, y + height / 2];
        })"""
    )
    assert len(signs) > 10
    for name, x, y in signs:
        drawn.evaluate("globalThis.meant = -1")
        drawn.mouse.click(x, y)
        assert labels[drawn.evaluate("meant")] in name
    drawn.evaluate("() => { life_stops_of_life.setCards(true).off('stopselect'); }")


def stop_entries(life: Life) -> list[dict[str, Any]]:
    """Return the stops as the page carries them."""
    from mapping.atlas.polities import with_polities
    from mapping.life.frames import legs_frame, stops_frame

    entries: list[dict[str, Any]] = life_data(
        life, with_polities(stops_frame(life)), legs_frame(life)
    )["stops"]
    return entries


def overview_labels(page: Page, width: int, height: int) -> list[str]:
    """Return what the overview of a map of a size letters beside its signs."""
    resize(page, width, height)
    go(page, None)
    settle(page)
    found: list[dict[str, str]] = page.evaluate("drawing.labels()")
    assert not [each for each in found if each["role"] == "number"], "no number without a name"
    return [each["text"] for each in found if each["role"] == "stop"]


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_route_names_every_place_of_its_headline(
    drawn: Page, life: Life, size: tuple[int, int]
) -> None:
    lettered = " ".join(overview_labels(drawn, *size))
    entries = stop_entries(life)
    for number, chapter in enumerate(life.chapters):
        if chapter.headline:
            names = {each["label"] for each in entries if each["chapter"] == number}
            assert [name for name in names if name in lettered], chapter.title


@pytest.mark.parametrize("size", SIZES)
def test_stops_of_several_towns_are_never_called_by_one(
    drawn: Page, life: Life, size: tuple[int, int]
) -> None:
    lettered = overview_labels(drawn, *size)
    labels = [each["label"] for each in stop_entries(life)]
    for sign in drawn.evaluate("drawing.markers()"):
        wide = any(
            distance_km(life.stops[a].position, life.stops[b].position) > 45
            for a, b in combinations(sign, 2)
        )
        if wide:
            assert not {labels[stop] for stop in sign} & set(lettered)


@pytest.mark.parametrize("size", SIZES)
def test_one_town_has_one_sign(drawn: Page, life: Life, size: tuple[int, int]) -> None:
    overview_labels(drawn, *size)
    signs = drawn.evaluate("drawing.markers()")
    for one, other in combinations(signs, 2):
        apart = distance_km(life.stops[one[0]].position, life.stops[other[0]].position)
        assert apart > SAME_TOWN_KM
