from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from small_life import as_files, stop, tables, write

from mapping.life.model import Citation, Head, parse_citations
from mapping.reading.folder import check_life, load_life, parse_life

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import Problem

NIN = {"id": "andres-nin", "name": "Andrés Nin", "sentence": "A friend."}
NO_LANDMARKS = '{"type": "FeatureCollection", "features": []}'
EDITED = """\
url = "https://example.org/life/"
doi = "10.5281/zenodo.1"
date = "2026-11-27"
version = "1.0.0"
editors = [{name = "Doe, Jane", orcid = "0000-0002-1825-0097"}, {name = "A Body"}]
funding = "Paid by nobody."
events = [{date = "1923-11", text = "Inflation"}]

[[plans]]
id = "paris"
title = "Paris"
file = "plans/paris.geojson"
frame = [2, 48, 3, 49.5]
years = "1920–1921"

"""


def edited(parts: dict[str, Any]) -> str:
    """Return ``life.toml`` with all that it may say; tables stand after plain keys."""
    plain, plans = EDITED.split("\n\n", 1)
    return f"{plain}\n{parts['life.toml']}\n{plans}"


def found(parts: dict[str, Any]) -> list[Problem]:
    return parse_life(as_files(parts))[1]


def test_a_life_needs_none_of_the_lists() -> None:
    life, problems = parse_life(as_files(tables()))
    assert life
    assert not problems
    assert [life.persons, life.works, life.glossary, life.images] == [(), (), (), ()]


def test_stops_name_persons_and_persons_know_their_stops() -> None:
    parts = tables() | {"persons.json": [NIN]}
    stop(parts, 1)["persons"] = "andres-nin"
    life, problems = parse_life(as_files(parts))
    assert life
    assert not problems
    assert life.stops[1].person_ids == ("andres-nin",)
    assert life.person_stops == {"andres-nin": ("berlin",)}
    assert life.person_by_id["andres-nin"].name == "Andrés Nin"


BROKEN = {
    "unknown person": (
        {"persons.json": [NIN]},
        "andres-nim",
        "stops.geojson",
        "persons",
        "“andres-nin”",
    ),
    "no list": ({"persons.json": {}}, None, "persons.json", "", "Put the records into a list"),
    "no record": ({"persons.json": ["Nin"]}, None, "persons.json", "", "write a record"),
    "twice": (
        {"works.json": [{"id": "w", "title": "W", "form": "f"}] * 2},
        None,
        "works.json",
        "id",
        "Give each its own",
    ),
    "misspelt": (
        {"glossary.json": [{"id": "g", "terms": "GPU", "sentence": "P."}]},
        None,
        "glossary.json",
        "terms",
        "“term”",
    ),
    "no address": (
        {"persons.json": [NIN | {"identifiers": "wikidata"}]},
        "andres-nin",
        "persons.json",
        "identifiers",
        "https://",
    ),
    "two days": (
        {"persons.json": [NIN | {"born": "1890/1891"}]},
        "andres-nin",
        "persons.json",
        "born",
        "Write it so",
    ),
    "unknown stop": (
        {"works.json": [{"id": "w", "title": "W", "form": "f", "stops": "pariss"}]},
        None,
        "works.json",
        "stops",
        "“paris”",
    ),
    "unknown source": (
        {"persons.json": [NIN | {"sources": "bok, p. 3"}]},
        "andres-nin",
        "persons.json",
        "sources",
        "“book”",
    ),
    "no alt": (
        {
            "images.json": [
                {"id": "i", "stop": "paris", "file": "images/i.webp", "credit": "C", "licence": "L"}
            ]
        },
        None,
        "images.json",
        "alt",
        "Add “alt”",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_record_is_named_with_its_remedy(case: str) -> None:
    lists, person, file, field, remedy = BROKEN[case]
    parts = tables() | lists
    stop(parts, 1)["persons"] = person
    problems = [problem for problem in found(parts) if problem.level == "error"]
    assert [(problem.file, problem.field) for problem in problems] == [(file, field)]
    assert remedy in problems[0].remedy


def test_a_person_whom_no_stop_names_is_a_warning() -> None:
    problems = found(tables() | {"persons.json": [NIN]})
    assert [(problem.feature, problem.level) for problem in problems] == [("andres-nin", "warning")]


def test_a_citation_may_say_the_place_in_the_source() -> None:
    parts = tables()
    stop(parts, 0)["sources"] = "book, chap. 3; book, p. 14-15"
    life, problems = parse_life(as_files(parts))
    assert life
    assert not problems
    assert life.stops[0].citations == (Citation("book", "chap. 3"), Citation("book", "p. 14-15"))
    assert life.stops[0].source_ids == ("book",)
    assert parse_citations("") == ()


def test_check_asks_for_the_place_in_a_book_and_the_day_of_a_page(tmp_path: Path) -> None:
    parts = tables()
    page = {"id": "page", "type": "webpage", "title": "P", "URL": "https://example.org"}
    parts["sources.json"].append(page)
    stop(parts, 0)["sources"] = "page"
    told = {(p.feature, p.field, p.found) for p in check_life(write(parts, tmp_path))}
    where = "it alone at berlin, vienna, paris-berlin and 1 more"
    assert told == {("book", "", where), ("page", "accessed", "none")}


def test_an_accepted_warning_is_not_told_again_and_a_stale_one_is(tmp_path: Path) -> None:
    parts = tables()
    accepted = (
        'accepted = [{warning = "sources.json, book", reason = "A small book."}, '
        '{warning = "no such", reason = "None."}]\n'
    )
    parts["life.toml"] = accepted + parts["life.toml"]
    problems = check_life(write(parts, tmp_path))
    assert [problem.field for problem in problems] == ["accepted[2].warning"]


def test_the_head_of_a_life_says_who_made_it_and_where_it_is(tmp_path: Path) -> None:
    parts = tables()
    parts["life.toml"] = edited(parts)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "paris.geojson").write_text(NO_LANDMARKS, "utf-8")
    life = load_life(write(parts, tmp_path))
    assert life.editor == "Doe, Jane; A Body"
    assert life.plans[0].frame == (2, 48, 3, 49.5)
    assert life.events[0].text == "Inflation"


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("0000-0002-1825-0097", "1825", "editors[1].orcid"),
        ("[2, 48, 3, 49.5]", "[3, 48, 2, 49.5]", "plans[1].frame"),
        ("1923-11", "November 1923", "events[1].date"),
        ("https://example.org/life/", "example.org", "url"),
        ("10.5281/zenodo.1", "https://doi.org/10.5281/zenodo.1", "doi"),
    ],
)
def test_what_the_head_says_is_checked(before: str, after: str, field: str) -> None:
    parts = tables()
    parts["life.toml"] = edited(parts).replace(before, after)
    said = [(p.file, p.field) for p in found(parts) if p.field != "plans.file"]
    assert said == [("life.toml", field)]


@pytest.mark.parametrize("date", ["1890/1891", "1890~/1891", "1890-13"])
def test_a_birth_is_one_date(date: str) -> None:
    parts = tables()
    parts["life.toml"] = parts["life.toml"].replace("1900-01-01", date)
    assert [p.field for p in found(parts)] == ["person.born"]


def test_the_tour_is_what_stops_say_or_the_chapters_of_the_strip() -> None:
    parts = tables()
    life, _ = parse_life(as_files(parts))
    assert life
    assert [each.id for each in life.tour] == ["paris", "berlin"]
    stop(parts, 2)["tour"] = True
    life, _ = parse_life(as_files(parts))
    assert life
    assert [each.id for each in life.tour] == ["vienna"]
    assert "editors" in Head.model_fields
