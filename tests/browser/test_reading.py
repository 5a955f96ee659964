"""The story as it is read: what is seen at once, what is folded, what opens in place."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import pytest
from samples import few_of
from small_life import TOML, canonical, tables, write

from mapping.page.html import render_page
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader import Reader

    from mapping.life.model import Life

    Read = Callable[..., Reader]

pytestmark = pytest.mark.browser

DESK = {"viewport": {"width": 1440, "height": 900}}
COUNT = """() => {
    const count = (text) => (text.match(/\\S*[\\p{L}\\p{N}]\\S*/gu) ?? []).length;
    const words = (selector) => [...document.querySelectorAll(selector)]
        .reduce((sum, it) => sum + count(it.innerText), 0);
    return [words(".opening, .stop h3, .summary, .own blockquote"), words(".opening, .stop")];
}"""

STORY_IN_VIEW = """(() => {
    const end = document.querySelector("#STOP .summary").getBoundingClientRect().bottom;
    const bar = parseFloat(getComputedStyle(document.body).paddingBottom);
    return end <= innerHeight - bar + 1;
})()"""


def test_most_of_what_is_seen_is_story(reread: Read) -> None:
    story, seen = reread(**DESK).page.evaluate(COUNT)
    assert story >= 0.6 * seen


def test_a_stop_fits_into_a_look(reread: Read) -> None:
    page = reread(**DESK).page
    heights = page.evaluate("[...document.querySelectorAll('.stop')].map((it) => it.offsetHeight)")
    assert statistics.median(heights) <= 480


def test_sources_are_folded_and_open_on_a_press(reread: Read, life: Life) -> None:
    page = reread(at="#orenburg-exile").page
    fold = page.locator("#orenburg-exile details.more")
    assert not fold.locator(".facts").is_visible()
    fold.locator("summary").click()
    each = life.stops[life.stop_index["orenburg-exile"]]
    cited = fold.locator(".refs a").all_inner_texts()
    assert {str(life.source_number[key]) for key in each.source_ids} <= set(cited)
    fold.locator("summary").click()
    assert not fold.locator(".facts").is_visible()


def test_without_script_nothing_is_folded(read: Read, life: Life) -> None:
    page = read(java_script_enabled=False).page
    assert page.locator(".stop .facts >> visible=true").count() == len(life.stops)


def test_on_paper_the_record_stands_as_notes_behind_the_story(reread: Read, life: Life) -> None:
    page = reread().page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".notes .facts >> visible=true").count() == len(life.stops)
    assert page.locator(".stop .facts").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".notes").count() == 0
    assert page.locator(".stop .facts").count() == len(life.stops)
    assert page.locator(".stop .facts >> visible=true").count() == 0


def test_the_menu_closes_on_escape_and_gives_the_focus_back(reread: Read) -> None:
    reader = reread(at="#orenburg-exile")
    button = reader.page.locator("#orenburg-exile [data-act=acts]")
    button.click()
    assert reader.page.get_by_role("button", name="Copy link").is_visible()
    reader.page.keyboard.press("Escape")
    assert reader.page.locator(".menu").count() == 0
    assert button.evaluate("it => it === document.activeElement")
    assert reader.current() == "orenburg-exile"


def test_only_the_persons_own_words_are_large(reread: Read, life: Life) -> None:
    page = reread().page
    size = "it => parseFloat(getComputedStyle(it).fontSize)"
    own = page.locator(".own blockquote").first.evaluate(size)
    other = page.locator(".quote:not(.own) blockquote").first.evaluate(size)
    story = page.locator(".summary").first.evaluate(size)
    assert own > story > other
    assert page.locator(".own").count() == sum(each.quote_by == "Serge" for each in life.stops)


def test_the_short_way_goes_by_its_stops_alone_until_it_is_left(reread: Read, life: Life) -> None:
    reader = reread()
    short = [stop.id for stop in life.stops if stop.tour]
    reader.page.locator("[data-act=short]").click()
    walked = [reader.current()]
    for _ in short[1:4]:
        reader.page.keyboard.press("ArrowRight")
        walked.append(reader.current())
    assert walked == short[:4]
    assert reader.page.locator(".stop >> visible=true").count() == len(short)
    other = next(stop.id for stop in life.stops if not stop.tour)
    reader.page.evaluate("id => { location.hash = id }", other)
    reader.wait_for(other)
    assert reader.page.locator(".stop >> visible=true").count() == len(life.stops)


@pytest.mark.parametrize("size", few_of([(390, 844), (1440, 900), (1280, 650), (768, 1024)], 2))
def test_who_goes_by_steps_reads_the_first_story_of_each_chapter(
    size: tuple[int, int], reread: Read, life: Life
) -> None:
    reader = reread(viewport={"width": size[0], "height": size[1]})
    firsts = {stop.chapter: stop.id for stop in reversed(life.stops)}
    for stop in list(firsts.values())[::-4]:
        reader.evaluate(f"location.hash = '{stop}'")
        reader.wait_for(stop)
        reader.holds(f"document.querySelector('#{stop} .summary').getBoundingClientRect().top > 0")
        reader.holds(STORY_IN_VIEW.replace("STOP", stop))


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_headings_and_stops_have_one_edge(width: int, reread: Read) -> None:
    reader = reread(viewport={"width": width, "height": 1000})
    edges = reader.evaluate(
        """["h1", ".opening h2", ".stop h3", ".whole h2"].map((each) =>
            Math.round(document.querySelector(each).getBoundingClientRect().left))"""
    )
    assert len(set(edges)) == 1, edges


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_name_is_cut_in_the_line_of_what_is_folded(width: int, reread: Read) -> None:
    reader = reread(viewport={"width": width, "height": 800})
    cut = reader.evaluate(
        """[...document.querySelectorAll(".more summary span")]
            .filter((it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth).length"""
    )
    assert cut == 0
    assert reader.width_beyond <= 0


def test_play_has_three_speeds_and_says_the_time_left(reread: Read) -> None:
    reader = reread()
    pace = reader.page.locator("[data-act=pace]")
    said = [pace.inner_text()]
    for _ in range(3):
        pace.click()
        said.append(pace.inner_text())
    assert said == ["1×", "1.5×", "2.5×", "1×"]
    reader.button("Play the journey").click()
    assert "min" in pace.inner_text()
    reader.page.keyboard.press("Escape")
    assert "min" not in pace.inner_text()


@pytest.mark.parametrize("size", few_of([(320, 640), (390, 844)]))
def test_map_title_and_begin_share_the_first_screen_of_a_phone(
    reread: Read, size: tuple[int, int]
) -> None:
    width, height = size
    page = reread(viewport={"width": width, "height": height}, has_touch=True, is_mobile=True).page
    for name in (".plate", "h1", ".begin"):
        box = page.locator(name).first.bounding_box()
        assert box
        assert box["y"] + box["height"] <= height, name


def test_a_phone_has_one_button_for_the_rest(reread: Read) -> None:
    page = reread(at="#orenburg-exile", viewport={"width": 390, "height": 844}, has_touch=True).page
    assert not page.locator(".legend").is_visible()
    page.get_by_role("button", name="More", exact=True).click()
    assert page.locator(".legend").is_visible()
    assert page.get_by_role("button", name="Large map").is_visible()


def test_the_cartouche_counts_the_life(reread: Read) -> None:
    page = reread(at="#orenburg-exile").page
    assert "aged 42" in page.locator(".sum").inner_text()
    assert "in prison" in page.locator(".sum").inner_text()


def test_a_name_opens_its_sentence_in_place(reread: Read) -> None:
    page = reread(at="#orenburg-exile").page
    link = page.locator("#orenburg-exile .summary a.term").first
    link.click()
    box = page.locator("#orenburg-exile .gloss")
    target = link.get_attribute("href") or ""
    assert page.locator(f"[id='{target[1:]}'] .sentence").inner_text() in box.inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".gloss").count() == 0
    assert link.evaluate("it => it === document.activeElement")


def test_search_finds_a_stop_without_its_accents(reread: Read) -> None:
    reader = reread()
    reader.page.evaluate("document.querySelector('[data-act=find]').click()")
    reader.page.get_by_role("searchbox").fill("chateau espere")
    link = reader.page.locator(".finder li a").first
    assert "Espère-Visa" in link.inner_text()
    link.click()
    reader.wait_for("villa-air-bel")
    assert not reader.page.locator(".finder").is_visible()


def test_a_filter_greys_the_rest(reread: Read, life: Life) -> None:
    page = reread().page
    page.evaluate("document.querySelector('[data-act=find]').click()")
    page.locator(".finder select").select_option("kind:captivity")
    captive = sum(stop.kind == "captivity" for stop in life.stops)
    assert page.locator(".stop:not(.dim)").count() == captive
    chapters = {stop.chapter for stop in life.stops if stop.kind == "captivity"}
    assert page.locator(".rail .block:not(.dim)").count() == len(chapters)
    page.locator(".finder select").select_option("")
    assert page.locator(".dim").count() == 0


def test_one_stop_is_counted_in_the_singular(read: Read, tmp_path: Path) -> None:
    parts = tables()
    parts["stops.geojson"]["features"] = parts["stops.geojson"]["features"][:1]
    parts["legs.geojson"]["features"] = []
    parts["life.toml"] = TOML.partition('[[chapters]]\nid = "east"')[0]
    html = render_page(load_life(write(canonical(parts), tmp_path / "life")))
    (tmp_path / "page.html").write_text(html, encoding="utf-8", newline="\n")
    page = read(tmp_path / "page.html").page
    page.evaluate("document.querySelector('[data-act=find]').click()")
    said = page.locator(".finder [role=status]")
    page.locator(".finder select").select_option(index=1)
    assert said.inner_text() == "1 of 1 stop"
    for word, count in (("Paris", "1 stop"), ("nowhere", "no stops")):
        page.get_by_role("searchbox").fill(word)
        assert said.inner_text() == count
    assert page.locator(".backs", has_text="Stops").count() == 0
    assert page.locator(".sources .backs").first.inner_text() == "Stop 1"


@pytest.mark.parametrize(
    ("stop", "shown"),
    [("orenburg-exile", True), ("mexico-death", True), ("lille-mining-north", False)],
)
def test_a_small_picture_says_where_the_map_is_far_from_home(
    reread: Read, stop: str, *, shown: bool
) -> None:
    page = reread(at=f"#{stop}", **DESK).page
    page.wait_for_timeout(100)
    assert page.locator(".whereabouts").is_visible() == shown


def test_the_little_map_of_where_he_is_tells_land_from_sea(reread: Read) -> None:
    reader = reread(at="#orenburg-exile", **DESK)
    reader.wait_for("orenburg-exile")
    reader.holds(
        """(() => {
            const canvas = document.querySelector(".whereabouts canvas");
            const { width, height } = canvas;
            if (!canvas.clientWidth) return false;
            const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
            let land = 0;
            for (let at = 3; at < data.length; at += 4) land += data[at] > 250;
            return land > 0.25 * width * height && land < 0.75 * width * height;
        })()"""
    )
