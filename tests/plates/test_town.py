"""Drawn towns: true to scale, every place in its position, nothing outside the frame."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import shapely
from pyproj import Transformer
from small_life import tables, write

from mapping.life.distance import SAME_TOWN_KM, distance_km
from mapping.plates.town import Town, render_town, towns_of
from mapping.reading.folder import load_life
from mapping.signs import place_in_town

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mapping.life.model import Life

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 15_000


@pytest.fixture(scope="module")
def towns(life: Life) -> dict[str, Town]:
    return {town.name: town for town in towns_of(life)}


@pytest.fixture
def drawn(life: Life) -> Callable[[Town], ET.Element]:
    def draw(town: Town) -> ET.Element:
        return ET.fromstring(render_town(town, life, linked=True))  # noqa: S314 - our own text

    return draw


def test_the_towns_are_those_with_more_than_one_place(towns: dict[str, Town], life: Life) -> None:
    assert {"Brussels", "Paris", "Leningrad", "Moscow", "Marseille", "Mexico City"} <= set(towns)
    for town in towns.values():
        assert len({stop.position for _, stop in town.stops}) > 1
        for number, stop in town.stops:
            assert life.stops[number - 1] is stop
            assert stop.precision != "region"
            others = [other.position for _, other in town.stops if other is not stop]
            assert min(distance_km(stop.position, other) for other in others) <= SAME_TOWN_KM


@pytest.mark.parametrize(
    "name", ["Brussels", "Paris", "Leningrad", "Moscow", "Marseille", "Mexico City"]
)
def test_every_place_stands_where_the_projection_puts_it(
    name: str, towns: dict[str, Town], drawn: Callable[[Town], ET.Element]
) -> None:
    tree = drawn(towns[name])
    west, north, scale, _ = map(float, str(tree.get("data-frame")).split())
    project = Transformer.from_crs("EPSG:4326", str(tree.get("data-crs")), always_xy=True)
    position = {stop.id: stop.position for _, stop in towns[name].stops}
    marked = []
    for spot in tree.iter(f"{SVG}g"):
        if str(spot.get("class")).split()[0] != "spot":
            continue
        ids = str(spot.get("data-stops")).split()
        marked += ids
        mark = next(c for c in spot.iter(f"{SVG}circle") if c.get("class") == "mark")
        for stop in ids:
            x, y = project.transform(*position[stop])
            shift = abs((x - west) * scale - float(str(mark.get("cx"))))
            shift = max(shift, abs((north - y) * scale - float(str(mark.get("cy")))))
            assert shift <= (0.11 if stop == ids[0] else 7)
    assert sorted(marked) == sorted(position)


def test_the_scale_bar_is_as_long_as_it_says(towns: dict[str, Town], life: Life) -> None:
    for town in towns.values():
        text = render_town(town, life)
        scale = float(str(ET.fromstring(text).get("data-frame")).split()[2])  # noqa: S314
        bar, said = re.findall(r'v5h([\d.]+)v-5"/><text[^>]*>([^<]+)<', text)[0]
        metres = float(said.split()[0]) * (1000 if said.endswith(" km") else 1)
        assert float(bar) == pytest.approx(metres * scale, abs=0.1)


def test_names_do_not_lie_on_each_other(
    towns: dict[str, Town], drawn: Callable[[Town], ET.Element]
) -> None:
    for town in towns.values():
        boxes = []
        for text in drawn(town).iter(f"{SVG}text"):
            if text.get("class") == "name":
                lines = [t for t in text.iter(f"{SVG}tspan") if t.get("x")]
                width = max(len("".join(line.itertext())) for line in lines) * 5
                x, y = float(str(lines[0].get("x"))), float(str(text.get("y")))
                left = {"middle": x - width / 2, "end": x - width}.get(
                    text.get("text-anchor", ""), x
                )
                boxes.append(shapely.box(left, y - 9, left + width, y + 12 * len(lines) - 10))
        assert all(a.intersection(b).area < 20 for a, b in combinations(boxes, 2)), town.name


def test_it_is_small_the_same_again_and_may_stand_twice(towns: dict[str, Town], life: Life) -> None:
    for town in towns.values():
        text = render_town(town, life, linked=True)
        assert len(text.encode()) < MOST_BYTES
        assert render_town(town, life, linked=True) == text
        assert not re.search(r'[ ](id|style)="', text)


def test_each_stay_has_its_number_and_its_years(towns: dict[str, Town], life: Life) -> None:
    paris = re.sub(r"<[^>]+>", " ", render_town(towns["Paris"], life))
    assert re.search(r"9 \s*La Santé prison\s+1912–13\b", paris)
    assert re.search(r"6 \s*Paris\s+1909–11\s+, 1917\s+, 1937–38", paris)


def test_a_prison_is_dark(towns: dict[str, Town], drawn: Callable[[Town], ET.Element]) -> None:
    kinds = {
        str(g.get("data-stops")): str(g.get("class"))
        for g in drawn(towns["Paris"]).iter(f"{SVG}g")
        if str(g.get("class")).startswith("spot")
    }
    assert kinds["sante-prison"] == "spot held"
    assert kinds["rue-fessart"] == "spot"


def test_the_precision_of_a_place_is_drawn(towns: dict[str, Town], life: Life) -> None:
    paris = render_town(towns["Paris"], life)
    ringed = set(re.findall(r'<circle data-stops="([^"]+)"', paris))
    assert "sante-prison" in ringed
    assert "rue-fessart" not in ringed


def test_one_place_is_no_town(tmp_path: Path) -> None:
    assert towns_of(load_life(write(tables(), tmp_path / "life"))) == ()


@pytest.mark.parametrize(
    ("name_then", "precision", "place"),
    [
        ("24 rue Fessart, Paris", "address", "24 rue Fessart"),
        ("Paris", "city", "Paris"),
        ("Smolny, Petrograd", "site", "Smolny"),
        ("On board the Sinaïa, off Marseille", "city", "On board the Sinaïa"),
        ("Hangö (Hanko)", "city", "Hangö"),
    ],
)
def test_a_place_is_named_without_its_town(name_then: str, precision: str, place: str) -> None:
    assert place_in_town(name_then, precision) == place
