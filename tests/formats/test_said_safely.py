"""What other programs would take for more than text, or for another place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from small_life import set_dates, stop, tables, write

from mapping.formats.geojson import collection_text
from mapping.formats.kml import kml
from mapping.formats.plain import table
from mapping.formats.schema_org import schema_org
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path


def test_a_balloon_of_google_earth_shows_text_as_text(tmp_path: Path) -> None:
    parts = tables()
    stop(parts, 0)["summary"] = "<img src=https://example.org> & $[id]"
    (document,) = kml(load_life(write(parts, tmp_path / "life"))).files.values()
    told = [each.text or "" for each in ET.fromstring(document).iter() if "descr" in each.tag]  # noqa: S314 - our own XML
    (mine,) = [text for text in told if "example.org" in text]
    assert "&lt;img src=https://example.org&gt; &amp; $&#91;id]" in mine
    assert "<br>" in mine
    assert not [text for text in told if "<img" in text or "$[" in text]


@pytest.mark.parametrize("cell", ["=1+1", " =1+1", "\uff1d1+1", "\u00a0@SUM", "+4", "-4"])
def test_a_cell_that_a_spreadsheet_may_calculate_is_named(cell: str, tmp_path: Path) -> None:
    life = load_life(write(tables(), tmp_path / "life"))
    first = life.stops[0].model_copy(update={"title": cell})
    notes = table(life.model_copy(update={"stops": (first, *life.stops[1:])})).notes
    assert [note for note in notes if "paris (title)" in note]


def test_the_place_of_death_is_that_of_the_day_and_not_the_grave(tmp_path: Path) -> None:
    parts = tables()
    parts["life.toml"] = parts["life.toml"].replace("1980~", "1922-12-31")
    for index, dates in ((1, "1922-12-31"), (2, "1923-01-26/1924?")):
        stop(parts, index)["kind"] = "death"
        set_dates(stop(parts, index), dates)
    parts["legs.geojson"]["features"] = []
    graph = schema_org(load_life(write(parts, tmp_path / "life")))["@graph"]
    (person,) = [node for node in graph if node["@type"] == "Person" and "deathDate" in node]
    (place,) = [node for node in graph if node["@id"] == person["deathPlace"]["@id"]]
    assert place["name"] == "Berlin"


def test_half_a_character_stays_what_it_is_and_breaks_no_file() -> None:
    feature = {"type": "Feature", "properties": {"title": "half \ud800"}, "geometry": None}
    text = collection_text("stops", "of \udfff", [feature])
    assert json.loads(text.encode())["features"] == [feature]
