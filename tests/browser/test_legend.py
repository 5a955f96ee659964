"""The legend lists what is there, and leaves the route to be seen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from samples import few_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader import Reader

    Read = Callable[..., Reader]

pytestmark = pytest.mark.browser
SIZES = [(1440, 900), (390, 844), (1280, 800), (1024, 768), (768, 1024)]
STOPS = ["orenburg-exile", "havana", "vienna-1923", "villa-air-bel"]
BOXES = """() => [".legend", ".stage", ".atlas-stop[aria-current]", ".clock"].map((one) => {
  const { left, top, right, bottom } = document.querySelector(one).getBoundingClientRect();
  return { left, top, right, bottom };
})"""
SEEN = """[...document.querySelectorAll(".legend .frontiers li")]
  .filter((item) => item.checkVisibility()).map((item) => item.dataset.sign)"""


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


def sign_in(button: dict[str, float]) -> dict[str, float]:
    """Return the sign in the middle of its button, which is as large as a thumb."""
    x = (button["left"] + button["right"]) / 2
    y = (button["top"] + button["bottom"]) / 2
    return {"left": x - 9, "right": x + 9, "top": y - 9, "bottom": y + 9}


@pytest.fixture
def opened(reread: Read) -> Iterator[Read]:
    shown: list[tuple[Reader, bool]] = []

    def press(reader: Reader, *, is_phone: bool, wanted: bool) -> None:
        if is_phone:
            reader.click("[data-act=others]")
        reader.evaluate(f"void (document.querySelector('.legend').open = {json.dumps(wanted)})")

    def open_at(stop: str, size: tuple[int, int]) -> Reader:
        while shown:
            press(shown[-1][0], is_phone=shown.pop()[1], wanted=False)
        reader = reread(at=f"#{stop}", viewport={"width": size[0], "height": size[1]})
        shown.append((reader, size[0] < 640))
        press(reader, is_phone=shown[-1][1], wanted=True)
        reader.page.wait_for_timeout(300)
        return reader

    yield open_at
    for reader, is_phone in shown:
        press(reader, is_phone=is_phone, wanted=False)


@pytest.mark.parametrize("size", few_of(SIZES))
@pytest.mark.parametrize("stop", few_of(STOPS))
def test_an_open_legend_leaves_the_place_in_sight(
    opened: Read, stop: str, size: tuple[int, int]
) -> None:
    legend, stage, marker, clock = opened(stop, size).evaluate(BOXES)
    assert legend["bottom"] - legend["top"] > 200
    assert not overlap(legend, sign_in(marker))
    assert not overlap(legend, clock)
    assert stage["left"] < marker["left"]
    assert marker["right"] < stage["right"]
    assert stage["top"] < marker["top"]
    assert marker["bottom"] < stage["bottom"]


def test_the_legend_lists_those_frontiers_that_are_on_the_map(opened: Read) -> None:
    assert opened("orenburg-exile", (1440, 900)).evaluate(SEEN) == [
        *("solid", "dashed", "light"),
    ]
    assert "hatch" in opened("villa-air-bel", (1440, 900)).evaluate(SEEN)
    mexico = opened("mexico-city", (1440, 900))
    assert "hatch" not in mexico.evaluate(SEEN)


def test_the_legend_follows_the_reader(opened: Read) -> None:
    reader = opened("marseille-1940", (1440, 900))
    assert "hatch" in reader.evaluate(SEEN)
    reader.evaluate("location.hash = '#havana'")
    reader.wait_for("havana")
    reader.page.wait_for_timeout(400)
    assert "hatch" not in reader.evaluate(SEEN)
