"""The life that the repository tells: complete, sourced, in order and in canonical form."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from project import DATA

from mapping.editing.tidy import tidy_life
from mapping.life.dates import parse_span
from mapping.life.model import KINDS, MODES, Life
from mapping.reading.folder import load_life, read_life
from mapping.reading.rules.gdal import read_table
from mapping.reading.rules.map import check_states
from mapping.reading.rules.quotes import check_quotes, plain, read_article

ARTICLE = "SERGE_MAP_ARTICLE"  # names the text file; the article is not ours to publish
HEADLINE = ["Belgium", "France", "Spain", "Russia", "Germany", "Orenburg", "Marseille", "Mexico"]

# Each passage where Serge himself speaks in the article: year, its first and its last words.
SERGE_SPEAKS = [
    (1921, "During this summer of 1921 I formed", "the most disastrous thing imaginable."),
    (1928, "If I chance to survive", "about these unforgettable times."),
    (1928, "It does not allow enough scope", "penetrating deep into their souls."),
    (1928, "as a means of expressing to men", "those who will come after us"),
    (1930, "I had to construct them", "published as they were, incomplete."),
    (1933, "At the height of the world", "the whole of Russia starved."),
    (1937, "The victims of kidnapping", "enemies of the people\N{RIGHT SINGLE QUOTATION MARK}."),
    (1940, "Yes, this is just the hour", "his highest ascendancy."),
    (1947, "Early on, I learnt", "liberate and enlarge him."),
]
# Of all quotes with the ids of their stops. Who changes a quote compares it with the article,
# "serge-map check --article FILE", and puts the new sum here.
QUOTES_SHA256 = "099c3c47baffe20e335f52335f087c3f88f2f51b8ee80af306dc3920e614fdb4"


@pytest.fixture(scope="module")
def life() -> Life:
    """Return the real life."""
    found, problems = read_life(DATA)
    assert found is not None, "\n".join(map(str, problems))
    return found


def test_the_life_goes_from_the_birth_to_the_grave(life: Life) -> None:
    assert len(life.stops) >= 55
    assert len(life.legs) >= 40
    assert life.stops[0].kind == "birth"
    assert life.stops[0].name_now.startswith("Ixelles")
    assert life.stops[0].date_edtf == "1890-12-30/1890-12-30"
    assert life.stops[-1].kind == "death"
    assert life.stops[-1].span.last.isoformat() >= "1947-11-17"
    assert {"BE", "FR", "ES", "RU", "DE", "AT", "MX"} <= {s.country_now for s in life.stops}


def test_the_headline_names_the_route_in_order(life: Life) -> None:
    assert [chapter.label for chapter in life.chapters if chapter.headline] == HEADLINE


def test_what_is_told_is_told_with_all_its_words(life: Life) -> None:
    assert {stop.kind for stop in life.stops} == set(KINDS)
    assert {leg.mode for leg in life.legs} <= set(MODES)
    assert any(leg.guarded for leg in life.legs)
    for stop in life.stops:
        assert stop.summary.count(". ") >= 1, f"{stop.id}: expected two sentences or more"
        assert stop.source_ids, stop.id
        assert stop.summary.rstrip().endswith((".", "?", "!", "\N{RIGHT DOUBLE QUOTATION MARK}"))


def test_every_stop_is_told_in_a_few_words_and_no_doubt_stands_in_the_story(life: Life) -> None:
    for stop in life.stops:
        assert 25 <= len(stop.summary.split()) <= 60, stop.id
        assert stop.correction is None or stop.correction.startswith("In fact "), stop.id
        assert not (stop.note or "").startswith("In fact"), stop.id
        assert stop.quote or not stop.correction, stop.id
    told = " ".join(path.read_text("utf-8") for path in DATA.glob("*.*json"))
    for word in ("recollect", "remembered", "not been checked", "as far as"):
        assert word not in told.replace("FeatureCollection", "")


def test_most_stays_are_certain_and_the_short_tour_is_short(life: Life) -> None:
    assert sum(stop.certainty == "certain" for stop in life.stops) >= 42
    assert 12 <= len(life.tour) <= 18
    assert {life.tour[0].kind, life.tour[-1].kind} == {"birth", "death"}


def test_words_explained_works_and_events_belong_to_this_life(life: Life) -> None:
    texts = [f"{stop.summary} {stop.quote} {stop.companions} {stop.note}" for stop in life.stops]
    texts += [f"{chapter.title} {chapter.summary}" for chapter in life.chapters]
    told = " ".join([*texts, *(stop.title for stop in life.stops)])
    for term in life.glossary:
        assert any(word in told for word in term.words), term.term
    for work in life.works:
        assert work.stop_ids, work.id
        assert work.sources, work.id
    assert all(chapter.place and chapter.years for chapter in life.chapters)
    assert 5 <= len(life.events) <= 8


def test_no_date_is_outside_the_years_of_the_life(life: Life) -> None:
    born, died = parse_span(life.person.born), parse_span(life.person.died)
    for value in (*life.stops, *life.legs):
        assert born.first <= value.span.first <= value.span.last, value.id
        assert value.span.last.year <= died.last.year, value.id


def test_quotes_are_many_and_say_who_speaks(life: Life) -> None:
    quoted = [stop for stop in life.stops if stop.quote]
    assert len(quoted) >= 36
    assert {stop.quote_by for stop in quoted} == {"Serge", "Paizis"}


@pytest.mark.parametrize(("year", "first", "last"), SERGE_SPEAKS)
def test_each_passage_where_serge_speaks_is_told_whole(
    year: int, first: str, last: str, life: Life
) -> None:
    (stop,) = [stop for stop in life.stops if first in (stop.quote or "")]
    assert stop.quote is not None
    assert stop.quote_by == "Serge"
    begin = stop.quote.index(first)
    assert stop.quote.find(last, begin) > begin
    assert stop.span.first.year <= year <= stop.span.last.year


def test_quotes_are_those_that_were_compared_with_the_article(life: Life) -> None:
    lines = [f"{stop.id} {plain(stop.quote)}" for stop in life.stops if stop.quote]
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == QUOTES_SHA256


@pytest.mark.skipif(ARTICLE not in os.environ, reason=f"{ARTICLE} names no text of the article")
def test_quotes_stand_in_the_article_word_for_word(life: Life) -> None:
    assert check_quotes(life, read_article(Path(os.environ[ARTICLE]))) == []


def test_the_seed_article_is_the_first_source(life: Life) -> None:
    assert life.article is not None
    assert life.source_number[life.article.source] == 1


def test_nothing_is_wrong_with_the_data() -> None:
    _, problems = read_life(DATA)
    assert [str(problem) for problem in problems if problem.level == "error"] == []
    # A gap or two homes at once may be true; a slip may not stay.
    allowed = {"no more than a year without a stop", "one place at a time"}
    assert {problem.expected for problem in problems} <= allowed


def test_the_folder_is_in_canonical_form() -> None:
    assert tidy_life(DATA, check=True) == []


@pytest.mark.parametrize(("name", "geometry"), [("stops", "Point"), ("legs", "LineString")])
def test_a_gis_sees_points_and_lines_with_real_dates(name: str, geometry: str, life: Life) -> None:
    table = read_table((DATA / f"{name}.geojson").read_bytes())
    assert (set(table.geom_type), table.crs) == ({geometry}, "EPSG:4326")
    assert len(table) == len(life.stops if name == "stops" else life.legs)
    assert table["start_date"].dtype.kind == table["end_date"].dtype.kind == "M"
    assert table["seq"].dtype.kind == "i"


@pytest.mark.parametrize(("country", "warned"), [("Spain", 0), ("Kingdom of Sweden", 1)])
def test_a_state_that_did_not_hold_the_place_is_warned_of(country: str, warned: int) -> None:
    life = load_life(DATA)
    stop = life.stops[life.stop_index["barcelona-1917"]]
    problems = list(check_states([stop.model_copy(update={"country_then": country})]))
    assert [problem.field for problem in problems] == ["country_then"] * warned
    assert all("Spain by the atlas" in problem.expected for problem in problems)


def test_every_stop_names_the_state_of_its_date() -> None:
    assert list(check_states(load_life(DATA).stops)) == []
