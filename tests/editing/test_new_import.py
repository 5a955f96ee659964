from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from project import LIVES

from mapping.cli.main import main
from mapping.editing.imports.folder import import_life
from mapping.editing.tidy import tidy_life
from mapping.errors import DataError
from mapping.life.places import fold
from mapping.reading.folder import load_life, parse_life, read_life

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

HEADER = "place,lat,lon,start,end,title,text,source\n"
ROWS = (
    "Brussels,50.85,4.35,1890-12-30,1909,Born,An exile's child.,Memoirs\n"
    "Paris,48.86,2.35,c. 1909,1913-01-31,Commune,Edits a paper.,Memoirs\n"
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def life_of(text: str, name: str = "a-life.csv") -> Any:
    files = {key: value.encode() for key, value in import_life(name, text).files.items()}
    files.pop("SOURCES.md")
    life, problems = parse_life(files)
    assert life is not None, problems
    return life


# A new life


def test_a_new_life_is_valid_canonical_and_free_of_warnings(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    result = run("new", folder)
    assert result.exit_code == 0, result.output
    life, problems = read_life(folder)
    assert life is not None
    assert problems == []
    assert (len(life.stops), len(life.legs), len(life.sources)) == (2, 1, 1)
    assert tidy_life(folder, check=True) == []
    assert all(line.split(" written.")[0] in result.stdout for line in map(str, folder.iterdir()))


def test_a_new_life_explains_itself(tmp_path: Path) -> None:
    run("new", tmp_path / "mine")
    text = (tmp_path / "mine" / "life.toml").read_text("utf-8")
    assert "[article]" in text
    assert "headline" in text
    assert text.count("#") > 8


def without_the_namespace(page: str) -> str:
    """Leave out the one name that every page's scripts share: that of the package."""
    return page.replace("SergeMap", "")


def test_a_new_life_builds_at_once(tmp_path: Path) -> None:
    run("new", tmp_path / "mine")
    result = run("build", tmp_path / "mine", "-o", tmp_path / "mine.html")
    assert result.exit_code == 0, result.output
    page = (tmp_path / "mine.html").read_text("utf-8")
    assert "Joseph Roth, from Berlin to Paris" in page
    assert "Serge" not in without_the_namespace(page)


@pytest.mark.parametrize("command", [["new", "{}"], ["import", "{}/keep.csv", "-o", "{}"]])
def test_a_folder_in_use_is_left_alone(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "keep.csv").write_text(HEADER + ROWS, "utf-8")
    result = run(*(part.format(tmp_path) for part in command))
    assert result.exit_code == 1
    assert "expected a new or empty folder" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["keep.csv"]


# The second life


def test_the_second_life_checks_without_a_warning_and_is_canonical() -> None:
    life, problems = read_life(LIVES / "benjamin")
    assert life is not None
    assert problems == []
    assert tidy_life(LIVES / "benjamin", check=True) == []
    assert len(life.stops) >= 12


def test_the_second_life_builds_and_nothing_of_the_first_is_in_it(tmp_path: Path) -> None:
    result = run("build", LIVES / "benjamin", "-o", tmp_path / "b.html")
    assert result.exit_code == 0, result.output
    page = without_the_namespace((tmp_path / "b.html").read_text("utf-8"))
    assert "Walter Benjamin" in page
    assert "Portbou" in page
    for word in ("Serge", "Paizis", "Kibalchich"):
        assert word not in page


def test_the_second_life_survives_a_journey_through_csv() -> None:
    from mapping.formats.plain import table

    life = load_life(LIVES / "benjamin")
    again = life_of(table(life).files["stops.csv"].decode("utf-8-sig"))
    for before, after in zip(life.stops, again.stops, strict=True):
        same = ("title", "name_then", "name_now", "country_then", "country_now", "kind")
        same += (
            "companions",
            "works",
            "date_edtf",
            "certainty",
            "precision",
            "summary",
            "note",
            "place_id",
            "position",
        )
        for key in same:
            assert getattr(before, key) == getattr(after, key), (before.id, key)


# Import


def test_a_csv_becomes_a_life_that_checks(tmp_path: Path) -> None:
    (tmp_path / "victor_k.csv").write_text(HEADER + ROWS, "utf-8")
    result = run("import", tmp_path / "victor_k.csv", "-o", tmp_path / "life")
    assert result.exit_code == 0, result.output
    life = load_life(tmp_path / "life")
    assert life.title == "Victor K"
    assert [stop.name_now for stop in life.stops] == ["Brussels", "Paris"]
    assert [stop.date_edtf for stop in life.stops] == ["1890-12-30/1909", "1909~/1913-01-31"]
    assert [stop.title for stop in life.stops] == ["Born", "Commune"]
    assert [(leg.from_id, leg.to_id, leg.mode) for leg in life.legs] == [
        ("brussels-1890", "paris-1909", "unknown")
    ]
    assert [source.title for source in life.sources] == ["Memoirs"]
    for words in ("Columns taken", "kind is 'home'", "Put them right"):
        assert words in result.stderr
    assert tidy_life(tmp_path / "life", check=True) == []


def test_rows_are_put_in_the_order_of_time() -> None:
    first, second = ROWS.splitlines(keepends=True)
    life = life_of(HEADER + second + first)
    assert [stop.name_now for stop in life.stops] == ["Brussels", "Paris"]


def test_a_row_that_cannot_be_a_stop_is_named_with_its_reason() -> None:
    text = HEADER + ROWS + "Here,north,2,1913,,,,\nThere,50,2,in spring,,,,\nOut,95,2,1914,,,,\n"
    imported = import_life("a.csv", text)
    left_out = {problem.feature: problem for problem in imported.left_out}
    fields = {where: problem.field for where, problem in left_out.items()}
    assert fields == {"line 4": "lat", "line 5": "start", "line 6": "lat"}
    assert "swapped" in left_out["line 6"].remedy
    assert {problem.level for problem in left_out.values()} == {"warning"}
    assert imported.verdict.startswith("5 rows: 2 taken, 3 left out need you: line 4")


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Name;Latitude;Longitude;From;To", ";"),
        ("city\tY\tX\tDate\tuntil", "\t"),
        ("Location,LAT,LNG,Begin,End", ","),
    ],
)
def test_columns_are_found_by_their_usual_names_and_any_separator(header: str, found: str) -> None:
    row = found.join(["Köln", "50.94", "6.96", "1919-01", "1920"])
    life = life_of(f"\ufeff{header}\r\n{row}\r\n")
    stop = life.stops[0]
    assert (stop.name_now, stop.position, stop.date_edtf) == ("Köln", (6.96, 50.94), "1919-01/1920")


def test_a_decimal_comma_is_understood() -> None:
    life = life_of("place;lat;lon;date\nOslo;59,91;10,75;1916\n")
    assert life.stops[0].position == (10.75, 59.91)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "an empty file"),
        ("\n,,\n", "columns for lat, lon, start"),
        ("place,lat\nA,1\n", "columns for "),
        (HEADER, "at least one row"),
        (HEADER + "A,x,1,1919,,,,\n", "at least one row"),
    ],
)
def test_a_table_without_dated_points_is_refused(text: str, expected: str) -> None:
    with pytest.raises(DataError) as caught:
        import_life("a.csv", text)
    assert expected in str(caught.value)


def geojson(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def point(lon: object, lat: object, **properties: object) -> dict[str, object]:
    geometry = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_geojson_points_become_stops() -> None:
    text = geojson(
        point(4.35, 50.85, name="Brussels", start=1890, tags=["a", "b"]),
        point(2.35, 48.86, name="Paris", start="1909-10~", end="1913-01-31", description="x"),
        {"type": "Feature", "properties": {"name": "Line", "start": "1910"}, "geometry": None},
    )
    life = life_of(text, "points.geojson")
    assert [(stop.title, stop.date_edtf) for stop in life.stops] == [
        ("Brussels", "1890/1890"),
        ("Paris", "1909-10~/1913-01-31"),
    ]
    imported = import_life("points.geojson", text)
    assert [problem.feature for problem in imported.left_out] == ["feature 3"]
    assert any("'tags'" in note for note in imported.notes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "points.geojson"),
        ("[]", "a GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection", "features": []}', "columns for start"),
        (geojson(point("a", 1, start="1919")), "at least one row"),
        (geojson(point(None, 1, start="1919")), "at least one row"),
        (geojson(point(float("inf"), 1, start="1919")), "a number of degrees"),
    ],
)
def test_geojson_without_dated_points_is_refused(text: str, expected: str) -> None:
    with pytest.raises(DataError) as caught:
        import_life("points.geojson", text)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "Καλάβρυτα,38.03,22.11,1943,,,,\nთბილისი,41.7,44.8,1944,,,,\n",
        HEADER + "Paris,48.86,2.35,1910,,,,\nParis,48.86,2.35,1910,,,,\nPARIS,50,2.3,1910,,,,\n",
        HEADER + '"A ""quoted"", name",48.86,2.35,1910,1930,"Line\nbreak \x7f",,\n'
        "Lyon,45.7,4.8,1920,1925,,,\n",
        HEADER + "x" * 300 + ",1,2,1910,,,,\nShort,2,80,1911,,,," + "y" * 300 + "\n",
        "place,lat,lon,date,chapter\nA,1,1,1910,One\nB,9,9,1911,Two\nC,20,20,1912,One\n",
    ],
    ids=["other scripts", "same names", "overlap and breaks", "long", "chapter comes back"],
)
def test_odd_tables_still_make_a_life_that_loads(text: str) -> None:
    files = {key: value.encode() for key, value in import_life("a.csv", text).files.items()}
    files.pop("SOURCES.md")
    _, problems = parse_life(files)
    control = "U+007F"  # the reader names it, and rightly
    errors = [str(p) for p in problems if p.level == "error" and control not in str(p)]
    assert errors == []


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Port-Vendres", "port-vendres"), ("Orléans (Loiret)", "orleans-loiret"), ("Ж", "zh")],
)
def test_fold(text: str, slug: str) -> None:
    assert fold(text) == slug
