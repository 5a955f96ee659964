"""A life counted as it goes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from mapping.atlas.crossings import crossings
from mapping.life.frames import legs_frame
from mapping.life.totals import add_up
from mapping.page.running import count_along
from mapping.page.ways_through import ways_through

if TYPE_CHECKING:
    from mapping.life.model import Life


def test_it_never_counts_backwards_and_ends_with_the_sums(life: Life) -> None:
    legs = legs_frame(life)
    counts = count_along(life, legs)
    for before, after in pairwise(counts):
        assert before["km"] <= after["km"]
        assert before["frontiers"] <= after["frontiers"]
        assert before["prison_days"] <= after["prison_days"]
    sums = add_up(life, legs)
    assert counts[-1]["km"] == pytest.approx(sums.length_km, abs=1)
    assert counts[-1]["prison_days"] == pytest.approx(sums.captivity_days, abs=2)


def test_every_frontier_that_a_leg_passes_is_an_event(life: Life) -> None:
    legs = legs_frame(life)
    passed = crossings(legs)
    told = [gate for count in count_along(life, legs) for gate in count["passed"]]
    assert len(told) == sum(passed["from_polity"] != passed["to_polity"])
    assert all(0 <= part <= 1 for *_, part in told)


def test_age_is_that_of_the_day(life: Life) -> None:
    counts = count_along(life, legs_frame(life))
    ages = dict(zip((stop.id for stop in life.stops), counts, strict=True))
    assert ages["ixelles-birth"]["age"] == 0
    assert ages["orenburg-exile"]["age"] == 42


def test_the_short_way_is_that_of_the_tour(life: Life) -> None:
    ways = ways_through(life)
    assert ways.short_ids == {stop.id for stop in life.stops if stop.tour}
    assert 0 < ways.short_minutes < ways.minutes / 2
    plain = life.model_copy(
        update={"stops": tuple(s.model_copy(update={"tour": False}) for s in life.stops)}
    )
    chapters = {s.chapter for s in plain.stops if s.id in ways_through(plain).short_ids}
    assert chapters == {chapter.id for chapter in life.chapters if chapter.headline}
