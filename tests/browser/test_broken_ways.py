"""A page cut off, saved while it ran, framed or translated is whole in what it says."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from project import DATA
from reader import READY
from samples import few_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser
    from reader import Reader

    from mapping.life.model import Life

    Read = Callable[..., Reader]

pytestmark = pytest.mark.browser

DRAWN = "figure.still svg"


@pytest.mark.parametrize("part", few_of([0.5, 0.6, 0.8, 0.97, 0.9999]))
@pytest.mark.parametrize("at", ["", "#orenburg-exile"])
def test_a_page_cut_off_on_its_way_shows_what_came(
    browser: Browser, page_file: Path, tmp_path: Path, part: float, at: str
) -> None:
    whole = page_file.read_bytes()
    cut = tmp_path / "cut.html"
    cut.write_bytes(whole[: int(len(whole) * part)])
    page = browser.new_page()
    page.goto(cut.as_uri() + at)
    page.wait_for_selector("html.no-js")
    assert page.locator("h1").is_visible()
    assert page.locator(".folium-map, .bar, .begin").locator("visible=true").count() == 0
    if page.locator(DRAWN).count():
        assert page.locator(DRAWN).first.is_visible()
    page.close()


def test_a_page_saved_while_it_ran_starts_with_one_map(
    browser: Browser, read: Read, life: Life, tmp_path: Path
) -> None:
    reader = read(at="#orenburg-exile")
    saved = tmp_path / "saved.html"
    saved.write_text(f"<!doctype html>{reader.page.content()}", encoding="utf-8")
    again = browser.new_page()
    again.goto(saved.as_uri())
    again.wait_for_selector(READY, state="attached")
    again.get_by_role("button", name="Begin", exact=True).click()
    first = again.locator(f"article[id='{life.stops[0].id}'][aria-current=step]")
    first.wait_for()
    for one in (".leaflet-map-pane", ".leaflet-control-scale", ".atlas-credit"):
        assert again.locator(one).count() == 1, one
    assert first.get_by_role("button", name="Link and citation").count() == 1
    assert again.locator("[aria-current=step]").count() == 1
    again.close()


@pytest.mark.slow
def test_links_inside_a_frame_without_an_address_stay_inside(
    browser: Browser, page_file: Path, tmp_path: Path, life: Life
) -> None:
    host = tmp_path / "host.html"
    inner = html.escape(page_file.read_text(encoding="utf-8"), quote=True)
    frame_tag = f'<iframe title="map" srcdoc="{inner}" width="1000" height="600"></iframe>'
    host.write_text(f"<!doctype html><title>host</title>{frame_tag}", encoding="utf-8")
    page = browser.new_page(viewport={"width": 1100, "height": 700})
    page.goto(host.as_uri())
    frame = page.frames[1]
    frame.wait_for_selector(READY, state="attached")
    frame.get_by_role("button", name="Begin", exact=True).click()
    frame.wait_for_selector(f"article[id='{life.stops[0].id}'][aria-current=step]")
    frame.locator("article[aria-current] .refs a").last.evaluate("it => it.click()")
    assert frame.evaluate("document.activeElement.id").startswith("page--s")
    frame.locator("a.skip").evaluate("it => it.click()")
    assert frame.evaluate("document.activeElement.id") == "page--story"
    assert page.title() == "host"
    assert page.url == host.as_uri()
    page.close()


@pytest.mark.slow
def test_steps_inside_a_frame_leave_the_page_around_it_where_it_is(
    browser: Browser, page_file: Path, tmp_path: Path, life: Life
) -> None:
    host = tmp_path / "host.html"
    host.write_text(
        "<!doctype html><title>host</title><div style='height:1500px'>Before</div>"
        f'<iframe title="map" src="{page_file.as_uri()}" width="1000" height="600"></iframe>'
        "<div style='height:3000px'>After</div>",
        encoding="utf-8",
    )
    # frames of one origin, as on a site: there a page can scroll the one around it
    page = browser.new_page(viewport={"width": 1100, "height": 700})
    page.goto(host.as_uri())
    page.evaluate("scrollTo(0, 1700)")
    frame = page.frames[1]
    frame.wait_for_selector(READY, state="attached")
    for stop in life.stops[:3]:
        frame.evaluate("document.querySelector('[data-act=next]').click()")
        frame.wait_for_selector(f"article[id='{stop.id}'][aria-current=step]")
    assert page.evaluate("scrollY") == 1700
    page.close()


def test_a_translated_page_hands_out_the_data_and_not_the_translation(read: Read) -> None:
    reader = read()
    reader.page.evaluate(
        """() => {
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = texts.nextNode(); node; node = texts.nextNode()) {
                if (!node.parentElement.closest("script, template")) node.data = "Übersetzt";
            }
        }"""
    )
    with reader.page.expect_download() as download:
        reader.page.locator("[data-save='stops.geojson']").click()
    given = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    kept = json.loads((DATA / "stops.geojson").read_text(encoding="utf-8"))
    assert given["features"] == kept["features"]


@pytest.mark.slow
def test_a_copy_saved_after_a_translation_hands_out_no_data(
    read: Read, page_file: Path, tmp_path: Path
) -> None:
    whole = page_file.read_text(encoding="utf-8")
    saved = tmp_path / "saved.html"
    saved.write_text(re.sub(r"(<h3[^>]*>)[^<]+", r"\1Übersetzt", whole), encoding="utf-8")
    page = read(saved).page
    page.locator("[data-save='stops.csv']").click()
    page.get_by_role("heading", name="These words are not the data").wait_for()
    assert "Open the page itself" in page.locator(".share textarea").input_value()
    page.keyboard.press("Escape")
    with page.expect_download():  # the route has no words of the article
        page.locator("[data-save='route.geojson']").click()


@pytest.mark.parametrize("size", few_of([(1280, 800), (1440, 900), (390, 844)]))
def test_the_end_keeps_the_map_on_the_screen(reread: Read, size: tuple[int, int]) -> None:
    reader = reread(viewport={"width": size[0], "height": size[1]})
    reader.page.keyboard.press("End")
    reader.page.keyboard.press("ArrowRight")
    reader.page.wait_for_function("!document.querySelector('article[aria-current]')")
    top = reader.page.locator(".stage").bounding_box()
    assert top
    assert top["y"] >= 0
