"""One name for each place: in the cartouche, on the map and in the text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from samples import few_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader import Reader

    from mapping.life.model import Life

pytestmark = pytest.mark.browser

BUTTON = "document.querySelector('.atlas-stop[aria-current]')"
# what the page says of the current stop, in the text and in the cartouche
SAID = """() => {
  const text = document.querySelector("article[aria-current] .place").innerText;
  const told = document.querySelector(".polity").innerText;
  return [text.split("; now ")[0], told];
}"""


@pytest.mark.parametrize("each", few_of([6, 1]))
def test_a_place_has_one_name_in_cartouche_map_and_text(
    reread: Callable[..., Reader], life: Life, each: int
) -> None:
    reader = reread()
    for stop in life.stops[::each]:
        reader.evaluate(f"void (location.hash = {json.dumps(stop.id)})")
        reader.wait_for(stop.id)
        text, told = reader.evaluate(SAID)
        name, state = told.split(" · ")
        assert name in text, stop.id
        reader.holds(f"{BUTTON}?.getAttribute('aria-label').includes({json.dumps(name)})")
        assert text.endswith(f", {state}"), stop.id
