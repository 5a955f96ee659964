"""The plan of a town opens at its stops: what was there, what was so far, and nothing later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from samples import few_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader import Reader

pytestmark = pytest.mark.browser

SHOWN = """() => {
    const seen = e => getComputedStyle(e).display !== "none" && !e.closest("[data-gone]");
    const inset = document.querySelector(".inset");
    const all = (selector) => [...inset.querySelectorAll(selector)].filter(seen);
    return {
        isOpen: !inset.hidden && getComputedStyle(inset).display !== "none",
        caption: inset.querySelector("figcaption").textContent,
        numbers: all(".spot").map(spot => Number(spot.querySelector(".number").textContent)),
        now: all('.spot[data-when="now"] .number').map(e => Number(e.textContent)),
        years: all('.spot[data-when="now"] .when [data-stop]').map(e => e.textContent).join(""),
        walls: all(".wall").length,
        walk: inset.querySelector(".walk")?.getAttribute("d") ?? "",
        box: inset.getBoundingClientRect().toJSON(),
        map: document.querySelector(".stage").getBoundingClientRect().toJSON(),
    };
}"""


Shown = dict[str, Any]


@pytest.fixture
def at(reread: Callable[..., Reader]) -> Callable[..., Shown]:
    def open_at(stop: str, width: int = 1440, height: int = 900) -> Shown:
        reader = reread(at=f"#{stop}", viewport={"width": width, "height": height})
        reader.wait_for(stop)
        shown: Shown = reader.evaluate(f"({SHOWN})()")
        return shown

    return open_at


def test_a_stop_in_a_town_opens_its_plan_with_the_stays_so_far(at: Callable[..., Shown]) -> None:
    shown = at("sante-prison")
    assert shown["isOpen"]
    assert shown["caption"] == "Paris"
    assert shown["now"] == [9]
    assert set(shown["numbers"]) == {6, 7, 8, 9}
    assert shown["walls"] == 1


def test_a_place_he_came_back_to_bears_the_number_and_the_years_so_far(
    at: Callable[..., Shown],
) -> None:
    shown = at("paris-1917")
    assert shown["now"] == [16]
    assert shown["years"] == "1909–11, 1917"


def test_the_wall_of_paris_is_gone_when_he_comes_back_in_1936(at: Callable[..., Shown]) -> None:
    shown = at("paris-gide-1936")
    assert shown["walls"] == 0
    assert 9 in shown["numbers"]


def test_the_walk_from_the_stop_before_is_drawn_inside_the_town_only(
    at: Callable[..., Shown],
) -> None:
    assert at("rue-fessart")["walk"].startswith("M")
    assert at("paris-1909")["walk"] == ""


LETTERS = """() => {
    const plan = document.querySelector(".inset .plan");
    const shown = e => e.getBoundingClientRect().width > 0;
    const texts = [...plan.querySelectorAll(".name, .lettering text, .number, .scale text")];
    const frame = plan.querySelector(".ground").getBoundingClientRect();
    return texts.filter(shown).map(text => {
        const { a } = text.getScreenCTM(), box = text.getBoundingClientRect();
        const size = a * parseFloat(getComputedStyle(text).fontSize);
        // the line box is higher than its letters
        const letters = [box.left, box.top + size * 0.25, box.right, box.bottom - size * 0.25];
        const isIn = box.left >= frame.left - 1 && box.right <= frame.right + 1;
        const isNow = text.closest("[data-when=now]") !== null;
        return { text: text.textContent, size, letters, isIn, isNow };
    });
}"""


@pytest.mark.parametrize("size", few_of([(390, 844), (1440, 900)]))
@pytest.mark.parametrize(
    "stop",
    few_of(
        ["panteon-frances", "leningrad-arrest-1933", "marseille-embarkation", "ixelles-birth"], 2
    ),
)
def test_what_a_plan_letters_can_be_read_and_lies_on_nothing(
    stop: str, size: tuple[int, int], reread: Callable[..., Reader]
) -> None:
    width, height = size
    reader = reread(at=f"#{stop}", viewport={"width": width, "height": height})
    reader.wait_for(stop)
    found = reader.evaluate(f"({LETTERS})()")
    assert any(each["isNow"] for each in found)
    assert [each["text"] for each in found if each["size"] < 8.9 or not each["isIn"]] == []
    for n, one in enumerate(found):
        for other in found[:n]:
            (a, b, c, d), (e, f, g, h) = one["letters"], other["letters"]
            assert not (a < g and e < c and b < h and f < d), (one["text"], other["text"])


@pytest.mark.parametrize("stop", ["boitsfort-colony", "mexico-death", "panteon-frances"])
def test_no_name_of_a_plan_lies_on_the_way_just_gone_or_on_a_mark(
    stop: str, reread: Callable[..., Reader]
) -> None:
    reader = reread(at=f"#{stop}", viewport={"width": 390, "height": 844})
    reader.wait_for(stop)
    found = reader.evaluate(
        """(() => {
            const plan = document.querySelector(".inset .plan");
            const shown = e => e.getBoundingClientRect().width > 0;
            const texts = [...plan.querySelectorAll(".name, .lettering text")].filter(shown);
            const walk = plan.querySelector(".walk");
            const length = walk.getTotalLength();
            const points = [...Array(length ? 60 : 0).keys()].map(n =>
                walk.getPointAtLength(n * length / 59).matrixTransform(walk.getScreenCTM()));
            const marks = [...plan.querySelectorAll(".mark")].filter(shown).map(mark => {
                const { x, y, width, height } = mark.getBoundingClientRect();
                return { x: x + width / 2, y: y + height / 2 };
            });
            return texts.filter(text => {
                const box = text.getBoundingClientRect(), rim = box.height / 4;
                return [...points, ...marks].some(({ x, y }) => x > box.left && x < box.right &&
                    y > box.top + rim && y < box.bottom - rim);
            }).map(text => text.textContent);
        })()"""
    )
    assert found == []


def test_names_of_parks_stand_out_from_their_ground(reread: Callable[..., Reader]) -> None:
    reader = reread(at="#panteon-frances")
    reader.wait_for("panteon-frances")
    fills = reader.evaluate(
        """[".park text", ".quarter text"].map((each) =>
            getComputedStyle(document.querySelector(`.inset ${each}`)).fill)"""
    )
    assert fills[0] == fills[1]


def test_a_town_of_which_nothing_is_drawn_hides_no_map_for_one_mark(
    at: Callable[..., Shown],
) -> None:
    assert not at("barcelona-1917")["isOpen"]
    assert not at("berlin-1922")["isOpen"]
    assert at("barcelona-rising-1917")["isOpen"]
    assert not at("barcelona-rising-1917", width=390, height=844)["isOpen"]


def test_a_stop_outside_the_towns_has_no_plan(at: Callable[..., Shown]) -> None:
    assert not at("orenburg-exile")["isOpen"]


@pytest.mark.parametrize("size", few_of([(390, 844), (768, 1024), (1440, 900)]))
def test_the_plan_lies_inside_the_map(size: tuple[int, int], at: Callable[..., Shown]) -> None:
    shown = at("petrograd-smolny", *size)
    box, stage = shown["box"], shown["map"]
    assert stage["left"] - 1 <= box["left"] < box["right"] <= stage["right"] + 1
    assert stage["top"] - 1 <= box["top"] < box["bottom"] <= stage["bottom"] + 1
    assert box["width"] >= 250
