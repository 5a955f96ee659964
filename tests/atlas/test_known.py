"""Days that the atlas does not know."""

from __future__ import annotations

import re
from datetime import date

import geopandas as gpd
import numpy as np
import pytest
from shapely import Point
from small_life import as_files, set_dates, stop, tables

from mapping.atlas.days import plate_days, say_days
from mapping.atlas.periods import frontier_features
from mapping.atlas.polities import frontiers_on, nearest_polity, polity_at, with_polities
from mapping.atlas.world import KNOWN
from mapping.errors import MapError, OutsideAtlas
from mapping.page.assets import read_web
from mapping.plates.picture import render_plate
from mapping.reading.folder import parse_life

UNKNOWN = [date(1480, 1, 1), date(1889, 12, 31), date(1948, 1, 1), date(2020, 1, 1)]


@pytest.mark.parametrize("day", UNKNOWN)
def test_nothing_is_said_of_a_day_that_is_not_known(day: date) -> None:
    for ask in (
        lambda: polity_at(2.35, 48.85, day),
        lambda: nearest_polity(2.35, 48.85, day),
        lambda: frontiers_on(day),
    ):
        with pytest.raises(OutsideAtlas, match="Choose a day between"):
            ask()
    assert issubclass(OutsideAtlas, MapError)
    assert frontier_features(day, day) == []


@pytest.mark.parametrize("day", KNOWN)
def test_the_first_and_the_last_day_are_known(day: date) -> None:
    assert polity_at(2.35, 48.85, day) is not None
    assert len(frontiers_on(day)) > 20


def test_stops_of_other_times_have_no_polity() -> None:
    days = np.array(["1797-01-01", "1890-01-01", "1992-01-01"], dtype="datetime64[s]")
    kyiv = gpd.GeoDataFrame({"start_date": days}, geometry=[Point(30.5, 50.45)] * 3, crs=4326)
    names = with_polities(kyiv)["polity_name"]
    assert names.notna().tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (("1797", "1798", "1799"), "Frontiers are not known before 1890."),
        (("1990", "1991", "1992"), "Frontiers are not known after 1947."),
    ],
)
def test_the_still_map_of_another_time_has_no_frontiers_and_says_so(
    years: tuple[str, ...], said: str
) -> None:
    parts = tables()
    for number, dates in enumerate(years):
        set_dates(stop(parts, number), dates)
    for number, feature in enumerate(parts["legs.geojson"]["features"]):
        set_dates(feature["properties"], years[number + 1])
    life, problems = parse_life(as_files(parts))
    assert life is not None, problems
    assert say_days(plate_days(life)) == said
    plate = render_plate(life)
    assert set(re.findall(r'id="[^"]*-frontier" d="([^"]*)"', plate)) == {""}


def test_the_page_knows_the_same_days() -> None:
    first, last = KNOWN
    script = read_web("scripts/map/atlas_file.js")
    assert f'export const KNOWN = ["{first}", "{last}"];' in script
