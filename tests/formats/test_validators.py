"""What the trade of each format checks its files with, beside our own reading of them."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import jsonschema
import pyarrow.parquet
import pyogrio
import pytest
from lxml import etree
from project import DATA, ROOT

from mapping.errors import AssetError
from mapping.formats.catalogue import FORMATS
from mapping.formats.flatgeobuf import flatgeobuf
from mapping.formats.kml import kml
from mapping.formats.linked_places import linked_places, place_ids
from mapping.formats.linked_traces import linked_traces
from mapping.formats.parquet import parquet
from mapping.formats.plain import bibtex, csl
from mapping.formats.wikidata import wikidata
from mapping.life.bibliography import csl_item
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


# GeoParquet and FlatGeobuf


@pytest.mark.slow
def test_geoparquet_says_its_version_and_gives_back_every_stop(life: Life) -> None:
    files = parquet(life).files
    assert files == parquet(life).files
    head = pyarrow.parquet.read_schema(io.BytesIO(files["stops.parquet"])).metadata
    about = json.loads(head[b"geo"])
    assert (about["version"], about["primary_column"]) == ("1.1.0", "geometry")
    column = about["columns"]["geometry"]
    assert (column["encoding"], column["geometry_types"]) == ("WKB", ["Point"])
    assert "bbox" in column["covering"]
    stops = gpd.read_parquet(io.BytesIO(files["stops.parquet"]))
    assert stops.crs == "EPSG:4326"
    assert [(point.x, point.y) for point in stops.geometry] == [s.position for s in life.stops]
    assert list(stops["id"]) == [stop.id for stop in life.stops]
    assert list(stops["start_date"]) == [stop.span.first for stop in life.stops]
    legs = gpd.read_parquet(io.BytesIO(files["legs.parquet"]))
    assert [tuple(line.coords) for line in legs.geometry] == [leg.waypoints for leg in life.legs]
    assert list(legs["guarded"]) == [leg.guarded for leg in life.legs]


def test_without_arrow_geoparquet_says_how_to_get_it(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapping.formats.parquet.find_spec", lambda _: None)
    with pytest.raises(AssetError, match=r"pip install 'serge-map\[parquet\]'"):
        parquet(life)


@pytest.mark.slow
def test_flatgeobuf_gives_back_every_stop_with_its_days(life: Life, tmp_path: Path) -> None:
    for name, content in flatgeobuf(life).files.items():
        (tmp_path / name).write_bytes(content)
    stops = pyogrio.read_dataframe(tmp_path / "stops.fgb").set_index("id")
    assert set(stops.index) == {stop.id for stop in life.stops}  # its index sorts by place
    for stop in life.stops:
        row = stops.loc[stop.id]
        assert (row.geometry.x, row.geometry.y) == stop.position
        assert (row["start_date"].date(), row["title"]) == (stop.span.first, stop.title)
    legs = pyogrio.read_dataframe(tmp_path / "legs.fgb")
    assert len(legs) == len(life.legs)


# Linked Traces


@pytest.fixture(scope="module")
def traces(life: Life) -> dict[str, Any]:
    (content,) = linked_traces(life).files.values()
    return json.loads(content)


@pytest.fixture(scope="module")
def annotation_schema() -> dict[str, Any]:
    path = Path(__file__).with_name("linked_traces.schema.json")
    return json.loads(path.read_text("utf-8"))


def test_traces_keep_the_rules_of_web_annotations(
    traces: dict[str, Any], annotation_schema: dict[str, Any]
) -> None:
    jsonschema.Draft7Validator(annotation_schema).validate(traces)
    ids = [one["id"] for one in traces["first"]["items"]]
    assert len(set(ids)) == len(ids) == traces["total"]


@pytest.mark.parametrize("name", ["id", "type", "target", "body", "motivation"])
def test_the_rules_of_web_annotations_can_say_no(
    traces: dict[str, Any], annotation_schema: dict[str, Any], name: str
) -> None:
    broken = json.loads(json.dumps(traces))
    del broken["first"]["items"][0][name]
    assert not jsonschema.Draft7Validator(annotation_schema).is_valid(broken)


def test_traces_lead_between_places_that_linked_places_know(
    life: Life, traces: dict[str, Any]
) -> None:
    (content,) = linked_places(life).files.values()
    known = {record["@id"] for record in json.loads(content)["features"]}
    places = place_ids(life)
    for leg, told in zip(life.legs, traces["first"]["items"], strict=True):
        settings = told["body"][0]["value"]
        assert [one["id"] for one in settings] == [places[leg.from_id], places[leg.to_id]]
        assert {one["id"] for one in settings} <= known
        assert {one["when"]["certainty"] for one in settings} == {leg.certainty}


# Wikidata


def statements(life: Life) -> list[dict[str, str]]:
    (content,) = wikidata(life).files.values()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_table_for_wikidata_has_only_what_is_certain_and_has_an_id(life: Life) -> None:
    rows = statements(life)
    stops = {stop.id: stop for stop in life.stops}
    assert len(rows) > 5
    for row in rows:
        stop = stops[row["stop"]]
        assert stop.certainty == row["certainty"] == "certain"
        assert stop.place_id == f"geonames:{row['P1566']}"
        assert row["S854"].startswith("http")
        assert row["citation"]
        for name in ("P580", "P582"):
            assert re.fullmatch(r"|[+]\d{4}-\d\d-\d\dT00:00:00Z/(8|9|10|11)", row[name])
    exile = next(row for row in rows if row["stop"] == "orenburg-exile")
    assert (exile["property"], exile["P580"]) == ("P551", "+1933-06-00T00:00:00Z/10")
    assert (exile["P582"], exile["P1480"]) == ("+1936-04-12T00:00:00Z/11", "Q5727902")
    birth = next(row for row in rows if row["property"] == "P19")
    assert (birth["P580"], birth["P582"]) == ("", "")


def test_the_table_for_wikidata_names_the_person_s_item_where_the_life_knows_it(
    life: Life,
) -> None:
    person = life.person.model_copy(update={"same_as": ("https://www.wikidata.org/wiki/Q42",)})
    assert {row["item"] for row in statements(life)} == {""}
    known = life.model_copy(update={"person": person})
    assert {row["item"] for row in statements(known)} == {"Q42"}


# Sources


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # inside pybtex itself
def test_bibtex_is_read_by_pybtex_with_its_authors_and_capitals(life: Life) -> None:
    from pybtex.database import parse_string

    (content,) = bibtex(life).files.values()
    read = parse_string(content.decode(), "bibtex").entries
    assert set(read) == {source.id for source in life.sources}
    article = read["paizis-2012"]
    assert [str(person) for person in article.persons["author"]] == ["Paizis, George"]
    assert article.fields["title"].startswith("{")
    assert {one.type for one in read.values()} >= {"article", "book", "online"}


CSL_TYPES = {"article", "article-journal", "article-magazine", "article-newspaper", "book"}
CSL_TYPES |= {"chapter", "document", "entry", "entry-dictionary", "entry-encyclopedia", "graphic"}
CSL_TYPES |= {"interview", "manuscript", "map", "motion_picture", "pamphlet", "paper-conference"}
CSL_TYPES |= {"personal_communication", "post", "post-weblog", "report", "review", "review-book"}
CSL_TYPES |= {"speech", "thesis", "webpage", "dataset", "collection", "legal_case", "broadcast"}


def test_csl_has_its_types_and_its_dates_in_parts(life: Life) -> None:
    (content,) = csl(life).files.values()
    items = json.loads(content)
    assert [item["id"] for item in items] == [source.id for source in life.sources]
    for item in (*items, *map(csl_item, life.sources)):
        assert item["type"] in CSL_TYPES, item
        for name in ("issued", "accessed"):
            for parts in item.get(name, {}).get("date-parts", ()):
                assert 1 <= len(parts) <= 3
                year, month, day = (*map(int, parts), 1, 1)[:3]
                assert date(year, month, day)
        for role in ("author", "editor", "translator"):
            for person in item.get(role, ()):
                assert {"family"} <= set(person) or set(person) == {"literal"}, item


# README's table


def test_readme_has_a_row_for_each_format_with_what_stays_behind_and_its_test() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    rows = [
        f"| `{name}` | {one.title} | {one.stays} | `{one.test}` |" for name, one in FORMATS.items()
    ]
    head = "| FORMAT | what it carries | what stays behind | read back in |\n|---|---|---|---|\n"
    assert head + "\n".join(rows) + "\n\n" in text


@pytest.mark.parametrize("name", FORMATS)
def test_the_test_that_a_format_names_speaks_of_it(name: str) -> None:
    chosen = FORMATS[name]
    text = (ROOT / chosen.test).read_text("utf-8")
    assert re.search(rf"\b({name}|{chosen.function})\b", text)
