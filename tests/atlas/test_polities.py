"""Who held a place on a day, and the frontiers that legs pass."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pytest
from shapely import LineString, MultiLineString, Point

from mapping.atlas.crossings import crossings
from mapping.atlas.polities import (
    Polity,
    frontiers_on,
    nearest_polity,
    polities_of,
    polity_at,
    with_polities,
)
from mapping.atlas.world import land
from mapping.life.frames import legs_frame, stops_frame

if TYPE_CHECKING:
    from mapping.life.model import Life

BRUSSELS, PARIS, BERLIN, WARSAW = (4.35, 50.85), (2.35, 48.85), (13.41, 52.52), (21.01, 52.23)
MARSEILLE, ALGIERS, MID_ATLANTIC = (5.37, 43.3), (3.06, 36.75), (-35.0, 40.0)


def a_leg(line: LineString | MultiLineString, on: str = "1925-06-01") -> gpd.GeoDataFrame:
    columns = {
        "start_date": np.array([on], dtype="datetime64[s]"),
        "certainty": ["certain"],
        "guarded": [False],
    }
    return gpd.GeoDataFrame(columns, geometry=[line], index=["leg"], crs="EPSG:4326")


def entered(line: LineString | MultiLineString, on: str = "1925-06-01") -> list[str]:
    return crossings(a_leg(line, on))["to_code"].tolist()


def test_every_stop_has_the_polity_of_its_own_first_day(life: Life) -> None:
    stops = stops_frame(life)
    held = with_polities(stops)
    assert held.index.equals(stops.index)
    singly = [polity_at(*stop.position, on=stop.span.first) for stop in life.stops]
    assert polities_of(held) == singly
    assert (held["polity_km"] >= 0).all()


def test_one_place_changes_hands_without_moving() -> None:
    days = ["1890-01-01", "1920-01-01", "1941-01-01", "1946-01-01"]
    points = gpd.GeoDataFrame(
        {"start_date": np.array(days, dtype="datetime64[s]")},
        geometry=[Point(7.75, 48.58)] * 4,  # Strasbourg
        crs="EPSG:4326",
    )
    codes = with_polities(points)["polity_controller"].tolist()
    assert codes == ["DEU", "FRA", "DEU", "FRA"]


@pytest.mark.parametrize(
    ("lon", "lat", "km"),
    [
        (4.35, 50.85, 0.0),  # Brussels
        (5.30, 43.25, pytest.approx(4, abs=4)),  # the roads of Marseille
        (-35.0, 40.0, None),  # mid-Atlantic
        (0.0, 90.0, None),  # the pole, where Mercator ends
        (179.0, -40.0, None),  # outside the atlas
    ],
)
def test_a_place_off_the_coast_takes_the_nearest_land_and_says_how_far(
    lon: float, lat: float, km: float | None
) -> None:
    day = np.array(["1925-06-01"], dtype="datetime64[s]")
    row = with_polities(
        gpd.GeoDataFrame({"start_date": day}, geometry=[Point(lon, lat)], crs="EPSG:4326")
    ).iloc[0]
    if km is None:
        assert np.isnan(row["polity_km"])
        assert not isinstance(row["polity_code"], str)
    else:
        assert row["polity_km"] == km
        assert isinstance(row["polity_code"], str)


def test_far_at_sea_the_nearest_polity_is_still_told() -> None:
    assert polity_at(*MID_ATLANTIC, date(1925, 6, 1)) is None
    assert isinstance(nearest_polity(*MID_ATLANTIC, date(1925, 6, 1)), Polity)


def test_the_polities_of_a_day_are_the_faces_of_the_atlas() -> None:
    frame = frontiers_on(date(1925, 6, 1))
    assert frame.is_valid.all()
    assert frame.crs == "EPSG:4326"
    assert not frame.duplicated(["code", "controller", "status"]).any()
    drawn = land(date(1925, 6, 1)).area
    assert frame.geometry.apply(lambda shape: shape.area).sum() == pytest.approx(drawn)


@pytest.mark.parametrize(
    ("line", "on", "codes"),
    [
        ([BRUSSELS, PARIS], "1925-06-01", ["FRA"]),
        ([PARIS, BRUSSELS], "1925-06-01", ["BEL"]),
        ([BERLIN, WARSAW], "1913-06-01", ["RUS-P"]),
        ([BRUSSELS, (4.5, 50.8)], "1925-06-01", []),
        ([MARSEILLE, (4.5, 40.0), ALGIERS], "1925-06-01", ["FRA-A"]),  # the sea is no frontier
        ([(-4.6, 48.4), MID_ATLANTIC], "1925-06-01", []),
    ],
)
def test_a_leg_passes_the_frontiers_of_its_day(
    line: list[tuple[float, float]], on: str, codes: list[str]
) -> None:
    found = entered(LineString(line), on)
    assert len(found) == len(codes)
    if codes in (["FRA"], ["BEL"]):
        assert found == codes


def test_a_crossing_says_where_it_is_and_between_whom() -> None:
    row = crossings(a_leg(LineString([BRUSSELS, PARIS]))).iloc[0]
    assert (row["from_polity"], row["to_polity"], row["order"]) == ("Belgium", "France", 1)
    assert 50 < row["at_km"] < 110
    assert 49.8 < row["geometry"].y < 50.5
    whole = 264.0  # km, Brussels to Paris
    assert row["at_km"] + row["through_km"] == pytest.approx(whole, abs=3)


def test_a_line_in_parts_is_one_way() -> None:
    halves = MultiLineString([[BRUSSELS, (3.35, 49.85)], [(3.35, 49.85), PARIS]])
    assert entered(halves) == ["FRA"]


def test_the_life_passes_frontiers_on_the_days_of_its_legs(life: Life) -> None:
    legs = legs_frame(life)
    passed = crossings(legs)
    assert set(passed["leg"]) <= set(legs.index)
    assert (passed["from_code"] != passed["to_code"]).all()
    assert passed.crs == "EPSG:4326"
    pairs = set(zip(passed["from_polity"], passed["to_polity"], strict=True))
    assert ("France", "Spain") in pairs
    assert ("France (unoccupied zone)", "French Morocco") in pairs
    # the ship passes south of the Finnish island of Suursaari
    by_sea = passed.loc[passed["leg"] == "vienna-leningrad", "to_polity"]
    assert list(by_sea) == ["Czechoslovakia", "Germany", "USSR"]
    order = passed.groupby("leg")["at_km"].apply(lambda km: km.is_monotonic_increasing)
    assert order.all()


def test_a_life_without_legs_passes_none(life: Life) -> None:
    assert len(crossings(legs_frame(life.model_copy(update={"legs": ()})))) == 0
