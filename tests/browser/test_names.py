"""One name for each place: in the cartouche, on the map and in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader import Reader

    from mapping.life.model import Life

pytestmark = pytest.mark.browser

# what the page says of the current stop: in the text, in the cartouche, in its button on the map
SAID = """() => {
  const text = document.querySelector("article[aria-current] .place").innerText;
  const told = document.querySelector(".polity").innerText;
  const button = document.querySelector(".atlas-stop[aria-current]").getAttribute("aria-label");
  return [text.split("; now ")[0], told, button];
}"""


def test_a_place_has_one_name_in_cartouche_map_and_text(
    read: Callable[..., Reader], life: Life
) -> None:
    reader = read()
    for stop in life.stops:
        reader.press("ArrowRight")
        reader.wait_for(stop.id)
        reader.page.wait_for_selector(".atlas-stop[aria-current]", state="attached")
        text, told, button = reader.evaluate(SAID)
        name, state = told.split(" · ")
        assert name in text, stop.id
        assert name in button, stop.id
        assert text.endswith(f", {state}"), stop.id
