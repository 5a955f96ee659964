"""What the trade of each format checks its files with, beside our own reading of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from project import DATA

from mapping.formats.kml import kml
from mapping.life.model import CERTAINTIES
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from mapping.life.model import Life

NAMES = {"k": "http://www.opengis.net/kml/2.2", "gx": "http://www.google.com/kml/ext/2.2"}


@pytest.fixture(scope="module")
def life() -> Life:
    return load_life(DATA)


# KML


@pytest.fixture(scope="module")
def kml_schema() -> etree.XMLSchema:
    """Return OGC's schema of KML with Google's extensions, as fastkml brings it."""
    import fastkml

    path = Path(fastkml.__file__).with_name("schema") / "ogckml22.xsd"
    return etree.XMLSchema(etree.parse(path))


def kml_tree(life: Life) -> etree._Element:
    (content,) = kml(life).files.values()
    return etree.fromstring(content)


def test_kml_is_valid_by_the_schema_of_ogc(life: Life, kml_schema: etree.XMLSchema) -> None:
    kml_schema.assertValid(kml_tree(life))


@pytest.mark.parametrize("path", [".//k:Point/k:coordinates", ".//gx:flyToMode", ".//k:color"])
def test_the_schema_of_kml_can_say_no(life: Life, kml_schema: etree.XMLSchema, path: str) -> None:
    tree = kml_tree(life)
    element = tree.find(path, NAMES)
    assert element is not None
    element.text = "wrong"
    if path.endswith("coordinates"):  # any text is a list of them
        element.getparent().append(etree.Element(element.tag))
    assert not kml_schema.validate(tree)


def test_the_tour_of_kml_visits_every_stop_in_order_on_its_days(life: Life) -> None:
    tree = kml_tree(life)
    (playlist,) = tree.iterfind(".//gx:Tour/gx:Playlist", NAMES)
    flights = playlist.findall("gx:FlyTo/k:LookAt", NAMES)
    places = [
        tuple(float(look.findtext(f"k:{axis}", "", NAMES)) for axis in ("longitude", "latitude"))
        for look in flights
    ]
    assert places == [stop.position for stop in life.stops]
    begins = [look.findtext("gx:TimeSpan/k:begin", "", NAMES) for look in flights]
    assert begins == [stop.span.first.isoformat() for stop in life.stops]
    marks = {mark.get("id") for mark in tree.iterfind(".//k:Placemark", NAMES)}
    opened = playlist.iterfind("gx:AnimatedUpdate/k:Update/k:Change/k:Placemark", NAMES)
    changes = [
        (mark.get("targetId"), mark.findtext("gx:balloonVisibility", "", NAMES)) for mark in opened
    ]
    assert changes == [(f"stop--{stop.id}", shown) for stop in life.stops for shown in ("1", "0")]
    assert {name for name, _ in changes} <= marks


def test_markup_in_a_text_is_still_text_after_kml_is_read_as_html(life: Life) -> None:
    hostile = "<b>bold</b> & $[name]"
    stop = life.stops[0].model_copy(update={"summary": hostile})
    tree = kml_tree(life.model_copy(update={"stops": (stop, *life.stops[1:])}))
    mark = tree.find(f".//k:Placemark[@id='stop--{stop.id}']/k:description", NAMES)
    assert mark is not None
    assert "$[" not in mark.text
    shown = "".join(etree.fromstring(mark.text, etree.HTMLParser()).itertext())
    assert hostile in shown


def test_kml_draws_a_leg_the_stronger_the_surer_it_is(life: Life) -> None:
    tree = kml_tree(life)
    styles = {
        style.get("id"): style.findtext("k:LineStyle/k:color", "", NAMES)
        for style in tree.iterfind(".//k:Style[k:LineStyle]", NAMES)
    }
    alphas: dict[str, set[str]] = {}
    for leg in life.legs:
        mark = tree.find(f".//k:Placemark[@id='leg--{leg.id}']/k:styleUrl", NAMES)
        assert mark is not None
        alphas.setdefault(leg.certainty, set()).add(styles[mark.text.removeprefix("#")][:2])
    assert [len(found) for found in alphas.values()] == [1, 1, 1]
    strengths = [int(*alphas[certainty], 16) for certainty in CERTAINTIES]
    assert strengths == sorted(strengths, reverse=True)
    assert len(set(strengths)) == 3
