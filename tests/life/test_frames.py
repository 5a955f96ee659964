"""A life as GeoDataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pytest
from small_life import as_files, set_dates, stop, tables

from mapping.life.frames import legs_frame, stops_frame
from mapping.life.model import Leg, Stop
from mapping.reading.folder import parse_life

if TYPE_CHECKING:
    from mapping.life.model import Life


@pytest.fixture(scope="module")
def small() -> Life:
    life, _ = parse_life(as_files(tables()))
    assert life is not None
    return life


@pytest.mark.parametrize(("make", "model"), [(stops_frame, Stop), (legs_frame, Leg)])
def test_a_frame_has_every_field_of_the_dictionary_under_its_own_name(
    make: type, model: type[Stop | Leg], life: Life
) -> None:
    frame = make(life)
    fields = {name for name, field in model.model_fields.items() if not field.exclude}
    assert fields - {"id"} <= set(frame.columns)
    assert isinstance(frame, gpd.GeoDataFrame)
    assert frame.crs == "EPSG:4326"
    assert frame.index.name == "id"
    assert frame["seq"].tolist() == list(range(1, len(frame) + 1))
    assert str(frame["start_date"].dtype) == str(frame["end_date"].dtype) == "datetime64[s]"


def test_stops_are_points_where_the_tables_put_them(small: Life) -> None:
    stops = stops_frame(small)
    assert [(p.x, p.y) for p in stops.geometry] == [s.position for s in small.stops]
    assert stops.loc["berlin", "start_date"] == np.datetime64("1920-07-01")
    assert stops.loc["berlin", "end_date"] == np.datetime64("1922-12-31")


def test_years_before_1677_hold() -> None:
    parts = tables()
    for number, dates in enumerate(("1405/1410", "1411/1412", "1413/1420")):
        set_dates(stop(parts, number), dates)
    for feature in parts["legs.geojson"]["features"]:
        set_dates(feature["properties"], "1411")
    life, problems = parse_life(as_files(parts))
    assert life is not None, problems
    assert stops_frame(life)["start_date"].iloc[0] == np.datetime64("1405-01-01")


def test_legs_are_lines_from_stop_to_stop_with_lengths(life: Life) -> None:
    stops, legs = stops_frame(life), legs_frame(life)
    assert set(legs.geom_type) <= {"LineString", "MultiLineString"}
    starts = gpd.GeoSeries(legs.geometry.map(lambda line: line.boundary.geoms[0]), crs=legs.crs)
    left = stops.geometry.loc[legs["from_id"]].set_axis(legs.index)
    metres = starts.to_crs("EPSG:3395").distance(left.to_crs("EPSG:3395"))
    assert metres.max() < 60_000  # a harbour or a station may lie outside the town
    assert (legs["length_km"] > 0).all()
    assert set(legs["lane"]) >= {0, 1}


def test_a_life_without_legs_has_an_empty_frame(small: Life) -> None:
    alone = small.model_copy(update={"legs": ()})
    frame = legs_frame(alone)
    assert len(frame) == 0
    assert {"length_km", "lane", "from_id"} <= set(frame.columns)
