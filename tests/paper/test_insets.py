"""Plans on the poster's map: of the towns lived in most, over nothing that the map tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import shapely

from mapping.life.frames import legs_frame
from mapping.paper.charts import frame_panel
from mapping.paper.insets import keep_clear, lay_insets
from mapping.paper.views import panels_of

if TYPE_CHECKING:
    from mapping.life.model import Life

SIZES = (1165.0, 585.0), (557.0, 291.0)


def test_the_two_towns_with_most_stays_are_drawn_with_their_numbers(life: Life) -> None:
    view = panels_of(life, SIZES)[0][0]
    insets = lay_insets(life, legs_frame(life), view)
    assert {inset.title for inset in insets} == {"Paris", "Petrograd, Leningrad"}
    for inset in insets:
        said = re.sub(r"<[^>]+>", " ", inset.svg)
        numbers = {int(number) for number in re.findall(r"\b\d{1,2}\b", said)}
        town = inset.title.split(",")[0]
        wanted = {
            number
            for number, stop in enumerate(life.stops, start=1)
            if stop.name_then.endswith(town) and stop.precision != "region"
        }
        assert wanted <= numbers, inset.title


def test_they_hide_no_stop_no_way_and_not_each_other(life: Life) -> None:
    legs = legs_frame(life)
    view = panels_of(life, SIZES)[0][0]
    insets = lay_insets(life, legs, view)
    boxes = [shapely.box(*inset.box) for inset in insets]
    panel = frame_panel(view)
    ways = panel.shapes(legs.geometry).union_all()
    for box in boxes:
        assert shapely.box(0, 0, view.width, view.height).contains(box)
        assert not box.intersects(ways)
        for stop in life.stops:
            if stop.id in view.stops:
                assert not box.buffer(20).contains(shapely.Point(panel.points([stop.position])[0]))
    assert boxes[0].disjoint(boxes[1])
    assert keep_clear(view, insets).covered == tuple(inset.box for inset in insets)


def test_a_life_without_plans_has_none(benjamin: Life) -> None:
    view = panels_of(benjamin, SIZES)[0][0]
    assert lay_insets(benjamin, legs_frame(benjamin), view) == ()
