"""Stays gathered by place, and slugs of names in any script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_life import as_files, stop, tables

from mapping.life.frames import legs_frame
from mapping.life.places import fold, gather_places
from mapping.life.totals import add_up
from mapping.reading.folder import parse_life

if TYPE_CHECKING:
    from mapping.life.model import Life


def a_life(*names: str, country: str = "RU") -> Life:
    parts = tables()
    for number, name in enumerate(names):
        stop(parts, number).update(name_now=name, country_now=country, place_id=None)
    life, problems = parse_life(as_files(parts))
    assert life is not None, problems
    return life


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Москва", "moskva"),
        ("Łódź", "lodz"),
        ("Orléans", "orleans"),
        ("東京", "dongjing"),
        ("Ağrı – Doğubayazıt", "agri-dogubayazit"),
        ("—", ""),
        ("", ""),
    ],
)
def test_a_name_in_any_script_gives_a_slug(text: str, slug: str) -> None:
    assert fold(text) == slug


@pytest.mark.parametrize(
    "names",
    [
        ("Москва", "Оренбург", "Санкт-Петербург"),
        ("北京", "上海", "南京"),
        ("Łódź", "Lodz", "Lódz"),  # one slug, three names
        ("★", "☆", "✦"),
    ],
)
def test_places_of_different_names_do_not_melt_into_one(names: tuple[str, ...]) -> None:
    life = a_life(*names)
    places = gather_places(life)
    assert [place.name for place in places] == list(names)
    assert len({place.key for place in places}) == 3
    assert add_up(life, legs_frame(life)).places == 3


def test_stays_at_one_place_are_one_place() -> None:
    places = gather_places(a_life("Москва", "Москва", "Оренбург"))
    assert [len(place.stops) for place in places] == [2, 1]


def test_a_country_that_is_not_known_is_not_counted() -> None:
    life = a_life("A", "B", "C", country="ZZ")
    assert add_up(life, legs_frame(life)).countries == 0
