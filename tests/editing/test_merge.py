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
    command = ["new", str(tmp_path / "jane"), "--from", str(table), "--no-open"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    assert "Jane Doe" in (tmp_path / "jane" / "map.html").read_text("utf-8")
    assert done.output.splitlines()[-1] == "2 rows: all taken"
