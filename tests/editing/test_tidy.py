from __future__ import annotations

import json
import shutil
import tomllib
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import jsonschema
import pytest
from project import DATA
from small_life import as_files, canonical, leg, set_dates, stop, tables, write

from mapping.editing.citation import citation_text
from mapping.editing.edits import lost_edits
from mapping.editing.join import join_legs
from mapping.editing.schemas import schema_texts
from mapping.editing.tidy import canonical_texts, tidy_life
from mapping.errors import DataError
from mapping.formats.qgis.sidecars import sidecars
from mapping.life.dates import parse_span
from mapping.life.model import Editor
from mapping.life.order import order_stops
from mapping.reading.folder import check_life, load_life, read_life

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_life import Tables

    Edit = Callable[[Tables], object]


def tidied(parts: Tables) -> dict[str, str]:
    return canonical_texts(as_files(parts))


def features(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["features"]
    return found


@pytest.fixture
def life(tmp_path: Path) -> Path:
    """Return the folder of a small life in canonical form, with all its files."""
    folder = write(canonical(tables()), tmp_path / "life")
    tidy_life(folder)
    return folder


def test_a_canonical_table_stays_as_it_is() -> None:
    parts = canonical(tables())
    assert tidied(parts) == {name: parts[name] for name in ("stops.geojson", "legs.geojson")}


def test_the_canonical_form_is_one_feature_a_line_without_crs() -> None:
    lines = tidied(tables())["stops.geojson"].splitlines()
    assert lines[0].startswith('{"type": "FeatureCollection", "name": "stops", "description": ')
    assert [line[:23] for line in lines[1:-1]] == ['{"type": "Feature", "id'] * 3
    assert lines[-1] == "]}"
    assert json.loads(lines[0] + "]}")["description"] == (
        "Stops of the life of Jeanne Exemple, 1920 to 1924"
    )


def shuffle_keys(parts: Tables) -> None:
    for name in ("stops.geojson", "legs.geojson"):
        for feature in parts[name]["features"]:
            feature["properties"] = dict(reversed(feature["properties"].items()))


def gdal_members(parts: Tables) -> None:
    name = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    parts["stops.geojson"] |= {"crs": name, "xy_coordinate_resolution": 1e-7, "bbox": [0, 0, 1, 1]}


def times_for_days(parts: Tables) -> None:
    for index in range(3):
        stop(parts, index)["start_date"] += "T00:00:00"
        stop(parts, index)["end_date"] += "T00:00:00Z"


def fractions(parts: Tables) -> None:
    stop(parts, 1)["seq"] = 2.0
    leg(parts, 0).update(guarded=0.0, seq=1.0)


def one_id(parts: Tables) -> None:
    for feature in parts["stops.geojson"]["features"]:
        del feature["id"]
    del stop(parts, 0)["id"]
    parts["stops.geojson"]["features"][0]["id"] = "paris"


def missing_columns(parts: Tables) -> None:
    for key in ("seq", "start_date", "end_date", "date_text", "note", "works", "place_id"):
        for index in range(3):
            del stop(parts, index)[key]


def empty_texts(parts: Tables) -> None:
    stop(parts, 1).update(note="", works=" ", sources=" book ;; ")


def heights(parts: Tables) -> None:
    for name in ("stops.geojson", "legs.geojson"):
        for feature in parts[name]["features"]:
            points = feature["geometry"]["coordinates"]
            for point in [points] if name.startswith("stops") else points:
                point.append(12.0)


def noise(parts: Tables) -> None:
    for feature in parts["stops.geojson"]["features"]:
        at = feature["geometry"]["coordinates"]
        at[:] = [at[0] + 3e-7, at[1] - 4e-8]


def multi(parts: Tables) -> None:
    for name in ("stops.geojson", "legs.geojson"):
        for feature in parts[name]["features"]:
            shape = feature["geometry"]
            shape.update(type=f"Multi{shape['type']}", coordinates=[shape["coordinates"]])


def stale(parts: Tables) -> None:
    stop(parts, 0).update(start_date="1871-03-18", date_text="once", seq=1)
    leg(parts, 0).update(date_edtf="1920-07~")


def shuffled(parts: Tables) -> None:
    parts["stops.geojson"]["features"].reverse()
    parts["legs.geojson"]["features"].reverse()


def no_numbers_and_shuffled(parts: Tables) -> None:
    shuffled(parts)
    for index in range(3):
        stop(parts, index)["seq"] = None


def days_only(parts: Tables) -> None:
    stop(parts, 0)["date_edtf"] = None


def decomposed(parts: Tables) -> None:
    stop(parts, 0)["title"] = "Cafe\u0301"


ODDITIES: dict[str, Edit] = {
    edit.__name__: edit
    for edit in (
        shuffle_keys,
        gdal_members,
        times_for_days,
        fractions,
        one_id,
        missing_columns,
        empty_texts,
        heights,
        noise,
        multi,
        stale,
        shuffled,
        no_numbers_and_shuffled,
    )
}


@pytest.mark.parametrize("name", ODDITIES)
def test_what_other_programs_leave_is_put_back_byte_for_byte(name: str) -> None:
    parts = tables()
    ODDITIES[name](parts)
    assert as_files(parts) != as_files(tables())
    assert tidied(parts) == tidied(tables())


@pytest.mark.parametrize("name", ODDITIES)
def test_tidying_twice_changes_nothing(name: str) -> None:
    parts = tables()
    ODDITIES[name](parts)
    once = tidied(parts)
    assert tidied(parts | once) == once


def test_letters_are_composed() -> None:
    parts = tables()
    decomposed(parts)
    assert features(tidied(parts)["stops.geojson"])[0]["properties"]["title"] == "Café"


def test_days_filled_in_with_gis_become_the_dates() -> None:
    parts = tables()
    days_only(parts)
    columns = features(tidied(parts)["stops.geojson"])[0]["properties"]
    assert columns["date_edtf"] == "1920-01-01/1920-06-30"
    assert columns["date_text"] == "1 January to 30 June 1920"


def test_unknown_columns_are_kept_for_check_to_tell() -> None:
    parts = tables()
    stop(parts, 0)["zodiac"] = {"sign": "pisces"}
    assert features(tidied(parts)["stops.geojson"])[0]["properties"]["zodiac"] == {"sign": "pisces"}


def test_legs_follow_a_stop_that_moved() -> None:
    parts = tables()
    parts["stops.geojson"]["features"][1]["geometry"]["coordinates"] = [13.5, 52.4]
    lines = [f["geometry"]["coordinates"] for f in features(tidied(parts)["legs.geojson"])]
    assert (lines[0][-1], lines[1][0]) == ([13.5, 52.4], [13.5, 52.4])
    assert lines[0][1] == [7.0, 50.9]


def test_a_leg_without_a_line_becomes_straight() -> None:
    parts = tables()
    parts["legs.geojson"]["features"][0]["geometry"] = None
    shape = features(tidied(parts)["legs.geojson"])[0]["geometry"]
    assert shape["coordinates"] == [[2.3488, 48.85341], [13.41053, 52.52437]]


def test_a_new_stop_goes_where_its_dates_say() -> None:
    parts = tables()
    new = json.loads(json.dumps(parts["stops.geojson"]["features"][0]))
    new["id"] = new["properties"]["id"] = "cologne"
    new["properties"]["seq"] = None
    set_dates(new["properties"], "1920-06-30/1920-07")
    parts["stops.geojson"]["features"].append(new)
    rows = [f["properties"] for f in features(tidied(parts)["stops.geojson"])]
    assert [(row["id"], row["seq"]) for row in rows] == [
        ("paris", 1),
        ("cologne", 2),
        ("berlin", 3),
        ("vienna", 4),
    ]


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        ([(1, 1919), (2, 1920), (3, 1921)], [0, 1, 2]),
        ([(3, 1921), (2, 1920), (1, 1919)], [2, 1, 0]),
        ([(1, 1921), (2, 1920), (3, 1919)], [2, 1, 0]),
        ([(None, 1919), (None, 1919), (None, 1919)], [0, 1, 2]),
        ([(2, 1919), (1, 1919)], [1, 0]),  # the same year: as the editor put them
        ([(1, 1919), (None, 1919), (2, 1919)], [0, 1, 2]),
        ([(1, 1919), (3, 1919), (1.5, 1919)], [0, 2, 1]),
        ([("1", 1920), (True, 1919), (float("nan"), 1918)], [2, 1, 0]),
        ([], []),
    ],
)
def test_the_order_is_the_editors_unless_the_dates_say_otherwise(
    rows: list[tuple[object, int]], order: list[int]
) -> None:
    spans = [parse_span(str(year)) for _, year in rows]
    assert order_stops([seq for seq, _ in rows], spans) == order


BROKEN: dict[str, tuple[Edit, str]] = {
    "a date that is none": (lambda p: stop(p, 1).update(date_edtf="1920-13"), "berlin, date_edtf"),
    "no date at all": (
        lambda p: stop(p, 1).update(date_edtf=None, start_date=None),
        "berlin, date_edtf",
    ),
    "another crs": (
        lambda p: p["legs.geojson"].update(
            crs={"type": "name", "properties": {"name": "EPSG:3857"}}
        ),
        "legs.geojson, crs",
    ),
    "no table": (lambda p: p.update({"legs.geojson": "[]"}), "a FeatureCollection"),
    "not JSON": (lambda p: p.update({"stops.geojson": "<html>"}), "a web page"),
    "a feature of nothing": (lambda p: p["stops.geojson"]["features"].append(None), "feature 4"),
    "a doubled key": (
        lambda p: p.update({"legs.geojson": '{"type": "FeatureCollection", "type": 1}'}),
        "each key once",
    ),
    "no end": (
        lambda p: stop(p, 1).update(zodiac=[float("inf")]),
        "JSON cannot hold",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_tidied_is_told_and_nothing_is_written(name: str, life: Path) -> None:
    edit, words = BROKEN[name]
    parts = tables()
    edit(parts)
    write(parts, life)
    before = {path: path.read_bytes() for path in life.iterdir()}
    with pytest.raises(DataError) as caught:
        tidy_life(life)
    assert words in str(caught.value)
    assert {path: path.read_bytes() for path in life.iterdir()} == before


def test_numbers_without_end_in_a_column_become_null() -> None:
    parts = tables()
    stop(parts, 1).update(note=float("nan"), seq=float("inf"))
    columns = features(tidied(parts)["stops.geojson"])[1]["properties"]
    assert (columns["note"], columns["seq"]) == (None, 2)


def test_every_file_is_made_once_and_then_stands(tmp_path: Path) -> None:
    folder = write(canonical(tables()), tmp_path / "life")
    made = {*sidecars(load_life(folder)), *schema_texts(), "README.md", "CITATION.cff"}
    assert {"stops.qml", "legs.qml", "exemple.qgs"} < made
    assert set(tidy_life(folder, check=True)) == made
    assert {path.name for path in folder.iterdir()}.isdisjoint(made)
    assert set(tidy_life(folder)) == made
    assert tidy_life(folder) == []
    assert tidy_life(folder, check=True) == []
    assert read_life(folder)[1] == []


def test_a_life_with_errors_keeps_its_old_qgis_files(life: Path) -> None:
    parts = tables()
    stop(parts, 1)["kind"] = "prison"
    write(parts, life)
    style = (life / "stops.qml").read_bytes()
    assert tidy_life(life) == ["stops.geojson", "legs.geojson"]
    assert (life / "stops.qml").read_bytes() == style


def test_a_lost_file_is_made_again(life: Path) -> None:
    (life / "stops.qml").unlink()
    (life / "legs.schema.json").write_text("{}")
    assert tidy_life(life, check=True) == ["legs.schema.json", "stops.qml"]


def by_gis(path: Path, edit: Callable[[gpd.GeoDataFrame], object]) -> None:
    """Edit a table as a GIS does: read it, change it, write it over."""
    frame = gpd.read_file(path)
    edit(frame)
    frame.to_file(path, driver="GeoJSON")


def by_hand(path: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    for feature in content["features"]:
        edit(feature)
    path.write_text(json.dumps(content), encoding="utf-8")


def test_an_edit_with_gdal_gives_the_same_bytes_as_the_same_edit_by_hand(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        shutil.copytree("data", folder, ignore=shutil.ignore_patterns("frontiers"))
    name = load_life("data").stops[3].id

    def in_gis(frame: gpd.GeoDataFrame) -> None:
        frame.loc[frame["id"] == name, ["title", "certainty"]] = ["Changed", "uncertain"]
        frame["geometry"] = frame.geometry.translate(xoff=0.001)

    def with_editor(feature: dict[str, Any]) -> None:
        if feature["id"] == name:
            feature["properties"] |= {"title": "Changed", "certainty": "uncertain"}
        feature["geometry"]["coordinates"][0] += 0.001

    by_gis(one / "stops.geojson", in_gis)
    by_gis(one / "legs.geojson", lambda _: None)
    by_hand(two / "stops.geojson", with_editor)
    assert (one / "stops.geojson").read_bytes() != (two / "stops.geojson").read_bytes()
    assert read_life(one)[0] is None  # days written as times are stale
    for folder in (one, two):
        tidy_life(folder)
    for path in sorted(path for path in two.rglob("*") if path.is_file()):
        assert (one / path.relative_to(two)).read_bytes() == path.read_bytes(), path.name
    assert "Changed" in [each.title for each in load_life(one).stops]


def test_the_schemas_accept_the_real_tables_and_refuse_a_slip(life: Path) -> None:
    for name in ("stops", "legs"):
        schema = json.loads((life / f"{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for folder in (life, DATA):
            text = (folder / f"{name}.geojson").read_text(encoding="utf-8")
            assert not list(validator.iter_errors(json.loads(text)))
        content = json.loads((life / f"{name}.geojson").read_text(encoding="utf-8"))
        columns = content["features"][0]["properties"]
        columns["sumary"] = columns.pop("summary")
        columns["certainty"] = "sure"
        assert len(list(validator.iter_errors(content))) == 3


def test_the_schemas_of_head_and_lists_accept_what_stands_here_and_refuse_a_slip(
    life: Path,
) -> None:
    head = tomllib.loads((DATA / "life.toml").read_text("utf-8"))
    told = {"life": head} | {
        name: json.loads((DATA / f"{name}.json").read_text("utf-8"))
        for name in ("persons", "works", "glossary")
    }
    for name, content in told.items():
        schema = json.loads((life / f"{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        assert not list(validator.iter_errors(content)), name
        slip = content[0] if isinstance(content, list) else content
        slip["sentense"] = "A slip."
        assert len(list(validator.iter_errors(content))) == 1, name


def test_what_a_leg_does_not_say_of_its_guard_stays_unsaid() -> None:
    parts = tables()
    leg(parts, 0)["guarded"] = None
    assert '"guarded": null' in tidied(parts)["legs.geojson"]


def test_half_a_letter_stays_spelled_out() -> None:
    half = b'[{"id": "nin", "name": "\\ud800", "sentence": "A friend."}]'
    parts = tables()
    stop(parts, 1).update(title="\ud800")
    texts = canonical_texts(as_files(parts) | {"persons.json": half})
    assert '"name": "\\ud800"' in texts["persons.json"]
    assert '"title": "\\ud800"' in texts["stops.geojson"]


def test_a_table_saved_by_qgis_is_one_line_of_check_and_a_matter_for_tidy(tmp_path: Path) -> None:
    folder = tmp_path / "life"
    shutil.copytree(DATA, folder)
    before = (folder / "stops.geojson").read_bytes()
    table = json.loads(before)
    table["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    for number, feature in enumerate(table["features"], start=1):
        facts = feature["properties"]
        facts |= {"fid": number, "start_date": facts["start_date"].replace("-", "/")}
        facts["end_date"] += "T00:00:00"
        feature["geometry"]["coordinates"].append(0.0)
        del facts["id"]
    table["features"].reverse()
    (folder / "stops.geojson").write_text(json.dumps(table), "utf-8")
    errors = [problem for problem in check_life(folder) if problem.level == "error"]
    assert len(errors) == 1
    assert "Run serge-map tidy" in str(errors[0])
    tidy_life(folder)
    assert (folder / "stops.geojson").read_bytes() == before


def test_a_row_added_in_qgis_does_not_hide_where_the_table_was_saved(tmp_path: Path) -> None:
    folder = tmp_path / "life"
    shutil.copytree(DATA, folder)
    table = json.loads((folder / "stops.geojson").read_bytes())
    for feature in table["features"][:-1]:
        del feature["properties"]["id"]
    del table["features"][-1]["id"]  # so GDAL writes the new one
    (folder / "stops.geojson").write_text(json.dumps(table), "utf-8")
    (error,) = [problem for problem in check_life(folder) if problem.level == "error"]
    assert "Run serge-map tidy" in str(error)


def test_the_folder_says_how_to_cite_it() -> None:
    life = load_life(DATA)
    named = life.model_copy(
        update={
            "editors": (Editor(name="Doe, Jane", orcid="0000-0002-1825-0097"),),
            "doi": "10.5281/z.1",
        }
    )
    text = citation_text(named)
    assert 'name: "Doe, Jane"' in text
    assert "https://orcid.org/0000-0002-1825-0097" in text
    assert 'doi: "10.5281/z.1"' in text
    assert "The makers" in citation_text(life)


def test_tidy_says_which_days_it_derives_anew(tmp_path: Path) -> None:
    folder = tmp_path / "life"
    shutil.copytree(DATA, folder)
    assert lost_edits(folder) == []
    path = folder / "stops.geojson"
    table = json.loads(path.read_bytes())
    table["features"][3]["properties"]["start_date"] = "1905/05/05"
    path.write_text(json.dumps(table), "utf-8")
    (said,) = lost_edits(folder)
    assert "1905/05/05" in said
    assert "Change date_edtf" in said


def test_the_legs_of_a_deleted_stop_can_be_joined(tmp_path: Path) -> None:
    folder = tmp_path / "life"
    shutil.copytree(DATA, folder)
    assert join_legs(folder) == []
    life = load_life(folder)
    reached = {leg.to_id for leg in life.legs}
    gone = next(leg.from_id for leg in life.legs if leg.from_id in reached)
    before = next(leg for leg in life.legs if leg.to_id == gone)
    after = next(leg for leg in life.legs if leg.from_id == gone)
    path = folder / "stops.geojson"
    table = json.loads(path.read_bytes())
    table["features"] = [row for row in table["features"] if row["id"] != gone]
    path.write_text(json.dumps(table), "utf-8")
    (said,) = join_legs(folder)
    assert gone in said
    tidy_life(folder)
    legs = json.loads((folder / "legs.geojson").read_bytes())["features"]
    ends = [(row["properties"]["from_id"], row["properties"]["to_id"]) for row in legs]
    assert (before.from_id, after.to_id) in ends
    assert all(gone not in pair for pair in ends)
