"""Each public function answers a wrong argument in a sentence that says the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import serge_map

from mapping.life.given import named

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mapping.life.model import Life

NO_DAY = [
    ("31 Feb 1920", ValueError, "a day from 01 to 29 in 1920-02, found “31 Feb 1920”. February"),
    ("soon", ValueError, "expected a day such as 1936-09-01, found “soon”. Write year, month"),
    ("1936", ValueError, "found “1936”. Write year, month and day."),
    (1936, TypeError, "expected a day such as 1936-09-01, found 1936 (int). Give it as text,"),
    (None, TypeError, "found None. Give it as text, as a date or as a Timestamp."),
    (pd.NaT, ValueError, "found no time (NaT)"),
]
TAKE_DAYS: list[Callable[[Any], object]] = [
    serge_map.frontiers_on,
    serge_map.PeriodAtlas,
    lambda day: serge_map.polity_at(2.35, 48.85, day),
]


@pytest.fixture(scope="module")
def stops(life: Life) -> gpd.GeoDataFrame:
    return serge_map.stops_frame(life)


@pytest.fixture(scope="module")
def legs(life: Life) -> gpd.GeoDataFrame:
    return serge_map.legs_frame(life)


@pytest.mark.parametrize("take", TAKE_DAYS)
@pytest.mark.parametrize(("day", "error", "words"), NO_DAY)
def test_what_is_no_day_is_told_with_the_way_to_write_it(
    take: Callable[[Any], object], day: object, error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as caught:
        take(day)
    assert words in str(caught.value)


@pytest.mark.parametrize("take", TAKE_DAYS)
def test_a_day_of_another_time_is_still_outside_the_atlas(take: Callable[[Any], object]) -> None:
    with pytest.raises(serge_map.OutsideAtlas):
        take("1789-07-14")


@pytest.mark.parametrize("take", TAKE_DAYS)
def test_a_day_out_of_an_array_is_a_day_too(
    take: Callable[[Any], object], stops: gpd.GeoDataFrame
) -> None:
    take(stops["start_date"].to_numpy()[0])
    take(np.datetime64("1936-09-01T12:00:00.000000000"))
    with pytest.raises(ValueError, match=r"found no time \(NaT\)"):
        take(np.datetime64("NaT"))


def test_the_day_of_a_crossing_is_a_moment_whatever_the_days_of_the_legs_were(
    legs: gpd.GeoDataFrame,
) -> None:
    whole = serge_map.crossings(legs)
    for days in (legs["start_date"].dt.date, legs["start_date"].dt.strftime("%Y-%m-%d")):
        told = serge_map.crossings(legs.assign(start_date=days))
        pd.testing.assert_series_equal(told["day"], whole["day"])


def test_legs_that_share_an_id_are_told_with_the_id(legs: gpd.GeoDataFrame) -> None:
    with pytest.raises(ValueError, match="row ixelles-england: expected each leg once"):
        serge_map.crossings(legs.loc[["ixelles-england", "ixelles-england"]])


@pytest.mark.parametrize(
    ("reach", "error", "words"),
    [
        ("12", TypeError, "with_polities: expected a distance in km, found “12” (str)."),
        (-1, ValueError, "with_polities: expected a distance of 0 km or more, found -1."),
        (float("nan"), ValueError, "found nan."),
    ],
)
def test_what_is_no_reach_is_told(
    stops: gpd.GeoDataFrame, reach: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as caught:
        serge_map.with_polities(stops, reach_km=reach)
    assert words in str(caught.value)


def test_a_picture_of_no_width_and_a_place_that_is_none_are_told(
    life: Life, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="width: expected 200 to 6000 pixels, found -3"):
        serge_map.write_export(life, "svg", tmp_path / "x.svg", width=-3)
    wrong: Any = 3
    with pytest.raises(TypeError, match=r"expected a place to write to, found 3 \(int\)"):
        serge_map.write_export(life, "csl", wrong)


@pytest.mark.parametrize(
    ("lon", "lat", "error", "words"),
    [
        (
            "5,38",
            43.3,
            TypeError,
            "expected a longitude in degrees, found “5,38” (str). Give",
        ),
        (None, 43.3, TypeError, "expected a longitude in degrees, found None."),
        (5.38, 143.3, ValueError, "expected a latitude from -90 to 90, found 143.3. Give degrees"),
        (float("nan"), 43.3, ValueError, "expected a longitude from -180 to 180, found nan."),
    ],
)
def test_what_is_no_place_is_told(lon: Any, lat: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error) as caught:
        serge_map.polity_at(lon, lat, "1936-09-01")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "take",
    [
        serge_map.build_map,
        serge_map.render_page,
        serge_map.stops_frame,
        serge_map.legs_frame,
        lambda life: serge_map.write_export(life, "kml"),
    ],
)
def test_what_is_no_life_is_told_with_how_to_load_it(
    take: Callable[[Any], object], stops: gpd.GeoDataFrame
) -> None:
    for wrong, words in (
        ("my-life", "found “my-life” (str). Load it first: life = load_life('my-life')"),
        (stops, 'found a GeoDataFrame. Load it first: life = load_life("data")'),
        (None, "found None. Load it first"),
    ):
        with pytest.raises(TypeError) as caught:
            take(wrong)
        assert f"expected a life, {words}" in str(caught.value)


def test_what_is_no_frame_is_told_with_how_to_make_it(
    life: Life, stops: gpd.GeoDataFrame, legs: gpd.GeoDataFrame
) -> None:
    cases: list[tuple[Callable[[Any], object], str, gpd.GeoDataFrame]] = [
        (serge_map.with_polities, "stops", stops),
        (serge_map.LifeStops, "stops", stops),
        (serge_map.crossings, "legs", legs),
        (serge_map.LifeRoute, "legs", legs),
    ]
    for take, made, frame in cases:
        flat = pd.DataFrame(frame.drop(columns="geometry"))
        for wrong in ("data", life, None, frame.geometry, flat):
            with pytest.raises(TypeError) as caught:
                take(wrong)
            assert f"found {named(wrong)}. Make it first: {made} = " in str(caught.value)
        with pytest.raises(TypeError, match=r"without a geometry\. Say which column it is"):
            take(gpd.GeoDataFrame(flat))


def test_rows_of_another_shape_are_told(stops: gpd.GeoDataFrame, legs: gpd.GeoDataFrame) -> None:
    with pytest.raises(ValueError, match=r"crossings, row .*: expected lines, found a Point. Give"):
        serge_map.crossings(stops)
    with pytest.raises(ValueError, match=r"row .*: expected points, found a (Multi)?LineString"):
        serge_map.with_polities(legs)


def test_columns_that_are_missing_are_named(
    stops: gpd.GeoDataFrame, legs: gpd.GeoDataFrame
) -> None:
    with pytest.raises(ValueError, match="the columns start_date, certainty, guarded, found no gu"):
        serge_map.crossings(legs.drop(columns="guarded"))
    with pytest.raises(ValueError, match=r"found no start_date\. Give what stops_frame"):
        serge_map.with_polities(stops.drop(columns="start_date"))


def test_frames_that_do_not_say_their_coordinates_are_told_how(
    stops: gpd.GeoDataFrame, legs: gpd.GeoDataFrame
) -> None:
    for take, frame in ((serge_map.with_polities, stops), (serge_map.crossings, legs)):
        with pytest.raises(ValueError, match=r'frame = frame.set_crs\("EPSG:4326"\)'):
            take(frame.set_crs(None, allow_override=True))


def test_days_of_a_frame_may_be_texts_and_a_text_that_is_no_day_is_told_with_its_row(
    stops: gpd.GeoDataFrame,
) -> None:
    texts = stops.assign(start_date=stops["start_date"].astype(str))
    names = serge_map.with_polities(stops)["polity_name"]
    assert serge_map.with_polities(texts)["polity_name"].equals(names)
    texts.loc["orenburg-exile", "start_date"] = "31 Feb 1933"
    with pytest.raises(ValueError, match="row orenburg-exile, start_date: expected a day from 01"):
        serge_map.with_polities(texts)


def test_a_frame_in_metres_passes_the_same_frontiers(legs: gpd.GeoDataFrame) -> None:
    passed = serge_map.crossings(legs)
    metres = legs.to_crs("EPSG:3857").rename_geometry("way")
    again = serge_map.crossings(metres)
    assert again.crs == passed.crs
    assert again["to_code"].tolist() == passed["to_code"].tolist()
    assert np.allclose(again.geometry.x, passed.geometry.x, atol=1e-6)


def test_a_folder_that_is_not_there_is_named_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(serge_map.DataError) as caught:
        serge_map.load_life("nosuch")
    assert str(caught.value) == (
        "nosuch: expected the folder of a life, found none. Name one that exists, or make one: "
        "serge-map new nosuch"
    )
    (tmp_path / "table.csv").touch()
    assert "serge-map new NAME --from table.csv" in str(serge_map.check_life("table.csv")[0])


@pytest.mark.parametrize("take", [serge_map.load_life, serge_map.check_life])
def test_what_is_no_name_of_a_folder_is_told(take: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError, match=r"the name of a folder, found 5 \(int\). Name it: load"):
        take(5)


def test_an_export_takes_days_as_text_and_folders_by_name(life: Life, tmp_path: Path) -> None:
    out = tmp_path / "frontiers.geojson"
    serge_map.write_export(life, "frontiers", out, on="1936-09-01", inputs="data")
    assert "1936-09-01" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"on": "31 Feb 1920"}, "February 1920 has 29 days: write 1920-02-29."),
        ({"width": "wide"}, "width: expected a whole number of pixels, found “wide” (str)."),
        ({"stop": 5}, "stop: expected text, found 5 (int)."),
    ],
)
def test_an_option_of_another_sort_is_told(
    life: Life, tmp_path: Path, options: dict[str, Any], words: str
) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        serge_map.write_export(life, "svg", tmp_path / "plate.svg", **options)
    assert words in str(caught.value)
    with pytest.raises(serge_map.ExportError, match="found 5"):
        serge_map.write_export(life, 5, tmp_path / "plate.svg")  # type: ignore[arg-type]
