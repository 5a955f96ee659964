"""The plates that the page's script draws: the same projections as PROJ, every chapter drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from pyproj import Transformer
from samples import few_of
from scripts import open_modules

from mapping.life.projection import choose_views, crs_for
from mapping.signs import stroke_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from reader import Reader

    from mapping.life.model import Life

pytestmark = pytest.mark.browser

BLANK = """canvas => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    for (let i = 0; i < data.length; i += 4 * 97) {
        colours.add(`${data[i]} ${data[i + 1]} ${data[i + 2]}`);
    }
    return colours.size;
}"""


@pytest.fixture(scope="module")
def pure(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content("<!doctype html><title>modules</title>")
    page.add_script_tag(content=open_modules("plate/frames.js", "plate/projections.js"))
    yield page
    page.close()


def test_both_languages_project_alike(pure: Page, life: Life) -> None:
    pacific = crs_for([(135.2, 34.7), (151.2, -33.9), (-149.6, -17.5)])
    for crs in (*(view.crs for view in choose_views(life)), pacific):
        positions = [stop.position for stop in life.stops]
        project = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
        expected = np.column_stack(project.transform(*zip(*positions, strict=True)))
        found = pure.evaluate(
            "([crs, all]) => all.map(([lon, lat]) => projectionOf(crs)(lon, lat))",
            [crs, [list(position) for position in positions]],
        )
        assert np.abs(np.array(found) - expected).max() < 1  # metre


def test_a_frame_holds_what_it_is_put_around(pure: Page, life: Life) -> None:
    crs = choose_views(life)[0].crs
    places = [[2.35, 48.85], [37.6, 55.75], [30.3, 59.9]]
    pixels = pure.evaluate(
        """([crs, places]) => {
            const frame = frameAround(crs, places, { width: 400, height: 248, margin: 26 });
            const toPixels = pixelsOf(frame);
            return places.map(([lon, lat]) => toPixels(lon, lat));
        }""",
        [crs, places],
    )
    for x, y in pixels:
        assert 25.9 <= x <= 374.1
        assert 25.9 <= y <= 222.1


def test_every_chapter_is_drawn_at_its_opening_and_at_the_end(
    reread: Callable[..., Reader], life: Life
) -> None:
    page = reread().page
    for where in (".opening", ".europes"):
        plates = page.locator(f"{where} canvas[data-plate]")
        assert plates.count() == len(life.chapters)
        for number in (0, 4, len(life.chapters) - 1):
            plate = plates.nth(number)
            plate.scroll_into_view_if_needed()
            page.wait_for_function("canvas => canvas.width > 300", arg=plate.element_handle())
            assert plate.evaluate(BLANK) > 5


@pytest.mark.parametrize("size", few_of([(1280, 800), (844, 390), (1440, 900), (2560, 1440)]))
def test_the_opening_fills_its_column_and_has_ground_to_its_edges(
    reread: Callable[..., Reader], size: tuple[int, int]
) -> None:
    page = reread(viewport={"width": size[0], "height": size[1]}).page
    boxes = page.evaluate(
        """() => ["stage", "plate"].map((name) => {
            const { width, height } = document.querySelector(`.${name}`).getBoundingClientRect();
            return { width, height };
        })"""
    )
    stage, plate = boxes
    room = stage["width"] - (140 if size[1] < 480 else 40)
    assert plate["width"] > 0.9 * room
    assert plate["height"] <= stage["height"]
    shown = page.evaluate(
        """() => [...document.querySelectorAll(".plate svg")].map((svg) => {
            const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
            const beyond = (svg.clientWidth / svg.clientHeight) * height - width;
            return { beyond: beyond / 2, drawn: -svg.querySelector(".sea").getAttribute("x") };
        })"""
    )
    assert all(-1 < panel["beyond"] <= panel["drawn"] for panel in shown), shown


@pytest.mark.parametrize(
    "size", few_of([(390, 844), (360, 740), (768, 1024), (844, 390), (1440, 900)])
)
def test_nothing_on_the_opening_is_too_small_to_read(
    reread: Callable[..., Reader], size: tuple[int, int]
) -> None:
    page = reread(viewport={"width": size[0], "height": size[1]}).page
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".plate g > text")]
            .filter((text) => text.getBoundingClientRect().width > 0)
            .map((text) => [
                text.textContent,
                text.getScreenCTM().a * parseFloat(getComputedStyle(text).fontSize),
            ])"""
    )
    assert len(sizes) >= 8
    assert [name for name, pixels in sizes if pixels < 8.9] == []


@pytest.mark.slow
def test_paper_has_the_map_of_every_chapter_in_its_own_colours(
    read: Callable[..., Reader], life: Life
) -> None:
    page = read(color_scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_timeout(300)
    plates = page.locator(".opening canvas[data-plate]")
    assert plates.count() == len(life.chapters)
    for number in range(1, plates.count()):
        assert plates.nth(number).evaluate(BLANK) > 5, number
    bright = plates.nth(0).evaluate(
        "canvas => [...canvas.getContext('2d').getImageData(4, 4, 1, 1).data].slice(0, 3)"
    )
    assert min(bright) > 150


RECORD = """(() => {
    const { prototype } = CanvasRenderingContext2D, { setLineDash } = prototype;
    globalThis.dashes = [];
    prototype.setLineDash = function (dash) {
        if (this.canvas.closest(".europes")) globalThis.dashes.push(dash.map((n) => n / 0.7));
        setLineDash.call(this, dash);
    };
})()"""


def test_the_plates_of_the_end_draw_ways_by_the_strokes_of_all_maps(
    browser: Browser, page_file: Path, life: Life
) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.add_init_script(RECORD)
    page.goto(page_file.as_uri())
    plate = page.locator(".europes canvas[data-plate]").last
    plate.scroll_into_view_if_needed()
    page.wait_for_function("canvas => canvas.width > 300", arg=plate.element_handle())
    drawn = {tuple(round(part, 2) for part in dash) for dash in page.evaluate("dashes")}
    page.close()
    strokes = [stroke_of(leg.mode, leg.certainty, guarded=leg.guarded) for leg in life.legs]
    assert drawn == {stroke.dash for stroke in strokes}
