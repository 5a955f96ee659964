"""The QGIS files: rules without QGIS first, then a real one where the machine has it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import jsonschema
import pyogrio
import pytest
from desktop import require_qgis, run_qgis
from project import DATA, PACKAGE, SUPPORT
from project import LIVES as FOLDERS

from mapping.atlas.days import plate_days
from mapping.editing.tidy import tidy_life
from mapping.formats.qgis.extent import extent_of, life_range
from mapping.formats.qgis.form import aliases_of
from mapping.formats.qgis.plans import plan_files
from mapping.formats.qgis.sidecars import project_text, sidecars, style_text
from mapping.formats.qgis.symbols import REGION_KM
from mapping.formats.qgis.xml import quoted
from mapping.formats.registry import write_export
from mapping.life.bibliography import cite, csl_item
from mapping.life.model import CERTAINTIES, KINDS, MODES, Leg, Stop
from mapping.reading.folder import FILES, LISTS, load_life
from mapping.signs import label_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mapping.life.model import Life

LIVES = {"serge": DATA, "benjamin": FOLDERS / "benjamin"}
SIGNS = PACKAGE / "signs"


def parse(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own text


def only(root: ET.Element, path: str) -> ET.Element:
    (element,) = root.findall(path)
    return element


@pytest.fixture(scope="module", params=["serge", pytest.param("benjamin", marks=pytest.mark.slow)])
def folder(request: pytest.FixtureRequest) -> Path:
    return LIVES[request.param]


@pytest.fixture(scope="module")
def life(folder: Path) -> Life:
    return load_life(folder)


@pytest.fixture(scope="module")
def files(life: Life) -> dict[str, str]:
    return sidecars(life)


# Without QGIS


def test_the_committed_files_are_what_the_generator_makes(
    folder: Path, files: dict[str, str]
) -> None:
    for name, text in files.items():
        assert (folder / name).read_bytes() == text.encode(), name


def test_the_files_are_named_after_layers_and_person(folder: Path, files: dict[str, str]) -> None:
    name = "serge" if folder.name == "data" else "benjamin"
    styled = {"stops.qml", "legs.qml", "stops.qmd", "legs.qmd"}
    plans = {"plans/plan_points.qml", "plans/plan_lines.qml"} if name == "serge" else set()
    assert set(files) == {*styled, *plans, "coast.geojson", "coast.qml", f"{name}.qgs"}


def test_the_coast_is_small_and_goes_round_the_life(folder: Path, life: Life) -> None:
    path = folder / "coast.geojson"
    assert path.stat().st_size < 300_000
    info = pyogrio.read_info(path)
    assert (info["geometry_type"], info["crs"]) == ("LineString", "EPSG:4326")
    west, south, east, north = info["total_bounds"]
    lons, lats = zip(*(stop.position for stop in life.stops), strict=True)
    assert west < min(lons)
    assert south < min(lats)
    assert north > max(lats)
    assert -180 <= west < east <= 180


@pytest.mark.parametrize("layer", ["stops", "legs"])
def test_gdal_types_the_table_as_qgis_will(folder: Path, layer: str) -> None:
    info = pyogrio.read_info(folder / f"{layer}.geojson")
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert types.pop("start_date") == types.pop("end_date") == "OFTDate"
    assert types.pop("seq") == "OFTInteger"
    yes_or_no = {"stops": "tour", "legs": "guarded"}[layer]
    assert info["dtypes"][list(info["fields"]).index(yes_or_no)] == "bool"
    types.pop(yes_or_no)
    assert set(types.values()) == {"OFTString"}
    assert info["layer_name"] == layer
    assert info["geometry_type"] == {"stops": "Point", "legs": "LineString"}[layer]
    assert info["crs"] == "EPSG:4326"


@pytest.mark.parametrize("layer", ["stops", "legs"])
def test_the_json_schema_accepts_the_table_and_refuses_a_broken_one(
    folder: Path, layer: str
) -> None:
    schema = json.loads((folder / f"{layer}.schema.json").read_bytes())
    validator = jsonschema.Draft202012Validator(schema)
    table = json.loads((folder / f"{layer}.geojson").read_bytes())
    validator.validate(table)
    spoils: list[Callable[[dict[str, Any]], object]] = [
        lambda feature: feature["properties"].pop("certainty"),
        lambda feature: feature["properties"].update(certainty="likely"),
        lambda feature: feature["properties"].update(surprise=1),
        lambda feature: feature["geometry"].update(type="MultiPoint"),
    ]
    for spoil in spoils:
        broken = json.loads(json.dumps(table))
        spoil(broken["features"][0])
        assert not validator.is_valid(broken)


@pytest.mark.parametrize(("layer", "mode", "limit"), [("stops", "4", "0"), ("legs", "1", "1")])
def test_the_clock_of_each_layer(files: dict[str, str], layer: str, mode: str, limit: str) -> None:
    temporal = only(parse(files[f"{layer}.qml"]), "temporal").attrib
    expected = {"enabled": "1", "mode": mode, "limitMode": limit, "startField": "start_date"}
    expected |= {"accumulate": str(int(layer == "legs"))}
    assert expected.items() <= temporal.items()


def test_every_kind_and_mode_has_a_category_and_none_is_idle(
    life: Life, files: dict[str, str]
) -> None:
    def values(name: str) -> list[str]:
        root = parse(files[name])
        found = root.findall("renderer-v2/categories/category")
        symbols = {symbol.get("name") for symbol in root.findall("renderer-v2/symbols/symbol")}
        assert {category.get("symbol") for category in found} == symbols
        return [category.get("value", "") for category in found]

    assert sorted(values("stops.qml")) == sorted({stop.kind for stop in life.stops})
    keys = {f"{leg.mode}, guarded" if leg.guarded else leg.mode for leg in life.legs}
    assert sorted(values("legs.qml")) == sorted(keys)


def test_each_certainty_of_a_way_has_one_stroke(files: dict[str, str]) -> None:
    """An expression for the dash would carry over from leg to leg: whole oceans went blank."""
    assert "customDash" not in files["legs.qml"]
    for symbol in parse(files["legs.qml"]).findall("renderer-v2/symbols/symbol"):
        strokes = []
        for layer in symbol.findall("layer[@class='SimpleLine']"):
            options = {o.get("name"): o.get("value", "") for o in layer.findall("Option/Option")}
            if options["line_color"] == "251,248,241,255":
                continue  # casing, or the hollow of a road
            expressions = [
                option.get("value", "")
                for option in layer.iterfind(
                    "data_defined_properties//Option[@name='enabled']/Option[@name='expression']"
                )
            ]
            strokes.append(expressions[0] if expressions else str(CERTAINTIES))
        for certainty in CERTAINTIES:
            matching = [
                text
                for text in strokes
                if text.endswith(f"= '{certainty}'") or text == str(CERTAINTIES)
            ]
            assert len(matching) == 1, (symbol.get("name"), certainty)


def test_every_field_named_in_a_style_exists() -> None:
    for model in (Stop, Leg):
        fields = {name: field for name, field in model.model_fields.items() if not field.exclude}
        aliases = aliases_of(model)
        assert set(aliases) == set(fields)
        assert all(aliases[name] == field.title for name, field in fields.items())


def test_every_kind_has_a_shape_and_every_mode_a_stroke() -> None:
    assert set(json.loads((SIGNS / "symbols.json").read_bytes())) == set(KINDS)
    assert set(MODES) <= set(json.loads((SIGNS / "strokes.json").read_bytes()))


def test_the_project_is_whole(folder: Path, life: Life, files: dict[str, str]) -> None:
    name = next(name for name in files if name.endswith(".qgs"))
    root = parse(files[name])
    ids = [element.text or "" for element in root.findall("projectlayers/maplayer/id")]
    assert len(ids) == len({*ids}) == 3 + len(plan_files(life))
    assert all(len(identifier) > 10 for identifier in ids)
    assert [item.get("id") for item in root.iter("layer-tree-layer")] == ids
    sources = [element.text or "" for element in root.iter("datasource")]
    assert all(source.startswith("./") for source in sources)
    assert all((folder / source.partition("|")[0]).is_file() for source in sources)
    planned = {source.partition("|")[0].removeprefix("./") for source in sources if "|" in source}
    assert planned == {file for plan in life.plans for file in plan.files}
    first, last = life_range(life)
    span = only(root, "ProjectTimeSettings/TemporalRange")
    assert span.findtext("start") == f"{first}T00:00:00Z"
    assert span.findtext("end") == f"{last}T00:00:00Z"
    clock = only(root, "ProjectTimeSettings").attrib
    assert (clock["timeStep"], clock["timeStepUnit"]) == ("3", "mon")
    assert root.findtext("properties/TemporalControllerWidget/NavigationMode") == "0"
    assert root.findtext("properties/Paths/Absolute") == "false"
    assert root.findtext("properties/SpatialRefSys/ProjectionsEnabled") == "1"


def projects(life: Life) -> dict[str, ET.Element]:
    """Return the project of the folder, of its export and of the GeoPackage."""
    texts = {
        "folder": project_text(life),
        "export": project_text(life, frontiers=True),
        "package": project_text(life, package="life.gpkg"),
    }
    return {name: parse(text) for name, text in texts.items()}


def test_every_layer_and_table_says_what_it_holds_and_is_read_in_words(life: Life) -> None:
    for name, root in projects(life).items():
        for layer in root.findall("projectlayers/maplayer"):
            title = layer.findtext("layername", "")
            told = only(layer, "resourceMetadata")
            assert told.findtext("title"), (name, title)
            assert len(told.findtext("abstract", "")) > 20, (name, title)
            assert told.findtext("license", "").startswith("https://"), (name, title)
            assert layer.find("attribution") is not None, (name, title)
            named = layer.findall("aliases/alias")
            assert title == "Coast" or named, (name, title)
            assert all(alias.get("name") for alias in named), (name, title)


def test_a_project_says_whose_it_is_and_measures_on_the_earth(life: Life) -> None:
    for root in projects(life).values():
        assert root.findtext("projectMetadata/title") == life.title
        assert root.findtext("projectMetadata/abstract") == life.lead
        assert life.title in root.findtext("projectMetadata/rights", "")
        assert root.findtext("properties/Measure/Ellipsoid") == "EPSG:7030"


def test_the_form_of_a_stop_lists_its_sources_persons_and_legs_in_full(life: Life) -> None:
    shown = {"package": 4, "export": 2, "folder": 2}
    for name, root in projects(life).items():
        known = {one.get("id") for one in root.iter("relation")}
        stops = next(
            layer for layer in root.iter("maplayer") if layer.findtext("layername") == "Stops"
        )
        listed = [
            one.get("relation")
            for one in stops.findall("attributeEditorForm//attributeEditorRelation")
        ]
        assert len(listed) == shown[name]
        assert set(listed) <= known


def test_while_the_clock_is_off_the_legend_says_of_which_day_the_frontiers_are(
    life: Life,
) -> None:
    day = plate_days(life)[0]
    rules = parse(style_text(life, "frontiers")).findall("renderer-v2/rules/rule")
    assert f"{day.day} {day:%B} {day.year}" in rules[0].get("label", "")
    for layer in ("frontiers", "water"):
        for rule in parse(style_text(life, layer)).iter("rule"):
            assert day.isoformat() in rule.get("filter", "")


def test_from_afar_a_stop_is_called_by_its_town_as_on_every_map(life: Life) -> None:
    style = only(parse(style_text(life, "stops")), "labeling/settings/text-style")
    for stop in life.stops:
        town = label_of(stop.name_then, stop.precision)
        told = f"{quoted(stop.id)}, {quoted(town)}"
        assert (told in style.get("fieldName", "")) == (town != stop.name_then), stop.id


def test_a_stop_known_to_a_region_has_the_same_ring_as_on_the_page(life: Life) -> None:
    script = (PACKAGE / "page" / "web" / "scripts" / "map" / "signs.js").read_text("utf-8")
    assert f"const REGION_KM = {REGION_KM};" in script
    for symbol in parse(style_text(life, "stops")).iterfind("renderer-v2/symbols/symbol"):
        ring, sign = symbol.findall("layer")
        assert (ring.get("class"), sign.get("class")) == ("SimpleMarker", "SvgMarker")
        told = [option.get("value", "") for option in ring.iter("Option")]
        assert any(f"\"precision\" = 'region', max({2000 * REGION_KM}" in one for one in told)
        assert any(one.startswith("168,32,26,") for one in told)


def test_no_file_names_a_font_a_user_a_place_on_disk_or_a_moment(files: dict[str, str]) -> None:
    for name, text in files.items():
        for word in ("fontFamily", "saveUser", "saveDateTime", "file:", "/home", "/root"):
            assert word not in text, (name, word)
        assert name.endswith(".geojson") or parse(text).tag == "qgis"


def test_odd_names_give_a_file_name_all_the_same(life: Life) -> None:
    for person, stem in (
        ("Ché Guevara", "guevara"),
        ("毛泽东", "maozedong"),
        ("★", "life"),
        ("O'Hara", "o-hara"),
    ):
        named = life.person.model_copy(update={"name": person})
        assert f"{stem}.qgs" in sidecars(life.model_copy(update={"person": named}))


def test_text_that_looks_like_markup_stays_text(life: Life) -> None:
    title = '<b>&"]]>'
    root = parse(
        next(
            t
            for n, t in sidecars(life.model_copy(update={"title": title})).items()
            if n.endswith(".qgs")
        )
    )
    assert root.findtext("title") == title


# An edit elsewhere


def copy_life(folder: Path, target: Path) -> Path:
    target.mkdir()
    for name in (*FILES, *(name for name in LISTS if (folder / name).exists())):
        shutil.copy(folder / name, target / name)
    if (folder / "plans").exists():
        shutil.copytree(folder / "plans", target / "plans")
    tidy_life(target)
    return target


SUMMARY = "Changed in a table: « ё » and “quotes”."
MOVED = (0.12345, 45.5)


def edit_by_hand(folder: Path) -> None:
    path = folder / "stops.geojson"
    table = json.loads(path.read_bytes())
    table["features"][2]["properties"]["summary"] = SUMMARY
    table["features"][2]["geometry"]["coordinates"] = list(MOVED)
    path.write_text(json.dumps(table), "utf-8")


def edit_with_gdal(folder: Path) -> None:
    from shapely.geometry import Point

    path = folder / "stops.geojson"
    table = pyogrio.read_dataframe(path)
    table.loc[2, "summary"] = SUMMARY
    table.loc[2, "geometry"] = Point(MOVED)
    pyogrio.write_dataframe(table, path, driver="GeoJSON", layer="stops")


QGIS_EDIT = """
import sys
from qgis.core import QgsApplication, QgsGeometry, QgsPointXY, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer(sys.argv[1], "stops", "ogr")
layer.loadDefaultStyle()
feature = [f for f in layer.getFeatures()][2]
assert layer.startEditing()
layer.changeAttributeValue(feature.id(), layer.fields().indexOf("summary"), sys.argv[2])
point = QgsPointXY(float(sys.argv[3]), float(sys.argv[4]))
layer.changeGeometry(feature.id(), QgsGeometry.fromPointXY(point))
assert layer.commitChanges(), layer.commitErrors()
sys.stdout.flush()
import os
os._exit(0)
"""


def edit_with_qgis(folder: Path) -> None:
    require_qgis()
    arguments = [str(folder / "stops.geojson"), SUMMARY, *map(str, MOVED)]
    run_qgis(["-c", QGIS_EDIT, *arguments], folder.parent)


@pytest.mark.parametrize(
    "edit",
    [edit_with_gdal, pytest.param(edit_with_qgis, marks=[pytest.mark.qgis, pytest.mark.slow])],
)
def test_an_edit_elsewhere_is_the_same_edit_by_hand(
    folder: Path, edit: Callable[[Path], None], tmp_path: Path
) -> None:
    hand = copy_life(folder, tmp_path / "hand")
    other = copy_life(folder, tmp_path / "other")
    edit_by_hand(hand)
    edit(other)
    assert "stops.geojson" in tidy_life(hand)
    tidy_life(other)
    for path in sorted(path for path in hand.rglob("*") if path.is_file()):
        assert path.read_bytes() == (other / path.relative_to(hand)).read_bytes(), path.name
    assert load_life(hand).stops[2].summary == SUMMARY


# A real QGIS


def look(folder: Path, home: Path) -> dict[str, Any]:
    (project,) = folder.glob("*.qgs")
    script = str(SUPPORT / "open_in_qgis.py")
    report: dict[str, Any] = json.loads(
        run_qgis([script, str(folder), str(project), str(home)], home)
    )
    return report


@pytest.fixture(scope="module")
def report(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    require_qgis()
    return look(folder, tmp_path_factory.mktemp("qgis"))


DATED = {"start_date": "Date", "end_date": "Date", "date_edtf": "String", "seq": "Integer"}


@pytest.mark.qgis
@pytest.mark.parametrize("layer", ["stops", "legs"])
@pytest.mark.parametrize("way", ["file", "project"])
def test_qgis_opens_styled_and_dated(
    life: Life, report: dict[str, Any], layer: str, way: str
) -> None:
    layers = report["layers"] if way == "file" else report["project"]["layers"]
    seen = layers[layer if way == "file" else layer.capitalize()]
    values = life.stops if layer == "stops" else life.legs
    assert seen["valid"]
    assert seen["features"] == len(values)
    assert seen["crs"] == "EPSG:4326"
    assert DATED.items() <= seen["fields"].items()
    assert seen["aliases"] == aliases_of(Stop if layer == "stops" else Leg)
    assert (seen["active"], seen["start"]) == (True, "start_date")
    assert (seen["mode"], seen["limit"]) == {"stops": (4, 0), "legs": (1, 1)}[layer]
    assert seen["unseen"] == []
    assert seen["accumulate"] == (layer == "legs")
    assert seen["renderer"] == "categorizedSymbol"
    assert seen["undrawn"] == []
    assert seen["labels"] == (layer == "stops")
    assert seen["widgets"]["certainty"] == "ValueMap"
    assert seen["widgets"]["start_date"] == "DateTime"
    if layer == "stops":
        assert "name_then" in seen["label"]
        assert life.stops[0].name_then in seen["display"]
    for year, count in seen["decades"].items():
        begin, end = f"{year}-01-01", f"{int(year) + 9}-12-31"
        inside = [
            value
            for value in values
            if value.span.first.isoformat() <= end
            and (layer == "legs" or value.span.last.isoformat() >= begin)
        ]
        assert count == len(inside), year


@pytest.mark.qgis
def test_qgis_reads_the_metadata(life: Life, report: dict[str, Any]) -> None:
    for layer in ("stops", "legs"):
        seen = report["layers"][layer]
        assert seen["title"] == f"{life.title}: {layer}"
        assert life.person.name in seen["abstract"] or layer == "legs"
        assert len(seen["licences"]) == 1


@pytest.mark.qgis
def test_qgis_shows_the_tip_with_the_first_stop(life: Life, report: dict[str, Any]) -> None:
    tip = report["layers"]["stops"]["tip"]
    first = life.stops[0]
    assert first.title in tip
    assert first.span.words in tip
    assert ("<blockquote>" in tip) == (first.quote is not None)
    assert "[%" not in tip


@pytest.mark.qgis
def test_qgis_opens_the_project_ready(life: Life, report: dict[str, Any]) -> None:
    project = report["project"]
    first, last = life_range(life)
    assert project["opened"]
    assert not project["dirty"]
    assert project["title"] == life.title
    assert project["crs"] == ""  # a projection of its own, that of the plates
    assert project["range"] == [f"{first}T00:00:00Z", f"{last}T00:00:00Z"]
    assert (project["step"], project["navigation"]) == (3.0, 0)
    plans = project["order"][2:-1]
    assert [*project["order"][:2], project["order"][-1]] == ["Stops", "Legs", "Coast"]
    assert len(plans) == len(plan_files(life))
    assert len(project["ids"]) == 3 + len(plans)
    assert [name for name in plans if not project["layers"][name]["valid"]] == []
    shown = sum(project["layers"][name]["features"] for name in plans)
    assert shown == len(life.landmarks)
    tips = [project["layers"][name]["tip"] for name in plans]
    assert all("good to" in tip and "[%" not in tip for tip in tips)
    if "Paris: lines" in plans:  # its wall was pulled down in 1929
        wall = [each for each in life.landmarks if each.end_date == "1929"]
        years = project["layers"]["Paris: lines"]["decades"]
        assert years["1920"] - years["1930"] == len(wall) == 2
    coast = project["layers"]["Coast"]
    assert coast["valid"]
    assert not coast["active"]  # it stands through all the years


@pytest.mark.qgis
def test_qgis_draws_more_as_the_trail_grows(report: dict[str, Any]) -> None:
    colours = report["colours"]
    assert min(colours.values()) > 10  # paper, a marker, its label and their soft edges
    assert colours["1895"] < colours["1934"] <= colours["whole"]


@pytest.mark.qgis
def test_qgis_draws_every_leg_to_be_seen(life: Life, report: dict[str, Any]) -> None:
    assert set(report["dark"]) == {leg.id for leg in life.legs}
    assert {name: count for name, count in report["dark"].items() if count < 140} == {}


@pytest.mark.slow
@pytest.mark.qgis
def test_qgis_opens_the_exported_folder_with_frontiers(life: Life, tmp_path: Path) -> None:
    require_qgis()
    write_export(life, "qgis", tmp_path / "life")
    seen = look(tmp_path / "life", tmp_path)
    order = seen["project"]["order"]
    assert [*order[:2], *order[-2:]] == ["Stops", "Legs", "Water", "Frontiers"]
    assert len(order) == 4 + len(plan_files(life))
    assert all(layer["valid"] for layer in seen["project"]["layers"].values())
    frontiers = seen["project"]["layers"]["Frontiers"]
    assert (frontiers["active"], frontiers["mode"], frontiers["limit"]) == (True, 4, 0)
    assert "end_date" in frontiers["until"]
    assert frontiers["unseen"] == []
    assert frontiers["fields"]["start_date"] == "Date"
    assert frontiers["label"] == "name"
    assert "good to" in frontiers["tip"]
    assert "[%" not in frontiers["tip"]
    assert all(frontiers["decades"][decade] > 50 for decade in ("1900", "1920", "1930"))
    assert seen["layers"]["frontiers"]["active"]
    assert seen["layers"]["frontiers"]["title"] == f"{life.title}: frontiers"
    # With the clock off the map shows the frontiers of one day, not those of all days at once.
    day = plate_days(life)[0].isoformat()
    table = json.loads((tmp_path / "life" / "frontiers.geojson").read_bytes())
    days = [feature["properties"] for feature in table["features"]]
    then = sum(one["start_date"] <= day <= one["end_date"] for one in days)
    assert frontiers["features"] - len(frontiers["undrawn"]) == then < len(days) / 2


@pytest.mark.slow
@pytest.mark.qgis
def test_qgis_takes_styles_from_the_geopackage(life: Life, tmp_path: Path) -> None:
    require_qgis()
    write_export(life, "gpkg", tmp_path / "life.gpkg")
    script = """
import json, os, sys
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
seen = {}
for name in ("stops", "legs", "frontiers"):
    layer = QgsVectorLayer(f"{sys.argv[1]}|layername={name}", name, "ogr")
    message, loaded = layer.loadDefaultStyle()
    temporal = layer.temporalProperties()
    seen[name] = [
        layer.isValid(), loaded, temporal.isActive(), layer.renderer().type(),
        layer.fields().field("start_date").typeName(), layer.featureCount(),
    ]
print(json.dumps(seen))
sys.stdout.flush()
os._exit(0)
"""
    seen = json.loads(run_qgis(["-c", script, str(tmp_path / "life.gpkg")], tmp_path))
    assert seen["stops"] == [True, True, True, "categorizedSymbol", "Date", len(life.stops)]
    assert seen["legs"] == [True, True, True, "categorizedSymbol", "Date", len(life.legs)]
    assert seen["frontiers"][:5] == [True, True, True, "RuleRenderer", "Date"]


@pytest.mark.slow
@pytest.mark.qgis
def test_the_geopackage_is_a_whole_workshop(tmp_path: Path) -> None:
    require_qgis()
    life = load_life(DATA)
    write_export(life, "gpkg", tmp_path / "own name.gpkg")
    script = """
import json, os, sys
from qgis.core import (
    QgsApplication, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsGeometry,
    QgsLayoutExporter, QgsProject, QgsVectorLayerUtils
)
app = QgsApplication([], False)
app.initQgis()
project = QgsProject.instance()
old = []
project.oldProjectVersionWarning.connect(old.append)
seen = {"opened": project.read(f"geopackage:{sys.argv[1]}?projectName=serge")}
layers = project.mapLayers().values()
seen["layers"] = {layer.name(): [layer.isValid(), layer.featureCount()] for layer in layers}
seen["groups"] = {
    group.name(): [each.name() for each in group.findLayers()]
    for group in project.layerTreeRoot().findGroups()
}
plans = [layer for layer in layers if layer.name().startswith("Plans: ")]
seen["nearest"] = [layer.minimumScale() for layer in plans if layer.hasScaleBasedVisibility()]
seen["undrawn"] = [
    feature["kind"] for layer in plans for feature in layer.getFeatures()
    if feature["kind"] not in {one.value() for one in layer.renderer().categories()}
]
seen["projection"] = project.crs().toProj()
seen["range"] = project.timeSettings().temporalRange().begin().date().toString("yyyy-MM-dd")
seen["step"] = project.timeSettings().timeStep()
seen["themes"] = project.mapThemeCollection().mapThemes()
seen["old"] = old
related = project.relationManager().relations()
seen["relations"] = [name for name, one in related.items() if one.isValid()]
stops = project.mapLayersByName("Stops")[0]
fields = stops.fields()
seen["tabs"] = [tab.name() for tab in stops.editFormConfig().tabs()]
check = QgsVectorLayerUtils.validateAttribute
seen["refused"] = [
    [feature["id"], field.name()]
    for feature in stops.getFeatures()
    for number, field in enumerate(fields)
    if not check(stops, feature, number)[0]
]
values = {fields.indexOf("date_edtf"): "May", fields.indexOf("sources"): "nobody"}
new = QgsVectorLayerUtils.createFeature(stops, QgsGeometry(), values)
for name in ("date_edtf", "sources"):
    seen[name] = check(stops, new, fields.indexOf(name))
seen["new"] = {name: new[name] for name in ("certainty", "precision", "tour")}
there = "start_date <= '1917-03-15' and end_date >= '1917-03-15'"
(stop,) = stops.getFeatures(there)
states = project.mapLayersByName("Frontiers")[0].getFeatures(there)
held = [state for state in states if state.geometry().contains(stop.geometry())]
says = related["stop_sources-stop"].getRelatedFeatures(stop)
seen["march 1917"] = [
    stop["name_then"], [[one["name"], one["status"]] for one in held],
    stop["certainty"], sorted(one["source"] for one in says),
]
rows = project.mapLayersByName("Sources of the stops")[0]
context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(rows))
context.setFeature(next(rows.getFeatures()))
seen["cited"] = QgsExpression(rows.displayExpression()).evaluate(context)
marks = project.bookmarkManager().bookmarks()
seen["bookmarks"] = [mark.name() for mark in marks if mark.extent().crs().isValid()]
layout = project.layoutManager().layoutByName("A page a stop")
atlas = layout.atlas()
atlas.beginRender()
seen["pages"] = atlas.count()
for number in (39, 51):
    atlas.seekTo(number)
    settings = QgsLayoutExporter.PdfExportSettings()
    target = f"{sys.argv[2]}/{atlas.currentFilename()}.pdf"
    seen[atlas.currentFilename()] = QgsLayoutExporter(layout).exportToPdf(target, settings)
print(json.dumps(seen))
sys.stdout.flush()
os._exit(0)
"""
    arguments = ["-c", script, str(tmp_path / "own name.gpkg"), str(tmp_path)]
    seen = json.loads(run_qgis(arguments, tmp_path))
    assert seen["opened"]
    assert all(valid for valid, _ in seen["layers"].values())
    counts = {name: count for name, (_, count) in seen["layers"].items()}
    assert counts["Stops"] == len(life.stops) == seen["pages"]
    assert counts["Persons"] == len(life.persons)
    assert counts["Sources"] == len(life.sources)
    assert counts["Frontiers crossed"] > 20
    points = [mark for mark in life.landmarks if mark.geometry["type"] == "Point"]
    assert counts["Plans: places"] == len(points)
    assert counts["Plans: lines"] == len(life.landmarks) - len(points)
    assert seen["groups"] == {"Plans of towns": ["Plans: places", "Plans: lines"]}
    assert seen["nearest"] == [100_000, 100_000]
    assert seen["undrawn"] == []
    assert "+proj=eqdc" in seen["projection"]
    assert (seen["old"], len(seen["relations"])) == ([], 8)
    assert seen["tabs"] == ["What", "When", "Where", "Words", "Sources"]
    assert seen["refused"] == []
    # Where was he in March 1917, who held that place, how sure is it, says who?
    where, held, sure, says = seen["march 1917"]
    assert (where, held, sure) == ("Barcelona", [["Spain", "sovereign"]], "certain")
    assert len(says) >= 2
    first = life.stops[0].citations[0]
    (source,) = [one for one in life.sources if one.id == first.source_id]
    assert cite(csl_item(source)) in seen["cited"]
    assert (seen["date_edtf"][0], seen["sources"][0]) == (False, False)
    assert "1919-01" in seen["date_edtf"][1][0]
    assert seen["new"] == {"certainty": "certain", "precision": "city", "tour": False}
    assert (seen["range"], seen["step"]) == (str(life_range(life)[0]), 3.0)
    assert seen["themes"] == ["By certainty", "Frontiers of the day", "The route alone"]
    assert len(seen["bookmarks"]) == len(life.chapters)
    for page in ("stop-40", "stop-52"):
        assert seen[page] == 0
        assert (tmp_path / f"{page}.pdf").read_bytes().startswith(b"%PDF")
        assert (tmp_path / f"{page}.pdf").stat().st_size > 10_000


def test_a_place_on_the_far_side_of_the_earth_has_bounds_too() -> None:
    projection = "+proj=laea +lat_0=0 +lon_0=0 +datum=WGS84"
    near = extent_of([(0, 0)], projection)
    assert near == extent_of([(0, 0), (180, 0)], projection) == extent_of([(180, 0)], projection)
    assert float(near["xmin"]) < float(near["xmax"])
