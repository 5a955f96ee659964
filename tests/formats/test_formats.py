from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import jsonschema
import pandas as pd
import pyogrio
import pytest
from click.testing import CliRunner
from project import DATA
from project import LIVES as FOLDERS
from shapely import wkt
from shapely.geometry import shape
from small_life import canonical, leg, stop, tables, write

from mapping.atlas.periods import frontier_features
from mapping.atlas.polities import frontiers_on
from mapping.cli.exchange import export
from mapping.errors import ExportError
from mapping.formats.catalogue import FORMATS
from mapping.formats.kml import kml
from mapping.formats.registry import default_output, make_export, write_export
from mapping.formats.schema_org import schema_org
from mapping.life.model import Editor, Life, Source
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

LIVES = {"serge": DATA, "benjamin": FOLDERS / "benjamin"}
KML = {"k": "http://www.opengis.net/kml/2.2"}

SHAPES = Path(__file__).with_name("schema_org.shapes.ttl")


@pytest.fixture(scope="module", params=["serge", pytest.param("benjamin", marks=pytest.mark.slow)])
def life(request: pytest.FixtureRequest) -> Life:
    return load_life(LIVES[request.param])


@pytest.fixture(scope="module")
def benjamin() -> Life:
    return load_life(LIVES["benjamin"])


def rows_of(life: Life, name: str) -> list[dict[str, Any]]:
    path = write_one(life, "geojson") / f"{name}.geojson"
    return json.loads(path.read_text("utf-8"))["features"]


_written: dict[tuple[str, str], tuple[Path, list[str]]] = {}
_folder: list[Path] = []


def write_one(life: Life, name: str) -> Path:
    """Write a format once a session; that a second writing is the same is a test of its own."""
    key = (life.digest, name)
    if key not in _written:
        folder = _folder[0] / life.digest
        folder.mkdir(exist_ok=True)
        target = folder / default_output(life, name)
        _written[key] = target, write_export(life, name, target)
    return _written[key][0]


# what is set in type takes its time; each edition has tests of its own
EDITIONS = ("poster", "book", "epub")
# those with the frontiers of all years take long; the GeoPackage, which has them too, is quick's
LONG = {*EDITIONS, "crate", "flatgeobuf", "frontiers", "gpkg", "parquet", "qgis"}
EACH_FORMAT = [
    pytest.param(name, marks=pytest.mark.slow if name in LONG else ()) for name in FORMATS
]


@pytest.fixture(autouse=True, scope="session")
def _session_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    _folder.append(tmp_path_factory.mktemp("exports"))


@pytest.mark.parametrize("name", EACH_FORMAT)
def test_every_format_is_the_same_twice(life: Life, name: str, tmp_path: Path) -> None:
    first, second = write_one(life, name), tmp_path / default_output(life, name)
    write_export(life, name, second)
    inside = [path for path in first.rglob("*") if path.is_file()]
    files = sorted(path.relative_to(first) for path in inside) if first.is_dir() else [""]
    assert files
    for file in files:
        assert (first / file).read_bytes() == (second / file).read_bytes()


@pytest.mark.parametrize("name", EACH_FORMAT)
def test_every_format_says_what_it_cannot_hold(life: Life, name: str) -> None:
    write_one(life, name)
    _, notes = _written[(life.digest, name)]
    assert notes
    assert all(note.endswith(".") for note in notes)


@pytest.mark.parametrize("name", EACH_FORMAT)
def test_an_unwritable_place_is_an_export_error(benjamin: Life, name: str, tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    with pytest.raises(ExportError, match=r"expected .* found"):
        write_export(benjamin, name, blocked / default_output(benjamin, name).name)
    assert blocked.read_text() == "in the way"


def test_a_failed_write_leaves_the_old_file(
    benjamin: Life, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "old.kml"
    target.write_text("yesterday")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mapping.files.os.replace", refuse)
    with pytest.raises(ExportError, match="No space left"):
        write_export(benjamin, "kml", target, force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["old.kml"]
    assert target.read_text() == "yesterday"


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [("kmz", "Did you mean kml?"), ("KML", "Did you mean kml?"), ("shapefile", "Choose one")],
)
def test_an_unknown_format_is_answered_with_the_list(
    benjamin: Life, wrong: str, hint: str, tmp_path: Path
) -> None:
    with pytest.raises(ExportError) as caught:
        write_export(benjamin, wrong, tmp_path / "x")
    assert hint in str(caught.value)
    assert all(name in str(caught.value) for name in FORMATS)


def test_only_frontiers_take_a_day(benjamin: Life, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="expected no --on, found --on 1936-09-01"):
        write_export(benjamin, "kml", tmp_path / "x.kml", on=date(1936, 9, 1))


def test_a_table_named_as_a_file_holds_the_stops_and_says_so(
    benjamin: Life, tmp_path: Path
) -> None:
    notes = write_export(benjamin, "csv", tmp_path / "table.csv")
    assert (tmp_path / "table.csv").read_bytes() == (
        write_one(benjamin, "csv") / "stops.csv"
    ).read_bytes()
    assert any("legs.csv" in note for note in notes)


# GeoJSON and CSV


def test_geojson_export_is_the_folder_itself(life: Life, request: pytest.FixtureRequest) -> None:
    folder = LIVES[request.node.callspec.params["life"]]
    for name in ("stops.geojson", "legs.geojson"):
        assert (write_one(life, "geojson") / name).read_bytes() == (folder / name).read_bytes()


def test_csv_reopens_in_pandas_with_every_value(life: Life) -> None:
    folder = write_one(life, "csv")
    content = (folder / "stops.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert not any("\n" in line for line in lines)
    table = pd.read_csv(io.BytesIO(content), keep_default_na=False, dtype=str)
    features = rows_of(life, "stops")
    assert len(table) == len(life.stops)
    for row, feature in zip(table.to_dict("records"), features, strict=True):
        expected = {k: "" if v is None else str(v) for k, v in feature["properties"].items()}
        expected["tour"] = expected["tour"].lower()
        lon, lat = feature["geometry"]["coordinates"]
        assert row == {**expected, "lon": str(lon), "lat": str(lat)}


def test_csv_legs_carry_their_way_as_wkt(life: Life) -> None:
    with (write_one(life, "csv") / "legs.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [list(wkt.loads(row["wkt"]).coords) for row in rows] == [
        list(leg.waypoints) for leg in life.legs
    ]


def test_cells_that_look_like_formulas_are_kept_and_named(benjamin: Life, tmp_path: Path) -> None:
    stop = benjamin.stops[0].model_copy(update={"note": "=1+1"})
    life = benjamin.model_copy(update={"stops": (stop, *benjamin.stops[1:])})
    notes = write_export(life, "csv", tmp_path / "csv")
    table = pd.read_csv(tmp_path / "csv" / "stops.csv", keep_default_na=False)
    assert table["note"][0] == "=1+1"
    assert any(f"{stop.id} (note)" in note for note in notes)


# KML


def test_libkml_reads_every_stop_with_its_days(life: Life) -> None:
    path = write_one(life, "kml")
    begins, ends, names = {}, {}, 0
    for layer, _ in pyogrio.list_layers(path):
        table = pyogrio.read_dataframe(path, layer=layer)
        names += len(table)
        for _, row in table.iterrows():
            if row.geometry.geom_type == "Point":
                begins[row["id"]], ends[row["id"]] = row["begin"].date(), row["end"].date()
    assert names == len(life.stops) + len(life.legs)
    assert begins == {stop.id: stop.span.first for stop in life.stops}
    assert ends == {stop.id: stop.span.last for stop in life.stops}


def test_kml_groups_by_chapter_and_keeps_every_property(life: Life) -> None:
    root = ET.parse(write_one(life, "kml")).getroot()  # noqa: S314 - our own file
    folders = root.findall(".//k:Folder", KML)
    assert [folder.findtext("k:name", "", KML) for folder in folders] == [
        chapter.title for chapter in life.chapters
    ]
    styles = {style.get("id") for style in root.iterfind(".//k:Style", KML)}
    marks = {mark.get("id"): mark for mark in root.iterfind(".//k:Placemark", KML)}
    rows = [(f"stop--{row['id']}", row) for row in rows_of(life, "stops")]
    rows += [(f"leg--{row['id']}", row) for row in rows_of(life, "legs")]
    for key, feature in rows:
        mark = marks[key]
        data = {
            item.get("name"): item.findtext("k:value", "", KML)
            for item in mark.iterfind("k:ExtendedData/k:Data", KML)
        }
        expected = {k: v for k, v in feature["properties"].items() if v is not None}
        assert data == {
            k: json.dumps(v) if isinstance(v, bool) else str(v) for k, v in expected.items()
        }
        assert mark.findtext("k:styleUrl", "", KML).removeprefix("#") in styles
    for stay in life.stops:
        if stay.quote:
            assert stay.quote in marks[f"stop--{stay.id}"].findtext("k:description", "", KML)


def test_kml_ids_are_names_of_xml_and_unique(tmp_path: Path) -> None:
    parts = tables()
    ids = ("kind-home", "1900", "leg-free")
    for index, name in enumerate(ids):
        parts["stops.geojson"]["features"][index]["id"] = stop(parts, index)["id"] = name
    for index, name in enumerate(("kind-home", "1900")):  # a leg may be called as a stop is
        leg(parts, index).update(id=name, from_id=ids[index], to_id=ids[index + 1])
        parts["legs.geojson"]["features"][index]["id"] = name
    (document,) = kml(load_life(write(canonical(parts), tmp_path / "life"))).files.values()
    found = re.findall(r'\bid="([^"]*)"', document.decode())
    assert len(found) == len(set(found))
    assert [name for name in found if not re.fullmatch(r"[A-Za-z_][\w.-]*", name)] == []


def test_kml_names_no_remote_picture(life: Life) -> None:
    assert "href" not in write_one(life, "kml").read_text("utf-8")


# Linked Places


@pytest.fixture(scope="module")
def lpf_schema() -> dict[str, Any]:
    return json.loads((Path(__file__).parent / "linked_places.schema.json").read_text("utf-8"))


def test_linked_places_keep_the_published_rules(life: Life, lpf_schema: dict[str, Any]) -> None:
    document = json.loads(write_one(life, "lpf").read_bytes())
    jsonschema.Draft7Validator(lpf_schema).validate(document)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record.pop("@id"),
        lambda record: record["properties"].pop("fclasses"),
        lambda record: record["names"][0]["when"]["timespans"][0].update(start={"in": "1919-01~"}),
        lambda record: record["names"][0]["citations"][0].update(year=1919),
        lambda record: record["names"][0]["when"].update(certainty="likely"),
        lambda record: record["properties"].update(ccodes=["Germany"]),
        lambda record: record["names"][0].pop("toponym"),
        lambda record: record["links"].append({"type": "same", "identifier": "http://a.org/b"}),
        lambda record: record["geometry"].update(coordinates=["13", "52"]),
    ],
)
def test_the_schema_of_linked_places_can_say_no(
    benjamin: Life, lpf_schema: dict[str, Any], spoil: Callable[[dict[str, Any]], object]
) -> None:
    document = json.loads(write_one(benjamin, "lpf").read_bytes())
    spoil(document["features"][0])
    assert not jsonschema.Draft7Validator(lpf_schema).is_valid(document)


def test_linked_places_are_one_record_a_place_with_every_stay_as_a_dated_name(life: Life) -> None:
    records = json.loads(write_one(life, "lpf").read_bytes())["features"]
    assert len({record["@id"] for record in records}) == len(records) < len(life.stops)
    dated = [name for record in records for name in record["names"] if "when" in name]
    assert sorted(name["toponym"] for name in dated) == sorted(s.name_then for s in life.stops)
    spans = [name["when"]["timespans"][0] for name in dated]
    bounds = {
        tuple(
            span[end].get("in") or (span[end]["earliest"], span[end]["latest"])
            for end in ("start", "end")
        )
        for span in spans
    }
    for stay in life.stops:
        ends = []
        for point in (stay.span.begin, stay.span.end):
            exact = point.first == point.last and not (point.about or point.perhaps)
            pair = (point.first.isoformat(), point.last.isoformat())
            ends.append(pair[0] if exact else pair)
        assert tuple(ends) in bounds


def test_linked_places_say_which_town_a_house_is_in_and_how_to_cite_them() -> None:
    signed = {"editors": (Editor(name="Doe, Jane"),), "digest": "signed"}
    life = load_life(DATA).model_copy(update=signed)
    document = json.loads(write_one(life, "lpf").read_bytes())
    assert document["citation"]["author"] == [{"family": "Doe", "given": "Jane"}]
    assert document["citation"]["issued"] == {"date-parts": [[2026, 11, 27]]}
    records = {record["@id"]: record for record in document["features"]}
    within = {
        record["properties"]["title"]: records[relation["relationTo"]]["properties"]["title"]
        for record in records.values()
        for relation in record.get("relations", ())
    }
    assert within["24 rue Fessart, Paris 19e"].startswith("Paris")
    assert all(name != town for name, town in within.items())
    langs = {name.get("lang") for record in records.values() for name in record["names"]}
    assert langs == {"en", None}


# schema.org and sources


def test_linked_data_tells_each_stop_leg_place_and_source_once(life: Life) -> None:
    graph = schema_org(life)["@graph"]
    ids = [node["@id"] for node in graph]
    assert len(set(ids)) == len(ids)
    kinds = [node["@type"] for node in graph]
    assert kinds.count("Event") == len(life.stops)
    assert kinds.count("TravelAction") == len(life.legs)
    assert [node["@id"] for node in graph if node["@type"] == "Event"] == [
        f"#{stop.id}" for stop in life.stops
    ]

    def references(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            if set(value) == {"@id"}:
                yield value["@id"]
            for inner in value.values():
                yield from references(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from references(inner)

    assert {target for node in graph for target in references(node)} <= set(ids)
    text = json.dumps(graph)
    assert all(mark not in text for mark in ('""', "null", "[]"))


def test_linked_data_dates_are_iso_8601(life: Life) -> None:
    for node in json.loads(write_one(life, "jsonld").read_bytes())["@graph"]:
        for key in ("startDate", "endDate", "birthDate", "deathDate", "startTime", "endTime"):
            if key in node:
                assert not set(node[key]) & set("~?%/"), node[key]


def test_linked_data_names_where_he_died_not_the_grave() -> None:
    life = load_life(DATA)
    graph = {node["@id"]: node for node in schema_org(life)["@graph"]}
    person = graph["#page--person"]
    assert "Post Office" in str(graph[person["deathPlace"]["@id"]]) or "Correos" in str(
        graph[person["deathPlace"]["@id"]]
    )
    told = {f"#page--person-{one.id}" for one in life.persons}
    assert told <= set(graph)
    assert graph["#page--data"]["datePublished"] == life.date


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # inside rdflib itself
def test_linked_data_is_rdf_with_addresses_where_the_map_has_one() -> None:
    import pyshacl
    import rdflib

    life = load_life(DATA).model_copy(update={"url": "https://example.org/serge/"})
    document = schema_org(life) | {"@context": {"@vocab": "https://schema.org/"}}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    stays = set(graph.subjects(rdflib.RDF.type, schema.Event))
    assert len(stays) == len(life.stops)
    assert rdflib.URIRef("https://example.org/serge/#orenburg-exile") in stays
    shapes = rdflib.Graph().parse(SHAPES, format="turtle")
    conforms, _, words = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, words
    graph.remove((None, schema.location, None))
    assert not pyshacl.validate(graph, shacl_graph=shapes)[0]


def test_knight_lab_s_tools_get_every_stop_with_its_days_and_its_place(life: Life) -> None:
    events = json.loads(write_one(life, "timelinejs").read_bytes())["events"]
    assert [event["unique_id"] for event in events] == [stop.id for stop in life.stops]
    for event, told in zip(events, life.stops, strict=True):
        if not told.span.begin.is_open:
            assert event["start_date"]["year"] == told.span.begin.first.year
        assert event["display_date"] == told.span.words
    _, *slides = json.loads(write_one(life, "storymapjs").read_bytes())["storymap"]["slides"]
    places = [(slide["location"]["lon"], slide["location"]["lat"]) for slide in slides]
    assert places == [stop.position for stop in life.stops]


def test_bibtex_has_every_source_and_braces_that_close(life: Life) -> None:
    text = write_one(life, "bib").read_text("utf-8")
    for source in life.sources:
        assert f"{{{source.id},\n" in text
    assert text.count("{") == text.count("}")


def test_bibtex_escapes_what_latex_reads(tmp_path: Path, benjamin: Life) -> None:
    source = Source.model_validate(
        {
            "id": "odd",
            "type": "article-journal",
            "title": "Profit & loss: 50% {of} #1",
            "author": [{"family": "Müller", "given": "A."}, {"literal": "Red Cross"}],
            "container-title": "Journal_X",
            "issued": {"date-parts": [["1919", "2"]]},
            "URL": "http://example.org/a_b%20c",
            "archive": "Box 3",
        }
    )
    life = benjamin.model_copy(update={"sources": (source,)})
    notes = write_export(life, "bib", tmp_path / "x.bib")
    text = (tmp_path / "x.bib").read_text("utf-8")
    assert text.startswith("@article{odd,\n")
    for line in (
        "author = {Müller, A. and {Red Cross}}",
        r"title = {{Profit \& loss: 50\% \textbraceleft{}of\textbraceright{} \#1}}",
        r"journal = {Journal\_X}",
        "url = {http://example.org/a_b%20c}",
        "date = {1919-02}",
    ):
        assert line in text
    assert any("archive" in note for note in notes)


def test_csl_export_equals_the_sources_of_the_folder(
    life: Life, request: pytest.FixtureRequest
) -> None:
    folder = LIVES[request.node.callspec.params["life"]]
    assert json.loads(write_one(life, "csl").read_bytes()) == json.loads(
        (folder / "sources.json").read_bytes()
    )


# GeoPackage and frontiers


def test_geopackage_has_typed_layers(life: Life) -> None:
    path = write_one(life, "gpkg")
    counts = {"stops": len(life.stops), "legs": len(life.legs)}
    for name, count in counts.items():
        info = pyogrio.read_info(path, layer=name)
        types = dict(zip(info["fields"], info["ogr_types"], strict=True))
        assert info["features"] == count
        assert info["crs"] == "EPSG:4326"
        assert types["start_date"] == types["end_date"] == "OFTDate"
        assert types["date_edtf"] == "OFTString"
        assert types["seq"] == "OFTInteger"
    table = pyogrio.read_dataframe(path, layer="stops")
    features = rows_of(life, "stops")
    for row, feature in zip(table.to_dict("records"), features, strict=True):
        for key, value in feature["properties"].items():
            found = row[key].date().isoformat() if key.endswith("_date") else row[key]
            assert (None if pd.isna(found) else found) == value
        assert list(row["geometry"].coords[0]) == feature["geometry"]["coordinates"]
    assert pyogrio.read_info(path, layer="legs")["dtypes"][5] == "bool"


def test_geopackage_carries_styles_chapters_and_sources(life: Life) -> None:
    database = sqlite3.connect(write_one(life, "gpkg"))
    try:
        styles = database.execute(
            "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles"
        ).fetchall()
        layers = ["stops", "legs", "frontiers", "water", "crossings"]
        layers += ["plan_points", "plan_lines"] if life.landmarks else []
        assert [row[:3] for row in styles] == [(name, "geom", 1) for name in layers]
        roots = [ET.fromstring(row[3]) for row in styles]  # noqa: S314 - our own text
        assert all(root.tag == "qgis" for root in roots)
        assert database.execute("SELECT id, title FROM chapters").fetchall() == [
            (chapter.id, chapter.title) for chapter in life.chapters
        ]
        assert database.execute("SELECT id FROM sources").fetchall() == [
            (source.id,) for source in life.sources
        ]
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        listed = {row[0] for row in database.execute("SELECT table_name FROM gpkg_contents")}
        assert {"stops", "legs", "frontiers", "chapters", "sources", "layer_styles"} <= listed
    finally:
        database.close()


def test_frontiers_of_a_day_are_those_of_the_atlas(benjamin: Life, tmp_path: Path) -> None:

    day = date(1936, 9, 1)
    write_export(benjamin, "frontiers", tmp_path / "f.geojson", on=day)
    written = json.loads((tmp_path / "f.geojson").read_bytes())["features"]
    atlas = frontiers_on(day)
    assert sorted(row["properties"]["name"] for row in written) == sorted(atlas["name"])
    by_code = {row["properties"]["code"]: shape(row["geometry"]) for row in written}
    told = {row["properties"]["code"]: row["properties"]["source"] for row in written}
    assert told["HUN"] == atlas.set_index("code")["source"]["HUN"]
    assert all(told.values()), "each says which treaty, decree or event made it"
    spain = atlas[atlas["code"] == "ESP-R"].geometry.iloc[0]
    assert by_code["ESP-R"].symmetric_difference(spain).area < 0.01
    assert all(geometry.is_valid for geometry in by_code.values())


@pytest.fixture(scope="module")
def span() -> list[dict[str, Any]]:
    """The states of all the years of the atlas."""
    return frontier_features(date(1890, 1, 1), date(1947, 12, 31))


@pytest.mark.parametrize(
    "day",
    [date(1890, 12, 30), date(1917, 11, 7), date(1919, 6, 1), date(1940, 7, 1), date(1947, 11, 17)],
)
def test_on_any_day_of_the_span_the_frontiers_cover_the_land_once(
    day: date, span: list[dict[str, Any]]
) -> None:
    text = day.isoformat()
    standing = [
        row["properties"]
        for row in span
        if row["properties"]["start_date"] <= text <= row["properties"]["end_date"]
    ]
    alone = [row["properties"] for row in frontier_features(day, day)]
    keys = ("code", "name", "sovereign", "controller", "status")
    assert sorted(tuple(p[k] for k in keys) for p in standing) == sorted(
        tuple(p[k] for k in keys) for p in alone
    )


def test_frontier_ids_are_unique(span: list[dict[str, Any]]) -> None:
    ids = [row["id"] for row in span]
    assert len(ids) == len(set(ids))


# The command


def run(*arguments: object) -> Result:
    return CliRunner().invoke(export, [str(argument) for argument in arguments])


def test_the_command_writes_and_tells_its_notes_apart(tmp_path: Path) -> None:
    result = run("kml", LIVES["benjamin"], "-o", tmp_path / "b.kml")
    assert result.exit_code == 0
    assert result.stdout == f"{tmp_path / 'b.kml'} written.\n"
    assert "note: KML" in result.stderr
    assert (tmp_path / "b.kml").is_file()


@pytest.mark.slow
def test_the_command_writes_all(tmp_path: Path) -> None:
    result = run("all", LIVES["benjamin"], "-o", tmp_path / "all")
    assert result.exit_code == 0, result.output
    assert f"{len(FORMATS)} of {len(FORMATS)} formats" in result.stdout
    written = {path.name for path in (tmp_path / "all").iterdir()}
    assert {"benjamin.gpkg", "benjamin.kml", "benjamin-qgis", "benjamin-places.lpf.json"} <= written


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["kmz"], "Did you mean kml?"),
        (["kml", "--on", "1936-09-01"], "--on does not go with kml"),
        (["frontiers", "--on", "1936-02-30"], "1936-02-30"),
    ],
)
def test_a_wrong_call_is_code_2(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "name",
    ["gpkg", "qgis", "geojson", "flatgeobuf", "parquet", "kml", "csv", "timelinejs"],
)
def test_what_is_carried_away_says_to_whom_it_is_owed(name: str) -> None:
    life = load_life(DATA)
    assert life.attribution
    told = list(make_export(life, name).files.values())
    assert any(life.attribution.encode() in content for content in told)


@pytest.mark.parametrize("name", ["csv", "xlsx", "ods"])
def test_a_table_says_that_plans_stay_behind_where_there_are_some(name: str) -> None:
    life = load_life(DATA)
    said = " ".join(make_export(life, name).notes)
    assert "plans of towns are not in it; copy plans/ of the life" in said
    bare = life.model_copy(update={"plans": ()})
    assert "plans of towns" not in " ".join(make_export(bare, name).notes)
