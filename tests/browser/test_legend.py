"""The legend lists what is there, and leaves the route to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from samples import few_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader import Reader

    Read = Callable[..., Reader]

pytestmark = pytest.mark.browser
SIZES = [(1440, 900), (390, 844), (1280, 800), (1024, 768), (768, 1024)]
STOPS = ["orenburg-exile", "havana", "vienna-1923", "villa-air-bel"]
OPEN = "document.querySelector('.legend').open = true"
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


def opened(read: Read, stop: str, size: tuple[int, int]) -> Any:
    reader = read(at=f"#{stop}", viewport={"width": size[0], "height": size[1]})
    if size[0] < 640:
        reader.click("[data-act=others]")
    reader.evaluate(OPEN)
    reader.page.wait_for_timeout(300)
    return reader


@pytest.mark.parametrize("size", few_of(SIZES, 2))
@pytest.mark.parametrize("stop", few_of(STOPS, 2))
def test_an_open_legend_leaves_the_place_in_sight(
    read: Read, stop: str, size: tuple[int, int]
) -> None:
    legend, stage, marker, clock = opened(read, stop, size).evaluate(BOXES)
    assert legend["bottom"] - legend["top"] > 200
    assert not overlap(legend, sign_in(marker))
    assert not overlap(legend, clock)
    assert stage["left"] < marker["left"]
    assert marker["right"] < stage["right"]
    assert stage["top"] < marker["top"]
    assert marker["bottom"] < stage["bottom"]


def test_the_legend_lists_those_frontiers_that_are_on_the_map(read: Read) -> None:
    assert opened(read, "orenburg-exile", (1440, 900)).evaluate(SEEN) == [
        *("solid", "dashed", "light"),
    ]
    assert "hatch" in opened(read, "villa-air-bel", (1440, 900)).evaluate(SEEN)
    mexico = opened(read, "mexico-city", (1440, 900))
    assert "hatch" not in mexico.evaluate(SEEN)


def test_the_legend_follows_the_reader(read: Read) -> None:
    reader = opened(read, "marseille-1940", (1440, 900))
    assert "hatch" in reader.evaluate(SEEN)
    reader.evaluate("location.hash = '#havana'")
    reader.wait_for("havana")
    reader.page.wait_for_timeout(400)
    assert "hatch" not in reader.evaluate(SEEN)
