"""The town that a name means: the well-known one, never one on another continent by a slip."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from mapping.editing.imports.folder import import_life
from mapping.editing.imports.gazetteer import find_towns, spelled_alike, the_one
from mapping.errors import DataError

if TYPE_CHECKING:
    from mapping.editing.imports.records import Imported
    from mapping.errors import Problem


def life(*places: str) -> Imported:
    rows = (f'"{place}",{1900 + number}\n' for number, place in enumerate(places))
    return import_life("a.csv", "place,start\n" + "".join(rows))


def stops(imported: Imported) -> list[dict[str, Any]]:
    return [f["properties"] for f in json.loads(imported.files["stops.geojson"])["features"]]


def countries(*places: str) -> list[str]:
    return [stop["country_now"] for stop in stops(life(*places))]


def position(place: str) -> tuple[float, float]:
    (feature,) = json.loads(life(place).files["stops.geojson"])["features"]
    return tuple(feature["geometry"]["coordinates"])


def refused(*places: str) -> Problem:
    (problem,) = life(*places).left_out
    return problem


# Well-known towns


@pytest.mark.parametrize(
    ("name", "country"),
    [
        *(("Rome", "IT"), ("Florence", "IT"), ("Geneva", "CH"), ("Venice", "IT"), ("Athens", "GR")),
        *(("Paris", "FR"), ("Bergen", "NO"), ("Petrograd", "RU"), ("Kristiania", "NO")),
        *(("Wien", "AT"), ("Danzig", "PL"), ("Smyrna", "TR"), ("Mexico City", "MX")),
    ],
)
def test_a_well_known_town_wins_over_its_namesakes(name: str, country: str) -> None:
    town = the_one(find_towns([name])[name])
    assert town is not None
    assert town.country == country


@pytest.mark.parametrize("name", ["Springfield", "Cambridge", "Syracuse", "Valencia", "Halle"])
def test_of_equals_none_is_chosen(name: str) -> None:
    assert the_one(find_towns([name])[name]) is None


def test_a_well_known_town_far_from_all_others_is_taken() -> None:
    assert countries("Brussels", "Paris", "Mexico City") == ["BE", "FR", "MX"]


# Slips of the key


def test_a_misspelt_town_is_not_looked_for_on_another_continent() -> None:
    problem = refused("Parsi", "Berlin")
    assert "no town “Parsi”" in problem.found
    assert problem.remedy.startswith("Did you mean “Paris, France”?")


def test_a_misspelt_old_name_is_offered_with_the_town_of_today() -> None:
    problem = refused("Kristianiaa", "Bergen")
    assert "Did you mean “Kristiania” (Oslo in Norway)?" in problem.remedy


def test_a_misspelt_town_of_a_country_is_offered_in_that_country_only() -> None:
    assert "Did you mean “Paris, France”?" in refused("Parsi, France", "Berlin").remedy
    assert "Did you mean" not in refused("Parsi, Norway", "Berlin").remedy


def test_a_slip_that_names_a_town_far_away_is_asked_about() -> None:
    problem = refused("Lynn", "Geneva", "Marseille")
    assert "Lynn in United States" in problem.found
    assert "far from all other places" in problem.found
    assert "“Lyon, France”" in problem.remedy
    assert "“Lynn, United States”" in problem.remedy


def test_a_little_known_town_far_away_is_asked_about_and_taken_with_its_country() -> None:
    remedy = refused("Berlin", "Taos").remedy
    assert "rite “Taos, United States” if that is meant" in remedy
    assert countries("Berlin", "Taos, United States") == ["DE", "US"]


def test_a_town_that_the_table_puts_on_the_map_speaks_for_its_neighbours() -> None:
    text = "place,lat,lon,start\nRanch,36.5,-105.6,1924\nTaos,,,1925\n"
    assert import_life("a.csv", text).left_out == []


def test_what_is_like_nothing_is_offered_nothing() -> None:
    assert refused("Nowhereville", "Berlin").remedy == "Add lat and lon."
    assert spelled_alike(["Xy"]) == {"Xy": ()}


@pytest.mark.parametrize("name", ["Halle", "Springfield", "Cambridge", "Valencia", "Georgetown"])
def test_each_town_of_a_name_is_offered_with_what_finds_it(name: str) -> None:
    remedy = refused(name, "Boston, Massachusetts").remedy
    offered = re.findall("“([^”]+)” \\(.*?(-?[0-9.]+), (-?[0-9.]+)\\)", remedy)
    assert len(offered) >= 2
    for written, lat, lon in offered:
        points = position(written)
        assert points == pytest.approx((float(lon), float(lat)), abs=0.01)


def test_a_town_that_no_words_tell_apart_is_offered_with_its_position() -> None:
    remedy = refused("Halle", "Berlin").remedy
    assert "“Halle (Saale), Germany” (Halle (Saale), 51.48, 11.98)" in remedy
    assert "or add lat and lon: 52.06, 8.36 (Halle in Germany)" in remedy


@pytest.mark.parametrize(
    ("written", "country"),
    [
        *(("Springfield, Illinois", "US"), ("Paris, TX", "US"), ("Cambridge, Massachusetts", "US")),
        *(("Atlanta, Georgia", "US"), ("Tbilisi, Georgia", "GE"), ("London, CA", "CA")),
    ],
)
def test_a_state_of_the_united_states_finds_a_town_as_a_country_does(
    written: str, country: str
) -> None:
    (stop,) = stops(life(written))
    assert (stop["country_now"], stop["name_now"]) == (country, written.partition(",")[0])


def test_what_airports_are_called_is_not_offered_for_a_slip() -> None:
    assert "TOS" not in refused("Berlin", "Taos").remedy


def test_all_slips_of_a_long_table_are_answered_in_a_table() -> None:
    with pytest.raises(DataError) as caught:
        life(*(f"Nowhereville {number}" for number in range(200)))
    assert len(caught.value.problems) > 100


# The country that finds a place


def test_a_country_that_served_to_find_the_town_is_no_part_of_its_name() -> None:
    (stop,) = stops(life("Halle, Belgium"))
    assert (stop["name_then"], stop["name_now"], stop["title"]) == ("Halle", "Halle", "Halle")
    assert (stop["id"], stop["country_now"]) == ("halle-1900", "BE")
    assert stop["place_id"].startswith("geonames:")


def test_a_town_that_a_house_is_in_stays_part_of_its_name() -> None:
    one, two = stops(life("Gare de Lyon, Paris", "Gare de Lyon, Paris, France"))
    assert one["name_now"] == two["name_now"] == "Gare de Lyon, Paris"


def test_what_the_table_itself_puts_on_the_map_keeps_its_name() -> None:
    text = 'place,lat,lon,start\n"Bergen, Norway",60.4,5.3,1851\n'
    assert stops(import_life("a.csv", text))[0]["name_now"] == "Bergen, Norway"
