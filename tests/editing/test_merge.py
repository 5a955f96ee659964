from __future__ import annotations

import io
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from project import LIVES

from mapping.cli.main import main
from mapping.editing.imports.folder import import_life
from mapping.editing.imports.merge import merge_into
from mapping.errors import DataError
from mapping.formats.workbook import xlsx
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "id,place,lat,lon,start,end,title\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(LIVES / "benjamin", tmp_path / "life")
    return tmp_path / "life"


def stops(text: str) -> dict[str, dict[str, Any]]:
    return {f["id"]: f["properties"] for f in json.loads(text)["features"]}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_only_what_the_table_says_of_a_stop_is_changed(folder: Path) -> None:
    first = load_life(folder).stops[0]
    lon, lat = first.position
    row = f"{first.id},{first.name_now},{lat},{lon},{first.span.begin.text},,Another title\n"
    merged = merge_into(folder, import_life("a.csv", HEAD + row))
    before = stops((folder / "stops.geojson").read_text("utf-8"))[first.id]
    after = stops(merged.files["stops.geojson"])[first.id]
    changed = {name for name in after if after[name] != before[name]}
    assert "title" in changed
    assert not changed & {"summary", "kind", "certainty", "sources", "chapter", "country_then"}
    assert any("title" in line and "Another title" in line for line in merged.changes)


def test_a_stop_without_an_id_is_known_by_place_and_first_day(folder: Path) -> None:
    stop = load_life(folder).stops[2]
    lon, lat = stop.position
    begin, end = stop.span.begin.text, stop.span.end.text
    row = f",{stop.name_now},{lat},{lon},{begin},{end},Named anew\n"
    merged = merge_into(folder, import_life("a.csv", HEAD + row))
    assert [line[0] for line in merged.changes] == ["~"]
    assert stops(merged.files["stops.geojson"])[stop.id]["title"] == "Named anew"


def test_a_new_stop_goes_where_its_dates_say_and_nothing_is_lost(folder: Path) -> None:
    life = load_life(folder)
    day = life.stops[3].span.last.isoformat()
    merged = merge_into(folder, import_life("a.csv", f"{HEAD},Basel,47.56,7.59,{day},,A day\n"))
    after = stops(merged.files["stops.geojson"])
    new = set(after) - {stop.id for stop in life.stops}
    assert len(new) == 1
    assert len(after) == len(life.stops) + 1
    assert not [line for line in merged.changes if line.startswith("-")]
    assert [key for key in after if key not in new] == [stop.id for stop in life.stops]


def test_a_workbook_of_ours_may_also_take_stops_away(folder: Path) -> None:
    life = load_life(folder)
    book = load_workbook(io.BytesIO(next(iter(xlsx(life).files.values()))))
    gone = life.stops[-1].id
    for name, column in (("stops", "id"), ("legs", "to_id")):
        sheet = book[name]
        at = [cell.value for cell in sheet[1]].index(column) + 1
        for row in range(sheet.max_row, 1, -1):
            if sheet.cell(row, at).value == gone:
                sheet.delete_rows(row)
    stream = io.BytesIO()
    book.save(stream)
    merged = merge_into(folder, import_life("b.xlsx", stream.getvalue()))
    assert any(line.startswith(f"- stops.geojson, {gone}") for line in merged.changes)


def test_the_same_table_again_changes_nothing(folder: Path) -> None:
    life = load_life(folder)
    merged = merge_into(folder, import_life("b.xlsx", next(iter(xlsx(life).files.values()))))
    assert merged.changes == ()


def test_a_script_must_say_yes(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f"{HEAD},Basel,47.56,7.59,1930-05,,A visit\n", "utf-8")
    before = content(folder)
    asked = CliRunner().invoke(main, ["import", str(table), "--into", str(folder)])
    assert asked.exit_code == 2
    assert "--yes" in asked.stderr
    assert content(folder) == before
    done = CliRunner().invoke(main, ["import", str(table), "--into", str(folder), "--yes"])
    assert done.exit_code == 0, done.output
    assert "+ stops.geojson, basel-1930" in done.stderr
    assert "basel-1930" in {stop.id for stop in load_life(folder).stops}


def test_a_broken_life_is_left_alone(folder: Path) -> None:
    (folder / "stops.geojson").write_text("{", "utf-8")
    before = content(folder)
    with pytest.raises(DataError):
        merge_into(folder, import_life("a.csv", f"{HEAD},Basel,47.56,7.59,1930,,x\n"))
    assert content(folder) == before


def test_into_and_output_exclude_each_other(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(HEAD, "utf-8")
    for options in ([], ["-o", str(tmp_path / "x"), "--into", str(folder)]):
        assert CliRunner().invoke(main, ["import", str(table), *options]).exit_code == 2


def test_new_from_a_spreadsheet_ends_with_a_page(tmp_path: Path) -> None:
    table = tmp_path / "jane_doe.csv"
    table.write_text("Ort,von,bis\nPetrograd,1919,1921\nBerlin,1922,\n", "utf-8")
    command = ["new", str(tmp_path / "jane"), "--from", str(table)]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    assert "Jane Doe" in (tmp_path / "jane" / "map.html").read_text("utf-8")
    assert done.output.splitlines()[-1].startswith("2 rows: all taken. ")


# What an import derived follows a corrected table

OLD = (
    "place,lat,lon,start,end\n"
    "Skien,59.2,9.6,20 March 1828,1843\n"
    "Grimstad,58.3,8.6,1844,1850\n"
    "Rome,41.9,12.5,1864,1868\n"
)
CORRECTED = (
    "place,lat,lon,start,end\n"
    "Skien,59.2,9.6,20 March 1828,1843\n"
    "Grimstad,58.3,8.6,1844,1849\n"
    "Bergen,60.4,5.3,autumn 1851,1857\n"
    "Rome,41.9,12.5,1864,1868\n"
    "Kristiania,59.9,10.7,1891,23 May 1906\n"
)


@pytest.fixture
def ibsen(tmp_path: Path) -> Path:
    table = tmp_path / "ibsen.csv"
    table.write_text(OLD, "utf-8")
    folder = tmp_path / "ibsen"
    command = ["import", str(table), "-o", str(folder)]
    assert CliRunner().invoke(main, command).exit_code == 0
    table.write_text(CORRECTED, "utf-8")
    return folder


def bring_in(folder: Path) -> str:
    command = ["import", f"{folder}.csv", "--into", str(folder), "--yes"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    return done.stderr


def test_the_dates_of_the_person_follow_the_corrected_table(ibsen: Path) -> None:
    told = bring_in(ibsen)
    life = load_life(ibsen)
    assert life.subtitle == "20 March 1828 to 23 May 1906"
    assert (life.person.born, life.person.died) == ("1828-03-20", "1906-05-23")
    assert "~ life.toml, person.died: “1868” becomes “1906-05-23”" in told
    assert "title and person are called" not in told


def test_what_an_editor_wrote_of_the_person_stays_and_is_told(ibsen: Path) -> None:
    head = ibsen / "life.toml"
    text = head.read_text("utf-8").replace('died = "1868"', 'died = "1907"  # looked up')
    head.write_text(text, "utf-8")
    told = bring_in(ibsen)
    life = load_life(ibsen)
    assert (life.person.died, life.subtitle) == ("1907", "20 March 1828 to 23 May 1906")
    assert "# looked up" in head.read_text("utf-8")
    assert "somebody wrote there stays: died “1907” (the stops say “1906-05-23”)" in told


def test_a_life_that_no_import_made_keeps_its_head(folder: Path) -> None:
    before = (folder / "life.toml").read_text("utf-8")
    merged = merge_into(folder, import_life("a.csv", f"{HEAD},Basel,47.56,7.59,1990,,A day\n"))
    assert merged.files["life.toml"] == before


def test_the_ways_that_an_import_drew_follow_the_corrected_table(ibsen: Path) -> None:
    bring_in(ibsen)
    legs = {(leg.from_id, leg.to_id): leg.date_edtf for leg in load_life(ibsen).legs}
    assert legs == {
        ("skien-1828", "grimstad-1844"): "1843/1844",
        ("grimstad-1844", "bergen-1851"): "1849/1851-23",
        ("bergen-1851", "rome-1864"): "1857/1864",
        ("rome-1864", "kristiania-1891"): "1868/1891",
    }


def test_a_way_that_somebody_described_stays(ibsen: Path) -> None:
    table = ibsen / "legs.geojson"
    way = "From Grimstad to Rome; the way is not known."
    assert way in table.read_text("utf-8")
    table.write_text(table.read_text("utf-8").replace(way, "By ship."), "utf-8")
    bring_in(ibsen)
    assert "By ship." in {leg.summary for leg in load_life(ibsen).legs}


def test_the_corrected_table_again_changes_nothing(ibsen: Path) -> None:
    bring_in(ibsen)
    assert "nothing to change" in bring_in(ibsen)
