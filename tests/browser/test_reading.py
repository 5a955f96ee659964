"""The story as it is read: what is seen at once, what is folded, what opens in place."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

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


def test_most_of_what_is_seen_is_story(read: Read) -> None:
    story, seen = read(**DESK).page.evaluate(COUNT)
    assert story >= 0.6 * seen


def test_a_stop_fits_into_a_look(read: Read) -> None:
    page = read(**DESK).page
    heights = page.evaluate("[...document.querySelectorAll('.stop')].map((it) => it.offsetHeight)")
    assert statistics.median(heights) <= 480


def test_sources_are_folded_and_open_on_a_press(read: Read, life: Life) -> None:
    page = read(at="#orenburg-exile").page
    fold = page.locator("#orenburg-exile details.more")
    assert not fold.locator(".facts").is_visible()
    fold.locator("summary").click()
    each = life.stops[life.stop_index["orenburg-exile"]]
    cited = fold.locator(".refs a").all_inner_texts()
    assert {str(life.source_number[key]) for key in each.source_ids} <= set(cited)


def test_without_script_nothing_is_folded(read: Read, life: Life) -> None:
    page = read(java_script_enabled=False).page
    assert page.locator(".stop .facts >> visible=true").count() == len(life.stops)


def test_on_paper_the_record_stands_as_notes_behind_the_story(read: Read, life: Life) -> None:
    page = read().page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".notes .facts >> visible=true").count() == len(life.stops)
    assert page.locator(".stop .facts").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".notes").count() == 0
    assert page.locator(".stop .facts").count() == len(life.stops)
    assert page.locator(".stop .facts >> visible=true").count() == 0


def test_the_menu_closes_on_escape_and_gives_the_focus_back(read: Read) -> None:
    reader = read(at="#orenburg-exile")
    button = reader.page.locator("#orenburg-exile [data-act=acts]")
    button.click()
    assert reader.page.get_by_role("button", name="Copy link").is_visible()
    reader.page.keyboard.press("Escape")
    assert reader.page.locator(".menu").count() == 0
    assert button.evaluate("it => it === document.activeElement")
    assert reader.current() == "orenburg-exile"


def test_only_the_persons_own_words_are_large(read: Read, life: Life) -> None:
    page = read().page
    size = "it => parseFloat(getComputedStyle(it).fontSize)"
    own = page.locator(".own blockquote").first.evaluate(size)
    other = page.locator(".quote:not(.own) blockquote").first.evaluate(size)
    story = page.locator(".summary").first.evaluate(size)
    assert own > story > other
    assert page.locator(".own").count() == sum(each.quote_by == "Serge" for each in life.stops)
