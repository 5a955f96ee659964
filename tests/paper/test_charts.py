"""The maps of a sheet: a way is one line, and a small map names few places."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mapping.life.frames import legs_frame
from mapping.paper.charts import _ways, frame_panel
from mapping.paper.views import panels_of
from mapping.plates.marks import headline_stops

if TYPE_CHECKING:
    from pypdf import PdfReader

    from mapping.life.model import Life


def test_six_journeys_between_two_towns_are_one_line(life: Life) -> None:
    legs = legs_frame(life)
    # on a chapter's map two ways may leave by the same point
    for view, _ in panels_of(life, ((900.0, 450.0), (450.0, 230.0))):
        ends = Counter(
            (way["strong"], way["guarded"], *sorted(line.coords[at] for at in (0, -1)))
            for way in _ways(life, legs, frame_panel(view), view)
            for line in way["lines"]
            if line.geom_type == "LineString"
        )
        assert ends.most_common(1)[0][1] == 1


def test_before_a_day_no_later_way_is_drawn(life: Life) -> None:
    legs = legs_frame(life)
    view, _ = panels_of(life, ((900.0, 450.0), (450.0, 230.0)))[0]
    drawn = [
        sum(len(way["lines"]) for way in _ways(life, legs, frame_panel(view), seen))
        for seen in (replace(view, until=date(year, 1, 1)) for year in (1891, 1913, 1920, 1937))
    ]
    assert drawn[0] == 0
    assert drawn == sorted(set(drawn))


@pytest.mark.slow
def test_the_map_before_the_book_names_the_headline_places_and_no_others(
    life: Life, book: PdfReader
) -> None:
    words = book.pages[1].extract_text().replace("\n", "")
    for name, year in headline_stops(life).values():
        assert f"{name} {year}" in words or f"{name}{year}" in words
    assert "Précigné" not in words
