"""A morning's work in a real QGIS, from opening a project to the page made of the edit."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from desktop import require_qgis, run_qgis, validate_geopackage
from project import DATA, SUPPORT

from mapping.cli.main import main
from mapping.formats.registry import write_export
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.qgis

ADDED = {
    "position": [2.35, 48.85],
    "title": "A morning in Paris",
    "chapter": "france",
    "kind": "home",
    "date_edtf": "1910-05-01/1910-05-02",
    "name_then": "Paris",
    "country_then": "France",
    "name_now": "Paris",
    "country_now": "FR",
    "summary": "He is there for the test.",
    "sources": "maitron-serge",
}


def work(address: str, folder: Path) -> dict[str, Any]:
    """Let QGIS open a project, work in it and save it; return what it saw."""
    script = str(SUPPORT / "work_in_qgis.py")
    seen: dict[str, Any] = json.loads(
        run_qgis([script, address, json.dumps(ADDED), str(folder)], folder)
    )
    life = load_life(DATA)
    assert (seen["opened"], seen["again"], seen["written"], seen["old"]) == (True, True, True, [])
    assert seen["proposed"] == {"certainty": "certain", "precision": "city", "tour": False}
    assert seen["refused"] == ["date_edtf", "sources"]
    assert (seen["still refused"], seen["id"]) == ([], "a-morning-in-paris")
    assert seen["saved"] == [True, True]
    assert seen["stops"] == len(life.stops) + 1
    assert len(seen["counts"]) > 4 * 55  # quarters of his years
    assert max(seen["counts"]) >= 3
    for page in seen["pages"]:
        content = (folder / page).read_bytes()
        assert content.startswith(b"%PDF")
        assert len(content) > 10_000
    return seen


def command(*arguments: object) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_stop_added_by_the_form_is_printed_saved_tidied_checked_and_built(tmp_path: Path) -> None:
    require_qgis()
    folder = tmp_path / "life"
    shutil.copytree(DATA, folder)
    seen = work(str(folder / "serge.qgs"), tmp_path)
    assert seen["pages"] == ["stop-1.pdf", "stop-3.pdf"]
    untidy = CliRunner().invoke(main, ["check", str(folder)])
    assert "Run serge-map tidy" in untidy.output
    assert untidy.output.count("error:") == 1
    command("tidy", folder)
    command("check", folder)
    life = load_life(folder)
    added = life.stops[life.stop_index["a-morning-in-paris"]]
    assert (added.position, added.seq, added.persons) == ((2.35, 48.85), 8, None)
    command("build", folder, "-o", tmp_path / "life.html")
    page = (tmp_path / "life.html").read_text("utf-8")
    assert 'id="a-morning-in-paris"' in page
    left = {stop.id: stop.summary for stop in life.stops if stop.id != added.id}
    assert left == {stop.id: stop.summary for stop in load_life(DATA).stops}


@pytest.mark.slow
def test_the_project_in_the_geopackage_takes_the_same_work_and_stays_valid(tmp_path: Path) -> None:
    require_qgis()
    path = tmp_path / "serge.gpkg"
    write_export(load_life(DATA), "gpkg", path)
    assert validate_geopackage(path) == ""
    seen = work(f"geopackage:{path}?projectName=serge", tmp_path)
    assert seen["layouts"] == ["A page a chapter", "A page a stop"]
    assert seen["pages"] == ["stop-1.pdf", "stop-3.pdf", "chapter-belgium.pdf", "chapter-spain.pdf"]
    assert seen["themes"] == ["By certainty", "Frontiers of the day", "The route alone"]
    assert validate_geopackage(path) == ""
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP TRIGGER rtree_stops_geom_insert")
        database.commit()
    assert "rtree" in validate_geopackage(path)  # it can say no


PLAN_EDIT = """
import os, sys
from qgis.core import QgsApplication, QgsGeometry, QgsPointXY, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer(f"{sys.argv[1]}|geometrytype=Point", "places", "ogr")
message, loaded = layer.loadNamedStyle(sys.argv[2])
assert loaded and layer.renderer().type() == "categorizedSymbol", message
assert layer.startEditing()
(feature,) = [one for one in layer.getFeatures() if one["name"] == sys.argv[3]]
layer.changeAttributeValue(feature.id(), layer.fields().indexOf("name_then"), sys.argv[4])
point = QgsPointXY(float(sys.argv[5]), float(sys.argv[6]))
layer.changeGeometry(feature.id(), QgsGeometry.fromPointXY(point))
assert layer.commitChanges(), layer.commitErrors()
sys.stdout.flush()
os._exit(0)
"""


@pytest.mark.slow
def test_a_plan_edited_in_qgis_is_tidied_to_the_same_edit_by_hand(tmp_path: Path) -> None:
    require_qgis()
    hand, other = tmp_path / "hand", tmp_path / "other"
    for folder in (hand, other):
        shutil.copytree(DATA, folder)
    table = json.loads((hand / "plans" / "moscow.geojson").read_bytes())
    told = next(one for one in table["features"] if one["geometry"]["type"] == "Point")
    told["properties"]["name_then"] = "Changed « ё »"
    told["geometry"]["coordinates"] = [37.62345, 55.75]
    (hand / "plans" / "moscow.geojson").write_text(json.dumps(table), "utf-8")
    path = other / "plans" / "moscow.geojson"
    edit = [str(path), str(other / "plans" / "plan_points.qml"), told["properties"]["name"]]
    run_qgis(["-c", PLAN_EDIT, *edit, "Changed « ё »", "37.62345", "55.75"], tmp_path)
    assert path.read_bytes() != (DATA / "plans" / "moscow.geojson").read_bytes()
    for folder in (hand, other):
        command("tidy", folder)
    assert path.read_bytes() == (hand / "plans" / "moscow.geojson").read_bytes()
    assert "Changed « ё »" in {mark.name_then for mark in load_life(other).landmarks}
