"""What must hold for any life at all, tried on generated ones."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_life import as_files, leg, set_dates, stop, tables

from mapping.atlas.polities import with_polities
from mapping.editing.tidy import canonical_texts
from mapping.errors import DataError, show
from mapping.formats.geojson import life_tables
from mapping.life.dates import parse_span
from mapping.life.frames import legs_frame, stops_frame
from mapping.life.lanes import MOST_LANES, assign_lanes
from mapping.life.model import CERTAINTIES, KINDS, MODES, PRECISIONS
from mapping.life.order import order_legs, order_stops
from mapping.life.totals import add_up
from mapping.page.document import script_json
from mapping.page.story import life_data
from mapping.reading.folder import parse_life

# What text a file may hold: no control characters, no halves of surrogate pairs.
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1).filter(
    lambda text: text == text.strip() and text.isprintable()
)
DAYS = st.dates(date(1900, 1, 1), date(1970, 12, 31))
SPANS = st.tuples(DAYS, DAYS, st.sampled_from(["", "~", "?", "%"])).map(
    lambda each: f"{min(each[:2]).isoformat()}{each[2]}/{max(each[:2]).isoformat()}"
)
POSITIONS = st.tuples(
    st.floats(-180, 180).map(lambda degrees: round(degrees, 5) + 0.0),
    st.floats(-90, 90).map(lambda degrees: round(degrees, 5) + 0.0),
)


@st.composite
def lives(draw: st.DrawFn) -> dict[str, Any]:
    """Make a sound life: three stops anywhere, at any time, with any text, and two legs."""
    parts = tables()
    spans = sorted(draw(st.lists(SPANS, min_size=3, max_size=3)), key=lambda s: parse_span(s).first)
    for index, span in enumerate(spans):
        columns = stop(parts, index)
        set_dates(columns, span)
        columns |= {
            "chapter": "west",
            "kind": draw(st.sampled_from(KINDS)),
            "certainty": draw(st.sampled_from(CERTAINTIES)),
            "precision": draw(st.sampled_from(PRECISIONS)),
        }
        for field in ("title", "name_then", "name_now", "summary"):
            columns[field] = draw(TEXTS)
    places = draw(st.lists(POSITIONS, min_size=3, max_size=3, unique=True))
    for index, place in enumerate(places):
        parts["stops.geojson"]["features"][index]["geometry"]["coordinates"] = list(place)
    for index, (start, end) in enumerate(pairwise(places)):
        columns = leg(parts, index)
        begin, finish = parse_span(spans[index]), parse_span(spans[index + 1])
        days = sorted((begin.first, finish.last))
        set_dates(columns, "/".join(day.isoformat() for day in days))
        columns |= {"mode": draw(st.sampled_from(MODES)), "guarded": draw(st.booleans())}
        way = draw(st.lists(POSITIONS, max_size=3))
        line = [list(place) for place in (start, *way, end)]
        parts["legs.geojson"]["features"][index]["geometry"]["coordinates"] = line
    return parts


@settings(max_examples=8, deadline=None)
@given(lives())
def test_a_sound_life_is_read_routed_told_and_written_back(parts: dict[str, Any]) -> None:
    files = as_files(parts) | _texts(canonical_texts(as_files(parts)))
    life, problems = parse_life(files)
    assert life is not None, problems
    assert {problem.level for problem in problems} <= {"warning"}
    for name, text in life_tables(life).items():
        written, read = json.loads(text), json.loads(files[name])
        assert written["features"] == read["features"]
    legs = legs_frame(life)
    assert legs.index.tolist() == [leg.id for leg in life.legs]
    assert (legs["length_km"] >= 0).all()
    told = life_data(life, with_polities(stops_frame(life)), legs)
    assert json.loads(script_json(told)) == json.loads(json.dumps(told))
    sums = add_up(life, legs)
    assert sums.guarded_km <= sums.length_km + 1e-6
    assert sums.length_km == pytest.approx(sum(length for _, length in sums.km_by_mode))


@settings(max_examples=8, deadline=None)
@given(lives(), st.data())
def test_tidying_twice_is_tidying_once(parts: dict[str, Any], data: st.DataObject) -> None:
    for name in ("stops.geojson", "legs.geojson"):
        data.draw(st.randoms(use_true_random=False)).shuffle(parts[name]["features"])
        for feature in parts[name]["features"]:
            columns = feature["properties"]
            for key in data.draw(st.sets(st.sampled_from(["seq", "start_date", "end_date"]))):
                columns[key] = data.draw(st.none() | st.integers() | st.just("1919-01-01T00:00"))
    once = canonical_texts(as_files(parts))
    assert canonical_texts(as_files(parts) | _texts(once)) == once


def _texts(tidied: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in tidied.items()}


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(["stops.geojson", "legs.geojson"]), st.integers(0, 1), st.data())
def test_tidying_anything_ends_in_tables_or_in_problems(
    file: str, index: int, data: st.DataObject
) -> None:
    parts = tables()
    feature = parts[file]["features"][index]
    homes = [feature, feature["properties"], feature["geometry"], parts[file]]
    home = data.draw(st.sampled_from(homes))
    home[data.draw(st.sampled_from(sorted(home)))] = data.draw(JSON_VALUES)
    try:
        once = canonical_texts(as_files(parts))
    except DataError:
        return  # told; anything else would end the test
    assert canonical_texts(as_files(parts) | _texts(once)) == once


@given(st.lists(st.tuples(st.none() | st.integers() | st.floats() | st.text(), SPANS), max_size=12))
def test_an_order_holds_each_stop_once_and_keeps_what_is_certain(
    rows: list[tuple[object, str]],
) -> None:
    spans = [parse_span(text) for _, text in rows]
    order = order_stops([seq for seq, _ in rows], spans)
    assert sorted(order) == list(range(len(rows)))
    ordered = [spans[index] for index in order]
    for at, later in enumerate(ordered):
        assert not any(later.is_before(earlier) for earlier in ordered[:at])
    again = order_stops(list(range(len(rows))), ordered)
    assert again == list(range(len(rows)))


@given(st.lists(st.tuples(st.sampled_from("abcx"), st.sampled_from("abcx"))))
def test_legs_follow_the_stops_that_they_reach(ends: list[tuple[str, str]]) -> None:
    order = order_legs(ends, ["a", "b", "c"])
    assert sorted(order) == list(range(len(ends)))
    ranks = ["abcx".index(ends[index][1]) for index in order]
    assert ranks == sorted(ranks)


@settings(max_examples=8, deadline=None)
@given(lives())
def test_lanes_part_legs_that_share_a_way(parts: dict[str, Any]) -> None:
    life, _ = parse_life(as_files(parts) | _texts(canonical_texts(as_files(parts))))
    assert life is not None
    twice = (*life.legs, *life.legs)
    lanes = assign_lanes(twice)
    half = len(life.legs)
    assert all(0 <= lane <= MOST_LANES for lane in lanes)
    for first, second in zip(lanes[:half], lanes[half:], strict=True):
        assert first != second or first == 0


@given(st.text() | st.integers() | st.floats() | st.none() | st.lists(st.integers()))
def test_whatever_is_shown_is_short_and_cannot_act(value: object) -> None:
    text = show(value)
    assert text.isprintable()
    assert len(text) <= 400
