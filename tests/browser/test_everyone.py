"""The page for everyone: without script, in print, in any zone, size, scheme and language."""

from __future__ import annotations

import csv
import io
import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from project import DATA, LIVES
from reader import CURRENT, Reader
from samples import few_of
from small_life import stop, tables, write

from mapping.life.statements import cite_map
from mapping.page.html import render_page
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from mapping.life.model import Life

    Read = Callable[..., Reader]

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 800}}
HOSTILE = (
    "</script><script>globalThis.hit = 1</script>",
    "<img src=x onerror='globalThis.hit = 1'>",
    "${globalThis.hit = 1}`{{ 7 * 7 }}{% raw %}{#",
    "]]>&lt;b&gt;\u2028\u2029",
    "\u05e9\u05dc\u05d5\u05dd, \u05d4\u05d5\u05d0 \u05db\u05ea\u05d1",
)


def test_without_script_everything_is_there_in_order(read: Read, life: Life) -> None:
    page = read(java_script_enabled=False).page
    text = page.locator("main").inner_text()
    at = 0
    for number, each in enumerate(life.stops, start=1):
        for part in (str(number), each.title, each.name_then, each.summary, each.quote or ""):
            found = text.find(part, at)
            assert found >= 0, (each.id, part)
            at = found
        article = page.locator(f"[id='{each.id}']")
        assert article.locator(".date").inner_text().endswith(each.span.words)
        cited = article.locator(".refs a").all_inner_texts()
        assert {str(life.source_number[key]) for key in each.source_ids} <= set(cited)
    assert page.locator("figure.still .plate").is_visible()
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("slider").count() == 0
    assert page.get_by_text("With JavaScript").is_visible()
    assert page.locator(".sources li").count() == len(life.sources)


def test_without_script_a_phone_shows_it_too(read: Read) -> None:
    reader = read(java_script_enabled=False, **PHONE)
    still, story = (
        reader.page.locator(each).bounding_box() for each in (".still .plate", "#page--story")
    )
    assert still
    assert story
    assert still["y"] + still["height"] <= story["y"]
    assert 300 < still["width"] <= 390


@pytest.mark.parametrize(
    "lack",
    [
        "delete globalThis.DecompressionStream",  # a browser of before 2023
        "Object.defineProperty(globalThis, 'IntersectionObserver', { value: undefined })",
        "HTMLCanvasElement.prototype.getContext = () => null",
    ],
)
def test_a_browser_that_cannot_run_the_map_shows_the_still_one(
    browser: Browser, page_file: Path, lack: str
) -> None:
    page = browser.new_page()
    page.add_init_script(lack)
    page.goto(page_file.as_uri())
    page.wait_for_selector("html.no-js")
    page.locator("figure.still .plate").wait_for(state="visible")
    assert page.locator(".folium-map, .bar, .begin").locator("visible=true").count() == 0
    assert page.locator("#orenburg-exile h3").is_visible()
    page.close()


def test_print_shows_the_still_map_and_no_controls(read: Read) -> None:
    page = read(at="#orenburg-exile").page
    page.emulate_media(media="print")
    assert page.locator("figure.still .plate").is_visible()
    for name in (".folium-map", ".bar", ".strip", ".acts >> nth=0", ".begin"):
        assert not page.locator(name).is_visible(), name
    assert page.locator("#orenburg-exile h3").is_visible()
    address = "getComputedStyle(document.querySelector('.sources [href^=http]'), '::after').content"
    assert "attr(href)" in page.evaluate(address) or "http" in page.evaluate(address)
    map_end = page.locator("#page--map").bounding_box()
    story = page.locator("#page--story").bounding_box()
    assert map_end
    assert story
    assert map_end["y"] + map_end["height"] <= story["y"]


@pytest.mark.slow
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_print_makes_pages(read: Read, size: str) -> None:
    page = read().page
    document = page.pdf(format=size)
    assert 12 < document.count(b"/Type /Page\n") <= 24


@pytest.mark.slow
@pytest.mark.parametrize("text_mm", [(174, 261), (180, 243)])  # of A4 and Letter
def test_title_and_map_share_the_first_page(read: Read, text_mm: tuple[int, int]) -> None:
    width_mm, height_mm = text_mm
    per_mm = 96 / 25.4
    page = read(viewport={"width": round(width_mm * per_mm), "height": 900}).page
    page.emulate_media(media="print")
    assert page.locator("figure.still figcaption").is_visible()
    bottom = page.evaluate("document.querySelector('#page--map').getBoundingClientRect().bottom")
    assert bottom <= height_mm * per_mm


@pytest.mark.slow
@pytest.mark.parametrize("zone", ["Pacific/Pago_Pago", "Pacific/Kiritimati"])
def test_no_time_zone_moves_a_day(read: Read, life: Life, zone: str) -> None:
    reader = read(timezone_id=zone, locale="fa-IR")
    for each in (life.stops[0], life.stops[16], life.stops[62]):
        reader.page.evaluate("id => { location.hash = id }", each.id)
        reader.wait_for(each.id)
        assert reader.page.locator(".year").inner_text() == str(each.span.first.year)
        assert (reader.axis.get_attribute("aria-valuetext") or "").startswith(each.span.words)
        assert reader.page.locator(f"[id='{each.id}'] .date").inner_text().endswith(each.span.words)


@pytest.mark.slow
def test_with_motion_it_arrives_too(read: Read, life: Life) -> None:
    reader = read(reduced_motion="no-preference")
    for each in life.stops[:3]:
        reader.page.keyboard.press("ArrowRight")
        reader.wait_for(each.id)
    reader.page.wait_for_selector(".atlas-stop[aria-current]", state="attached")
    assert reader.current() == life.stops[2].id


def test_reduced_motion_jumps(reread: Read, life: Life) -> None:
    reader = reread()
    reader.page.keyboard.press("ArrowRight")
    reader.wait_for(life.stops[0].id)
    before = reader.page.evaluate("scrollY")
    reader.page.keyboard.press("ArrowRight")
    after = reader.page.evaluate("scrollY")
    assert after != before
    moving = "document.getAnimations().filter(({ playState }) => playState === 'running').length"
    assert reader.page.evaluate(moving) == 0
    assert reader.page.evaluate("scrollY") == after


def axe() -> str:
    """Return the script of axe-core, as its PyPI package carries it."""
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[tuple[str, str, str]]:
    """Return what axe-core finds: rule, element, what to do."""
    page.add_script_tag(content=axe())
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        (rule["id"], node["html"][:160], node["failureSummary"])
        for rule in found
        for node in rule["nodes"]
    ]


def test_axe_finds_nothing_in_a_short_life(read: Read, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text(render_page(load_life(LIVES / "benjamin")), encoding="utf-8", newline="\n")
    assert violations(read(file, bypass_csp=True).page) == []


@pytest.mark.slow
@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("at", ["", "#orenburg-exile"])
def test_axe_finds_nothing(read: Read, device: dict[str, Any], scheme: str, at: str) -> None:
    page = read(at=at, color_scheme=scheme, bypass_csp=True, **device).page
    if at:  # the plate of the opening has its key beneath it
        if device == PHONE:
            page.get_by_role("button", name="More").click()
        page.locator("summary", has_text="Legend").click()
    assert violations(page) == []


@pytest.mark.parametrize(
    "width",
    few_of([320, 390, 640, 899, 900, 2560]),
)
@pytest.mark.parametrize("at", ["", "#villa-air-bel", "#page--s5"])
def test_no_width_needs_sideways_scrolling(reread: Read, width: int, at: str) -> None:
    reader = reread(at=at, viewport={"width": width, "height": 700})
    assert reader.width_beyond <= 0
    stage = reader.page.locator(".stage").bounding_box()
    assert stage
    assert stage["width"] > 0.4 * width
    assert stage["height"] > 150


@pytest.mark.slow
def test_zoomed_to_400_percent_nothing_is_lost(read: Read, life: Life) -> None:
    reader = read(viewport={"width": 320, "height": 256})
    assert reader.width_beyond <= 0
    reader.button("Begin").click()
    reader.wait_for(life.stops[0].id)
    heading = reader.page.locator(f"[id='{life.stops[0].id}'] h3")
    heading.scroll_into_view_if_needed()
    covering = heading.evaluate(
        "it => { const { x, y } = it.getBoundingClientRect();"
        " return it.contains(document.elementFromPoint(x + 5, y + 5)) }"
    )
    assert covering


@pytest.mark.slow
def test_text_twice_as_large_still_fits(read: Read) -> None:
    reader = read(at="#orenburg-exile", viewport={"width": 900, "height": 700})
    reader.page.evaluate("document.documentElement.style.fontSize = '200%'")
    # the map follows the text's new size some frames later
    reader.page.evaluate(
        """() => new Promise(done => {
            const look = left => {
                const fits = document.documentElement.scrollWidth <= innerWidth;
                if (fits || !left) done(); else requestAnimationFrame(() => look(left - 1));
            };
            look(120);
        })"""
    )
    assert reader.width_beyond <= 0
    assert reader.page.locator("#orenburg-exile h3").is_visible()


@pytest.mark.slow
def test_forced_colours_keep_the_journey_visible(read: Read) -> None:
    reader = read(at="#orenburg-exile", forced_colors="active")
    mark = "getComputedStyle(document.querySelector('article[aria-current]'), '::before')"
    other = "getComputedStyle(document.querySelector('article:not([aria-current])'), '::before')"
    assert reader.page.evaluate(f"{mark}.backgroundColor") != reader.page.evaluate(
        f"{other}.backgroundColor"
    )


@pytest.mark.parametrize("device", few_of([PHONE, DESK]))
def test_targets_are_44_pixels(reread: Read, device: dict[str, Any]) -> None:
    page = reread(at="#orenburg-exile", **device).page
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, nav a, [role=slider]")]
        .filter((it) => it.checkVisibility() && !it.closest(".leaflet-pane"))
        .map((it) => [it.outerHTML.slice(0, 80), it.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 43.5 || height < 41.5)
        .map(([html, { width, height }]) => [html, width, height])"""
    )
    assert small == []


def test_pinch_zoom_is_kept(reread: Read) -> None:
    page = reread(**PHONE).page
    content = page.locator("meta[name=viewport]").get_attribute("content") or ""
    assert "user-scalable" not in content
    assert "maximum-scale" not in content


def test_the_first_tab_offers_to_skip_the_map(read: Read) -> None:
    page = read().page
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Skip to the story")
    assert link.evaluate("it => it === document.activeElement")
    box = link.bounding_box()
    assert box
    assert box["width"] > 100
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "page--story"


def test_focus_is_never_lost(reread: Read, life: Life) -> None:
    page = reread().page
    page.keyboard.press("Home")
    for key in ("Tab", "ArrowRight", "Tab", "Tab", "ArrowRight", "Shift+Tab", "End", "Escape", "j"):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement !== document.body"), key
    assert page.locator(CURRENT).get_attribute("id") == life.stops[0].id


def saved(reader: Reader, name: str) -> bytes:
    """Press a button that hands out a file and return the file."""
    with reader.page.expect_download() as download:
        reader.button(name).click()
    path = download.value.path()
    return Path(path).read_bytes()


def test_it_hands_back_its_stops(reread: Read) -> None:
    reader = reread()
    given = json.loads(saved(reader, "Stops as GeoJSON"))
    kept = json.loads((DATA / "stops.geojson").read_text(encoding="utf-8"))
    assert given["features"] == kept["features"]
    first = kept["features"][0]["properties"]
    assert list(given["features"][0]["properties"]) == list(first)
    rows = list(csv.DictReader(io.StringIO(saved(reader, "Stops as CSV").decode("utf-8-sig"))))
    assert len(rows) == len(kept["features"])
    for row, feature in zip(rows, kept["features"], strict=True):
        point = feature["geometry"]["coordinates"]
        assert [float(row.pop("lon")), float(row.pop("lat"))] == point
        expected = {k: "" if v is None else str(v) for k, v in feature["properties"].items()}
        assert row == expected | {"tour": expected["tour"].lower()}


def test_it_hands_out_its_route(reread: Read, life: Life) -> None:
    route = json.loads(saved(reread(), "Route as GeoJSON"))
    assert [each["id"] for each in route["features"]] == [leg.id for leg in life.legs]
    for each, leg in zip(route["features"], life.legs, strict=True):
        assert each["geometry"]["coordinates"][0] == pytest.approx(leg.waypoints[0], abs=6e-4)
        assert each["geometry"]["coordinates"][-1] == pytest.approx(leg.waypoints[-1], abs=6e-4)


def test_a_stop_can_be_cited_and_linked(read: Read, life: Life) -> None:
    reader = read(at="#orenburg-exile", permissions=["clipboard-read", "clipboard-write"])
    article = reader.page.locator("#orenburg-exile")
    article.get_by_role("button", name="Link and citation").click()
    article.get_by_role("button", name="Cite this stop").click()
    text = reader.page.get_by_role("dialog").get_by_role("textbox").input_value()
    each = life.stops[life.stop_index["orenburg-exile"]]
    for part in (each.title, each.span.words, life.title, life.digest, "#orenburg-exile"):
        assert part in text
    reader.button("Close").click()
    assert not reader.page.get_by_role("dialog").is_visible()
    article.get_by_role("button", name="Link and citation").click()
    article.get_by_role("button", name="Copy link").click()
    reader.page.get_by_text("Link copied").wait_for(state="attached")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{cite_map(life)} #orenburg-exile", "a page on a disk has no link for others"
    assert "file:" not in copied + text


@pytest.mark.parametrize("text", few_of(HOSTILE))
def test_text_of_the_data_stays_text(read: Read, tmp_path: Path, text: str) -> None:
    parts = tables()
    for name in ("title", "summary", "quote", "quote_by", "note", "companions", "name_then"):
        stop(parts, 0)[name] = text
    parts["sources.json"][0]["title"] = text
    page_file = tmp_path / "map.html"
    page_file.write_text(render_page(load_life(write(parts, tmp_path / "life"))), encoding="utf-8")
    reader = read(page_file, at="#paris")
    reader.wait_for("paris")
    shown = "".join(text.split())
    terms = {
        "h3": "",
        ".summary": "",
        "blockquote": "",
        ".companions": "",
        ".note": "Therecord",
    }
    for selector, term in terms.items():
        seen = reader.page.locator(f"#paris {selector}").text_content() or ""
        assert "".join(seen.split()) == term + shown, selector
    assert reader.page.evaluate("globalThis.hit") is None
    runs = reader.page.locator("blockquote").evaluate("it => getComputedStyle(it).direction")
    assert runs == ("rtl" if text.startswith("\u05e9") else "ltr")
    with reader.page.expect_download():  # the words are known as those of the data
        reader.page.locator("[data-save='stops.csv']").click()


@pytest.mark.slow
def test_a_life_of_hundreds_of_stops_works_too(read: Read, tmp_path: Path) -> None:
    parts = tables()
    features = parts["stops.geojson"]["features"]
    last = features[-1]
    for number in range(4, 451):
        key = f"vienna-{number}"
        properties = last["properties"] | {"id": key, "seq": number}
        features.append(last | {"id": key, "properties": properties})
    page_file = tmp_path / "map.html"
    page_file.write_text(render_page(load_life(write(parts, tmp_path / "life"))), encoding="utf-8")
    reader = read(page_file)
    reader.page.keyboard.press("End")
    reader.wait_for("vienna-450")
    heading = reader.page.locator("#vienna-450 h3").bounding_box()
    assert heading
    assert 0 < heading["y"] < 800
    reader.page.keyboard.press("Home")
    reader.wait_for("paris")
