"""Drawn plans of towns: what was there in those years, in its place, on the right side of water."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from project import DATA
from pyproj import Transformer

from mapping.life.frames import landmarks_frame
from mapping.life.model import Landmark, Plan
from mapping.plates.plan import plan_of
from mapping.plates.town import Town, render_town, towns_of

if TYPE_CHECKING:
    from mapping.life.model import Life

SVG = "{http://www.w3.org/2000/svg}"
SOURCE = "a map of the time"
NOTRE_DAME_DE_LA_GARDE, FRIOUL_ROADS = (5.3711, 43.2840), (5.335, 43.30)


@pytest.fixture(scope="module")
def towns(life: Life) -> dict[str, Town]:
    return {town.name: town for town in towns_of(life)}


def draw(town: Town, life: Life) -> ET.Element:
    return ET.fromstring(render_town(town, life))  # noqa: S314 - our own text


def water_of(tree: ET.Element) -> shapely.Geometry:
    """Return the water of a drawing in pixels, out of its path."""
    path = next(p.get("d") for p in tree.iter(f"{SVG}path") if p.get("class") == "water")
    rings = []
    for ring in str(path).split("z")[:-1]:
        numbers = list(map(int, re.findall(r"-?\d+", ring)))
        points, (x, y) = [], (0, 0)
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x / 10, y / 10))
        rings.append(shapely.Polygon(points).buffer(0))
    whole = shapely.Polygon()
    for ring in rings:  # a hole is drawn after what it lies in
        whole = whole.symmetric_difference(ring)
    return whole


def at(tree: ET.Element, lon: float, lat: float) -> shapely.Point:
    west, north, scale, _ = map(float, str(tree.get("data-frame")).split())
    project = Transformer.from_crs("EPSG:4326", str(tree.get("data-crs")), always_xy=True)
    x, y = project.transform(lon, lat)
    return shapely.Point((x - west) * scale, (north - y) * scale)


@pytest.mark.parametrize(
    "name", ["Paris", "Brussels", "Leningrad", "Marseille", "Moscow", "Mexico City"]
)
def test_every_great_town_has_a_plan(name: str, towns: dict[str, Town], life: Life) -> None:
    plan = plan_of(life, [stop for _, stop in towns[name].stops])
    assert plan
    kinds = set(landmarks_frame(life).query("plan == @plan.id")["kind"])
    assert len(kinds) >= 4


def test_a_town_without_a_plan_stands_on_paper(towns: dict[str, Town], life: Life) -> None:
    assert plan_of(life, [stop for _, stop in towns["Berlin"].stops]) is None
    assert "lettering" not in render_town(towns["Berlin"], life)


def test_landmarks_stand_where_the_data_say(towns: dict[str, Town], life: Life) -> None:
    rows = landmarks_frame(life)
    points = rows[(rows.geom_type == "Point") & rows["kind"].isin(["station", "building"])]
    compared = 0
    for name in ("Paris", "Leningrad", "Marseille"):
        tree = draw(towns[name], life)
        drawn = {
            "".join(g.itertext()).strip(): next(iter(g.iter(f"{SVG}circle")))
            for g in tree.iter(f"{SVG}g")
            if g.get("class") in {"station", "building"}
        }
        for row in points.itertuples():
            mark = drawn.get(str(row.name_then or row.name))
            place = at(tree, row.geometry.x, row.geometry.y)
            if mark is None or not 0 < place.x < 420:
                continue
            shown = shapely.Point(float(str(mark.get("cx"))), float(str(mark.get("cy"))))
            assert shown.distance(place) < 0.2, row.name
            compared += 1
    assert compared >= 8


def test_stays_are_on_their_own_bank(towns: dict[str, Town], life: Life) -> None:
    tree, place = draw(towns["Paris"], life), {stop.id: stop.position for stop in life.stops}
    seine = water_of(tree)
    left = at(tree, *place["sante-prison"])
    for right in ("rue-fessart", "belleville-1917", "romainville-anarchie"):
        across = shapely.LineString([left, at(tree, *place[right])])
        assert across.intersects(seine), right
    same = shapely.LineString([left, at(tree, *place["paris-gide-1936"])])
    assert not same.intersects(seine)
    island = at(tree, *place["assize-trial"])
    assert not seine.buffer(-0.5).contains(island)
    assert shapely.LineString([left, island]).intersects(seine)
    assert shapely.LineString([island, at(tree, *place["rue-fessart"])]).intersects(seine)


def test_no_stay_on_land_stands_in_water(towns: dict[str, Town], life: Life) -> None:
    afloat = {"marseille-ship-detention", "marseille-embarkation"}
    for name in ("Paris", "Leningrad", "Marseille", "Moscow"):
        tree = draw(towns[name], life)
        water = water_of(tree).buffer(-1.5)
        for _, stop in towns[name].stops:
            if stop.precision != "city" and stop.id not in afloat:
                assert not water.contains(at(tree, *stop.position)), stop.id


def test_the_sea_lies_on_the_right_of_a_shore(towns: dict[str, Town], life: Life) -> None:
    tree = draw(towns["Marseille"], life)
    sea = water_of(tree)
    assert sea.contains(at(tree, *FRIOUL_ROADS))
    assert not sea.contains(at(tree, *NOTRE_DAME_DE_LA_GARDE))


def test_the_wall_of_paris_is_drawn_until_it_was_gone(towns: dict[str, Town], life: Life) -> None:
    town = towns["Paris"]
    walls = [p for p in draw(town, life).iter(f"{SVG}path") if p.get("class") == "wall"]
    assert {wall.get("data-until", "")[:4] for wall in walls} == {"1929"}
    late = tuple(stay for stay in town.stops if stay[1].span.first.year > 1929)
    tree = draw(Town("Paris", late), life)
    assert not [p for p in tree.iter(f"{SVG}path") if p.get("class") == "wall"]


def test_a_life_of_other_years_is_not_shown_what_came_later(life: Life) -> None:
    later = Landmark(
        plan="paris",
        file="plans/paris.geojson",
        kind="station",
        name="Of tomorrow",
        start_date="1960",
        good_to_m=10,
        source=SOURCE,
        geometry={"type": "Point", "coordinates": [2.31, 48.88]},
    )
    told = life.model_copy(update={"landmarks": (*life.landmarks, later)})
    town = towns_of(told)[1]
    assert "Of tomorrow" not in render_town(town, told)
    now = later.model_copy(update={"start_date": "1912", "name": "Of 1912"})
    told = life.model_copy(update={"landmarks": (now,)})
    svg = render_town(town, told)
    assert 'data-since="1912-01-01"' in svg
    assert "Of 1912" in svg


def test_a_river_without_a_width_is_a_thin_line_and_an_island_stays_dry(life: Life) -> None:
    frame = (2.3, 48.82, 2.42, 48.9)
    plan = Plan(id="p", title="P", file="plans/p.geojson", frame=frame, years="1909–1940")
    line = {"type": "LineString", "coordinates": [[2.29, 48.86], [2.43, 48.86]]}
    isle = [[2.35, 48.858], [2.36, 48.858], [2.36, 48.862], [2.35, 48.862], [2.35, 48.858]]
    facts = {"plan": "p", "file": "plans/p.geojson", "good_to_m": 10, "source": SOURCE}
    river = Landmark(kind="river", name="Water", geometry=line, **facts)
    island = Landmark(
        kind="island", name="Isle", geometry={"type": "Polygon", "coordinates": [isle]}, **facts
    )
    stops = [stop for _, stop in towns_of(life)[1].stops]
    for width, marks in ((None, ()), (400.0, (island,))):
        wide = river.model_copy(update={"width_m": width})
        told = life.model_copy(update={"plans": (plan,), "landmarks": (wide, *marks)})
        tree = draw(towns_of(life)[1], told)
        water = water_of(tree)
        assert water.area > 100
        assert water.contains(at(tree, 2.355, 48.86)) == (not marks)
        assert plan_of(told, stops) == plan


def test_the_frame_of_landmarks_is_a_frame_of_geopandas(life: Life) -> None:
    frame = landmarks_frame(life)
    assert isinstance(frame, gpd.GeoDataFrame)
    assert frame.crs == "EPSG:4326"
    assert set(frame["plan"]) == {plan.id for plan in life.plans}
    assert frame.geometry.is_valid.all()


def test_the_wall_of_paris_stands_outside_the_road_that_ran_within_it(life: Life) -> None:
    frame = landmarks_frame(life, "paris").to_crs("EPSG:2154")
    walls = frame[frame["kind"] == "wall"].geometry
    rows = pd.read_csv(DATA / "plans" / "landmarks" / "paris.csv")
    rows = rows[rows["kind"] == "wall"]
    stops = gpd.GeoSeries(gpd.points_from_xy(rows["lon"], rows["lat"]), crs="EPSG:4326")
    stops = stops.to_crs("EPSG:2154")
    away = stops.distance(walls.union_all())
    assert away.between(70, 130).all()
    assert walls.union_all().convex_hull.contains(stops.union_all())


def test_the_tint_of_the_town_within_ends_at_its_wall(towns: dict[str, Town], life: Life) -> None:
    tree = draw(towns["Paris"], life)
    paths = {p.get("class"): str(p.get("d")) for p in tree.iter(f"{SVG}path")}
    numbers = list(map(int, re.findall(r"-?\d+", paths["within"].split("z")[0])))
    points = np.cumsum(np.array(numbers).reshape(-1, 2), axis=0) / 10
    within = shapely.Polygon(points)
    assert not within.contains(at(tree, 2.4005, 48.8865))  # Le Pré-Saint-Gervais, in a bend
    assert within.contains(at(tree, 2.390, 48.880))
