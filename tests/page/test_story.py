"""The story of a life: its JSON block, its steps, its sums, its words and its sources."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely
from small_life import leg, set_dates, stop, tables, write

from mapping.atlas.polities import polity_at, with_polities
from mapping.atlas.polyline import decode_lines, encode_line, encode_lines
from mapping.life.countries import country_name
from mapping.life.frames import legs_frame, stops_frame
from mapping.life.model import CERTAINTIES, KINDS, MODES, PRECISIONS, Life
from mapping.life.statements import say_whole
from mapping.life.totals import Totals, add_up
from mapping.life.words import (
    KIND_WORDS,
    MODE_WORDS,
    say_km,
    say_sureness,
    say_travel,
    say_years,
)
from mapping.page.columns import fold_life, fold_rows
from mapping.page.html import render_page
from mapping.page.references import list_references
from mapping.page.story import life_data, tell_steps
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.page.story import Part


def told(parts: dict[str, Any], folder: Path) -> Life:
    return load_life(write(parts, folder / "life"))


def steps_of(life: Life) -> tuple[Part, ...]:
    return tell_steps(life, with_polities(stops_frame(life)), legs_frame(life))


def data_of(life: Life) -> dict[str, Any]:
    return life_data(life, with_polities(stops_frame(life)), legs_frame(life))


def test_the_block_holds_every_stop_and_leg_in_order(life: Life) -> None:
    block = data_of(life)
    assert [each["id"] for each in block["stops"]] == [each.id for each in life.stops]
    assert [each["seq"] for each in block["stops"]] == list(range(1, len(life.stops) + 1))
    assert [each["id"] for each in block["legs"]] == [each.id for each in life.legs]
    for entry, each in zip(block["legs"], life.legs, strict=True):
        assert block["stops"][entry["from_stop"]]["id"] == each.from_id
        assert block["stops"][entry["to_stop"]]["id"] == each.to_id
    for entry, each in zip(block["stops"], life.stops, strict=True):
        assert entry["begins"][0] == entry["start_date"] == each.start_date
        assert entry["ends"][1] == entry["end_date"] == each.end_date
        assert entry["begins"][0] <= entry["begins"][1]
        assert block["chapters"][entry["chapter"]]["id"] == each.chapter
    assert json.loads(json.dumps(block)) == block


def test_a_stop_stands_in_the_state_of_its_first_day(life: Life) -> None:
    entries = {entry["id"]: entry for entry in data_of(life)["stops"]}
    assert "Soviet" in entries["petrograd-astoria"]["polity"]["name"]
    assert entries["petrograd-astoria"]["polity"] != entries["leningrad-home"]["polity"]


def test_the_page_leaves_out_what_its_article_says(life: Life) -> None:
    full = data_of(life)
    folded = fold_life(full)
    assert not {"summary", "quote", "note"} & set(folded["stops"]["columns"])
    assert full["stops"][0]["summary"] == life.stops[0].summary
    assert len(json.dumps(folded)) < 0.35 * len(json.dumps(full))


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ([], {}),
        ([{"a": 1}], {"a": [1]}),
        ([{"a": 1}, {"b": "x"}], {"a": [1, None], "b": [None, "x"]}),
        # a thing is not the number or the word that equals it
        ([{"a": each} for each in (1, True, "1", 1.5)], {"a": [1, True, "1", 1.5]}),
        (
            [{"a": "a long word"}] * 3 + [{}],
            {"a": {"of": ["a long word", None], "at": [0, 0, 0, 1]}},
        ),
        (
            [{"a": {"code": "FRA"}}, {"a": {"code": "BEL"}}] * 2,
            {"a": {"of": [{"code": "FRA"}, {"code": "BEL"}], "at": [0, 1, 0, 1]}},
        ),
    ],
)
def test_a_table_is_folded_where_that_is_shorter(
    rows: list[dict[str, Any]], columns: dict[str, Any]
) -> None:
    assert fold_rows(rows) == {"count": len(rows), "columns": columns}


@pytest.mark.parametrize(
    "points",
    [
        [(0.0, 0.0), (0.001, -0.001)],
        [(-179.999, 89.5), (179.999, -89.5), (12.345, 67.891)],
        [(4.3667, 50.8333), (2.3488, 48.8534)],
    ],
)
def test_polylines_read_back(points: list[tuple[float, float]]) -> None:
    back = decode_lines([encode_line(points, 1000)], 1000)[0]
    assert back.tolist() == [pytest.approx(point, abs=5.1e-4) for point in points]


def test_polylines_leave_out_repeated_points() -> None:
    assert encode_line([(1, 1), (1.0001, 1), (2, 2)], 1000) == encode_line([(1, 1), (2, 2)], 1000)


def test_the_example_of_the_polyline_format() -> None:
    # from Google's description of the algorithm, its axes swapped
    points = [(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)]
    assert encode_line(points, 100_000) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"


def test_a_line_over_the_date_line_has_two_parts() -> None:
    one = shapely.LineString([(0, 0), (1, 1)])
    both = shapely.MultiLineString([[(179, 0), (180, 0)], [(-180, 0), (-179, 0)]])
    alone, parted = encode_lines(np.array([one, both]), 1000)
    assert alone == [encode_line(one.coords, 1000)]
    assert parted == [encode_line(part.coords, 1000) for part in both.geoms]


def test_steps_follow_the_life_chapter_by_chapter(life: Life) -> None:
    parts = steps_of(life)
    steps = [step for part in parts for step in part.steps]
    assert [step.stop.id for step in steps] == [each.id for each in life.stops]
    assert [step.number for step in steps] == list(range(1, len(life.stops) + 1))
    assert all(step.stop.chapter == part.chapter.id for part in parts for step in part.steps)
    assert [part.chapter.id for part in parts] == [each.id for each in life.chapters]
    assert [part.number for part in parts] == list(range(1, len(life.chapters) + 1))


def test_a_chapter_without_stops_is_not_told(tmp_path: Path) -> None:
    parts = tables()
    for index in range(3):
        stop(parts, index)["chapter"] = "east"
    life = told(parts, tmp_path)
    chapters = steps_of(life)
    assert [(part.number, len(part.steps)) for part in chapters] == [(2, 3)]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1941-03-24/1941-03-25", [("1941-03-24", "24"), ("1941-03-25", "25 March 1941")]),
        ("1906~/1906~", [("1906", "about 1906")]),
        ("1924/1925-05?", [("1924", "1924"), ("1925-05", "May 1925 (uncertain)")]),
    ],
)
def test_dates_carry_what_a_machine_reads(
    tmp_path: Path, edtf: str, expected: list[tuple[str, str]]
) -> None:
    parts = tables()
    set_dates(stop(parts, 2), edtf)
    if edtf < "1920":
        for index in (0, 1):
            set_dates(stop(parts, index), "1905/1905")
        for index in (0, 1):
            set_dates(leg(parts, index), "1905/1905")
    else:
        set_dates(leg(parts, 1), edtf)
    life = told(parts, tmp_path)
    steps = [step for part in steps_of(life) for step in part.steps]
    assert list(steps[2].dates) == expected


def test_place_now_is_told_where_it_differs(life: Life) -> None:
    parts = steps_of(life)
    now = {step.stop.id: step.place_now for part in parts for step in part.steps}
    assert now["petrograd-astoria"] == "Saint Petersburg, Russia"
    assert now["barcelona-1917"] == ""


def test_sums_of_a_small_life(tmp_path: Path) -> None:
    parts = tables()
    stop(parts, 0)["kind"] = stop(parts, 1)["kind"] = "captivity"
    set_dates(stop(parts, 0), "1920-01-01/1920-01-31")
    set_dates(stop(parts, 1), "1920-01-20/1920-02-09")
    stop(parts, 2)["kind"] = "exile"
    set_dates(stop(parts, 2), "1921-01-01/1921-01-10")
    leg(parts, 1)["guarded"] = True
    set_dates(leg(parts, 0), "1920-01-20/1920-01-20")
    set_dates(leg(parts, 1), "1920-12-31/1921-01-01")
    life = told(parts, tmp_path)
    legs = legs_frame(life)
    sums = add_up(life, legs)
    assert sums.captivity_days == 40  # 1 January to 9 February; ten days are in both stays
    assert sums.exile_days == 10
    assert sums.guarded_km == pytest.approx(legs["length_km"].iloc[1])
    assert sums.length_km == pytest.approx(legs["length_km"].sum())
    assert sums.km_by_mode == (("rail", pytest.approx(sums.length_km)),)
    assert (sums.stops, sums.places, sums.countries) == (3, 3, 3)


def test_a_life_in_numbers_is_one_sentence_without_what_there_is_none_of() -> None:
    sums = Totals(66, 59, 15, 35_710, 6_680, (), 6.8 * 365.25, 11.5 * 365.25)
    assert say_whole(sums) == (
        "66 stays in 59 places, in 15 of today’s countries; 35,710 km of ways, 6,680 km of them "
        "under guard; 6 years and 10 months in captivity, 11 years and 6 months in exile."
    )
    assert (
        say_whole(Totals(1, 1, 1, 0, 0, (), 0, 0))
        == "1 stay in 1 place, in 1 of today’s countries."
    )


def test_the_last_words_of_a_life_close_its_page(life: Life) -> None:
    closed = f'<p class="closing">{life.closing}</p>'
    assert render_page(life).count(closed) == 1
    assert 'class="closing"' not in render_page(life.model_copy(update={"closing": None}))


def test_sums_of_the_life(life: Life) -> None:
    sums = add_up(life, legs_frame(life))
    assert sums.length_km == pytest.approx(sum(length for _, length in sums.km_by_mode))
    assert 6 * 365 < sums.captivity_days < 9 * 365
    assert sums.places < sums.stops == len(life.stops)


def test_words_cover_the_vocabularies(life: Life) -> None:
    assert set(KIND_WORDS) == set(KINDS)
    assert set(MODE_WORDS) == set(MODES)
    for certainty in CERTAINTIES:
        for precision in PRECISIONS:
            update = {"certainty": certainty, "precision": precision}
            said = say_sureness(life.stops[0].model_copy(update=update))
            assert said.startswith("The stay is ")
            assert said.endswith(".")


@pytest.mark.parametrize(
    ("mode", "guarded", "certainty", "expected"),
    [
        ("rail", True, "certain", "by rail, under guard, 1,460 km"),
        ("sea", False, "less-certain", "by sea, 1,460 km; the way is less certain"),
        ("foot", False, "uncertain", "on foot, 1,460 km; the way is uncertain"),
        ("unknown", False, "uncertain", "by ways not known, 1,460 km"),
    ],
)
def test_travel_in_words(
    life: Life, mode: str, *, guarded: bool, certainty: str, expected: str
) -> None:
    update = {"mode": mode, "guarded": guarded, "certainty": certainty}
    assert say_travel(life.legs[0].model_copy(update=update), 1458.2) == expected


@pytest.mark.parametrize(
    ("length", "said"), [(0.2, "1 km"), (8.4, "8 km"), (104, "100 km"), (25_432.0, "25,430 km")]
)
def test_lengths_are_no_finer_than_known(length: float, said: str) -> None:
    assert say_km(length) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "none"),
        (3, "1 month"),
        (365.25, "1 year"),
        (400, "1 year and 1 month"),
        (2 * 365.25 + 92, "2 years and 3 months"),
    ],
)
def test_lengths_of_time_in_words(days: float, said: str) -> None:
    assert say_years(days) == said


def test_countries_have_names(life: Life) -> None:
    assert country_name("MX") == "Mexico"
    assert country_name("QQ") == "QQ"
    assert all(country_name(each.country_now) != each.country_now for each in life.stops)


def test_sources_know_who_cites_them(life: Life) -> None:
    references = list_references(life)
    assert [each.id for each in references] == [each.id for each in life.sources]
    for each in references:
        for number, key in each.cited:
            cited = life.stops[number - 1]
            leg_there = life.leg_to.get(key)
            assert cited.id == key
            assert each.id in cited.source_ids + (leg_there.source_ids if leg_there else ())
    assert sum(len(each.cited) for each in references) >= sum(
        len(set(each.source_ids)) for each in life.stops
    )


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.marxists.org/archive/serge/", "marxists.org"),
        ("http://example.org:8080/x", "example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://", ""),
        ("http://[", ""),
        (None, ""),
    ],
)
def test_only_plain_addresses_become_links(life: Life, url: str | None, host: str) -> None:
    sources = (life.sources[0].model_copy(update={"url": url}), *life.sources[1:])
    reference = list_references(life.model_copy(update={"sources": sources}))[0]
    assert reference.host == host
    assert reference.url == (url if host else "")


def test_a_reference_is_taken_apart(tmp_path: Path) -> None:
    parts = tables()
    parts["sources.json"][0] |= {
        "type": "article-journal",
        "title": "An essay",
        "container-title": "A journal",
        "editor": [{"family": "Editor", "given": "E."}],
        "volume": "7",
        "issue": 2,
        "page": "10-20",
        "publisher": "A house",
        "publisher-place": "Paris",
        "issued": {"date-parts": [[1970, 5]]},
    }
    reference = list_references(told(parts, tmp_path))[0]
    titles = [run.text for run in (*reference.title, *reference.container)]
    assert (reference.people, titles) == ("Author, A.", ["An essay", "A journal"])
    assert reference.is_part
    expected = ("Paris: A house", "vol. 7", "no. 2", "1970", "pp. 10\N{EN DASH}20")
    assert reference.imprint == expected


def test_the_frontier_day_is_real() -> None:
    assert polity_at(2.35, 48.85, on=date(1940, 8, 1)) != polity_at(
        2.35, 48.85, on=date(1930, 8, 1)
    )


def test_an_open_end_is_told_in_words_and_is_no_date(tmp_path: Path) -> None:
    parts = tables()
    set_dates(stop(parts, 2), "1923-01-26/..")
    set_dates(stop(parts, 1), "1920-22/192X")
    life = told(parts, tmp_path)
    assert life.stops[2].date_text == "from 26 January 1923 on"
    assert life.stops[1].date_text == "summer 1920 to the 1920s"
    page = render_page(life)
    assert '<time datetime="1923-01-26">from 26 January 1923 on</time>' in page
    assert '<time datetime="1920-06-01">summer 1920</time> to <time' in page
    assert 'datetime=".."' not in page
    assert '"endDate": ".."' not in page
