"""The pure functions of the journey, the time axis and what the page hands out."""

from __future__ import annotations

import itertools
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from scripts import open_modules

from mapping.atlas.polities import with_polities
from mapping.life.frames import legs_frame, stops_frame
from mapping.life.words import plural, say_count
from mapping.page.assets import leaflet
from mapping.page.columns import TEXTS, fold_life
from mapping.page.document import script_json
from mapping.page.story import life_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from mapping.life.model import Life

pytestmark = pytest.mark.browser

LIFE = {
    "title": "A life",
    "subtitle": "In three stops",
    "citation": "E. Ditor (1950). A life: In three stops. Map. CC BY 4.0.",
    "version": "1",
    "digest": "abc",
    "chapters": [{"id": "one"}, {"id": "two"}],
    "stops": [
        {"id": "a", "seq": 1, "chapter": 0, "name_then": "A", "title": "In A", "date_text": "1900"},
        {"id": "b", "seq": 2, "chapter": 0, "name_then": "B", "title": "In B", "date_text": "1901"},
        {"id": "c", "seq": 3, "chapter": 1, "name_then": "C", "title": "In C", "date_text": "1902"},
    ],
}


@pytest.fixture(scope="module")
def pure(browser: Browser) -> Iterator[Page]:
    """A blank page, far from Greenwich, with the modules' names in the open."""
    page = browser.new_page(timezone_id="Pacific/Kiritimati")
    page.set_content("<!doctype html><title>modules</title>")
    page.add_script_tag(content=leaflet().script)
    page.add_script_tag(content=open_modules("journey/journey.js", "main.js"))
    page.evaluate("life => { globalThis.life = life }", LIFE)
    yield page
    page.close()


def call(page: Page, name: str, *arguments: Any) -> Any:
    return page.evaluate(f"arguments => {name}(...arguments)", list(arguments))


def stay(begin: str, end: str, kind: str = "home") -> dict[str, Any]:
    return {"begins": [begin, begin], "ends": [end, end], "kind": kind}


def test_of_what_can_wait_for_a_frame_the_last_is_done(pure: Page) -> None:
    done = pure.evaluate(
        """async () => {
          const [soon, done] = [new Soon(), []];
          const wait = () => new Promise((end) => requestAnimationFrame(() => setTimeout(end, 20)));
          for (const each of ["first", "second"]) soon.call(() => done.push(each));
          done.push("before the frame");
          await wait();
          soon.call(() => done.push("third"));
          await wait();
          return done;
        }"""
    )
    assert done == ["before the frame", "second", "third"]


@pytest.mark.parametrize("day", [date(1890, 1, 1), date(1900, 2, 28), date(1919, 1, 1)])
def test_days_survive_the_way_to_numbers_and_back(pure: Page, day: date) -> None:
    number = call(pure, "dayNumber", day.isoformat())
    assert number == (day - date(1970, 1, 1)).days
    assert call(pure, "isoDay", number) == day.isoformat()
    assert call(pure, "isoDay", number + 366) == (day + timedelta(days=366)).isoformat()


@pytest.mark.parametrize(
    ("dates", "before", "after"), [("1900/1905", 0, 0), ("../1905", 365, 0), ("1900/..", 0, 365)]
)
def test_an_open_end_fades_over_a_year(pure: Page, dates: str, before: int, after: int) -> None:
    days = call(pure, "drawnDays", stay("1900-01-01", "1905-01-01") | {"date_edtf": dates})
    first, last = (call(pure, "dayNumber", day) for day in ("1900-01-01", "1905-01-01"))
    assert days == [first - before, first, last, last + after]


CHAPTERS = [
    {"chapter": 0, **stay("1890-12-30", "1909-06-01")},
    {"chapter": 1, **stay("1909-06-01", "1917-01-01", "captivity")},
    {"chapter": 2, **stay("1917-02-01", "1917-08-01")},
    {"chapter": 3, **stay("1917-09-01", "1947-11-17")},
]


def test_every_chapter_has_room_on_the_band_and_the_band_is_full(pure: Page) -> None:
    blocks = call(pure, "blocksOf", CHAPTERS)
    assert [block["chapter"] for block in blocks] == [0, 1, 2, 3]
    assert blocks[0]["left"] == 0
    assert blocks[-1]["right"] == pytest.approx(1)
    assert all(block["right"] - block["left"] > 0.1 for block in blocks)
    assert [a["right"] for a in blocks[:-1]] == [b["left"] for b in blocks[1:]]


@pytest.mark.parametrize("day", ["1891-01-01", "1911-05-05", "1917-06-01", "1917-10-01"])
def test_a_day_on_the_band_is_found_again(pure: Page, day: str) -> None:
    blocks = call(pure, "blocksOf", CHAPTERS)
    number = call(pure, "dayNumber", day)
    part = call(pure, "partOfDay", blocks, number)
    assert call(pure, "dayOfPart", blocks, part) == pytest.approx(number, abs=1)


def test_the_tens_of_a_life_may_stand_under_the_band(pure: Page) -> None:
    years = call(pure, "yearsOn", call(pure, "blocksOf", CHAPTERS))
    assert [each["year"] for each in years] == [1900, 1910, 1920, 1930, 1940]
    assert all(a["part"] < b["part"] for a, b in itertools.pairwise(years))


@pytest.mark.parametrize(
    ("day", "index"),
    [
        ("1899-01-01", 0),
        ("1903-06-01", 0),
        ("1902-06-01", 1),
        ("1904-01-15", 2),
        ("1905-01-20", 2),
        ("1950-01-01", 3),
    ],
)
def test_a_day_belongs_to_the_stay_that_lasts(pure: Page, day: str, index: int) -> None:
    stays = [
        stay("1900-01-01", "1905-01-01"),
        stay("1902-01-01", "1903-01-01"),
        stay("1904-01-01", "1904-02-01"),
        stay("1905-02-01", "1906-01-01"),
    ]
    assert call(pure, "stayOn", stays, call(pure, "dayNumber", day)) == index


@pytest.mark.parametrize(
    ("key", "index", "to"),
    [
        ("ArrowRight", -1, 0),
        ("ArrowRight", 2, 3),
        ("ArrowRight", 3, 3),
        ("ArrowLeft", 0, -1),
        ("ArrowLeft", -1, -1),
        ("j", 0, 1),
        ("K", 1, 0),
        ("Home", 2, 0),
        ("End", 0, 2),
        ("Escape", 2, -1),
        ("x", 0, None),
        ("Enter", 0, None),
    ],
)
def test_keys_lead_to_steps(pure: Page, key: str, index: int, to: int | None) -> None:
    assert pure.evaluate("([k, i]) => stepOfKey(k, i, life)", [key, index]) == to


@pytest.mark.parametrize(
    ("key", "index", "to"),
    [("PageUp", 0, 2), ("PageUp", 2, 2), ("PageDown", 2, 0), ("PageDown", 0, 0), ("ArrowUp", 0, 1)],
)
def test_the_slider_has_keys_for_chapters(pure: Page, key: str, index: int, to: int) -> None:
    assert pure.evaluate("([k, i]) => stepOfSliderKey(k, i, life)", [key, index]) == to


@pytest.mark.parametrize(
    ("passed", "frontiers", "said"),
    [
        ([], 3, ""),
        ([["France", "Spain"]], 4, "4th frontier: France to Spain"),
        ([["A", "B"], ["B", "C"]], 11, "10th and 11th frontiers: A to B to C"),
        ([["A", "B"], ["B", "C"], ["C", "D"]], 14, "12th to 14th frontiers: A to B to C to D"),
    ],
)
def test_frontiers_are_counted_as_one_says_it(
    pure: Page, passed: list[list[str]], frontiers: int, said: str
) -> None:
    assert call(pure, "sayPassed", {"passed": passed, "frontiers": frontiers}) == said


def test_nobody_is_aged_nothing(pure: Page) -> None:
    numbers = {"age": 0, "prison_days": 0, "frontiers": 0, "km": 0}
    assert call(pure, "sayNumbers", numbers) == ""
    assert call(pure, "sayNumbers", numbers | {"age": 1, "frontiers": 1}) == "aged 1 · 1 frontier"


@pytest.mark.parametrize(
    ("fragment", "to"),
    [
        ("", -1),
        ("#", -1),
        ("#b", 1),
        ("#chapter-two", 2),
        ("#page--chapter-two", 2),
        ("#two", None),
        ("#chapter-three", None),
        ("#%", None),
    ],
)
def test_addresses_name_steps(pure: Page, fragment: str, to: int | None) -> None:
    assert pure.evaluate("fragment => stepOfHash(fragment, life)", fragment) == to


@pytest.mark.parametrize(
    ("dx", "dy", "by"), [(-60, 0, 1), (60, 10, -1), (-30, 0, 0), (-60, 60, 0), (0, -90, 0)]
)
def test_swipes(pure: Page, dx: int, dy: int, by: int) -> None:
    assert call(pure, "swipeOf", dx, dy) == by


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [("1933-06-01", "1936-04-30", "1933 to 1936"), ("0099-01-01", "0099-02-01", "99")],
)
def test_years_in_words(pure: Page, begin: str, end: str, said: str) -> None:
    assert call(pure, "yearsOf", stay(begin, end)) == said


def test_play_waits_longer_where_there_is_more_to_read(pure: Page) -> None:
    paces = [call(pure, "paceOf", letters) for letters in (0, 100, 5000)]
    assert paces == sorted(paces)
    assert 3000 < paces[0] < paces[-1] < 10_000


def test_flux_is_said_only_in_its_days(pure: Page) -> None:
    flux = [["1917-11-07", "1918-03-03", "One."], ["1918-01-01", "1919-01-01", "Two."]]
    said = [call(pure, "fluxOn", flux, day) for day in ("1917-11-06", "1918-02-01", "1919-01-01")]
    assert said == ["", "One. Two.", "Two."]


def test_a_citation_names_stop_map_and_address(pure: Page) -> None:
    said = pure.evaluate("citeStop(life, 1, 'In B', 'https://example.org/map')")
    assert said == (
        "“In B” (B, 1901). Stop 2 of 3 in E. Ditor (1950). A life: In three stops. Map. "
        "CC BY 4.0. https://example.org/map#b"
    )


def test_a_folded_life_unfolds_to_itself(pure: Page, life: Life) -> None:
    plain = life_data(life, with_polities(stops_frame(life)), legs_frame(life))
    carried = json.loads(script_json(fold_life(plain)))
    texts_left_out = [
        {name: value for name, value in stop.items() if name not in TEXTS}
        for stop in plain["stops"]
    ]
    assert call(pure, "unfoldLife", carried) == {**plain, "stops": texts_left_out}
    # a notebook's map carries it unfolded
    assert call(pure, "unfoldLife", plain) == plain


def test_a_search_wants_all_words_and_no_accents(pure: Page) -> None:
    texts = [call(pure, "plainText", text) for text in ("Château Espère-Visa", "Chateau", "Visa")]
    assert call(pure, "searchTexts", texts, "visa château") == [0]
    assert call(pure, "searchTexts", texts, "CHATEAU") == [0, 1]
    assert call(pure, "searchTexts", texts, "  ") == []


@pytest.mark.parametrize("number", [0, 1, 2, 21])
def test_the_page_counts_in_the_words_of_the_program(pure: Page, number: int) -> None:
    assert call(pure, "sayCount", number, "stop") == say_count(number, "stop")
    assert call(pure, "plural", number, "Source") == plural(number, "Source")
