from __future__ import annotations

import io
import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from project import DATA, LIVES

from mapping.editing.imports.folder import import_life, read_table
from mapping.editing.imports.own import files_of_sheets
from mapping.editing.imports.workbook import read_sheets
from mapping.editing.tidy import tidy_life
from mapping.errors import DataError, ExportError
from mapping.formats.registry import write_export
from mapping.formats.workbook import CELL_LIMIT, ods, xlsx
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mapping.formats.exported import Exported
    from mapping.life.model import Life

FILES = ("life.toml", "stops.geojson", "legs.geojson", "sources.json")
LISTS = {
    "persons.json": [{"id": "nin", "name": "Andrés Nin", "sentence": "A\nfriend; murdered."}],
    "works.json": [{"id": "men", "title": "Men in Prison", "form": "novel", "published": "1930"}],
    "glossary.json": [{"id": "gpu", "term": "GPU", "sentence": "The secret police."}],
}
FOLDERS = {"serge": DATA, "benjamin": LIVES / "benjamin"}
BOTH = pytest.mark.parametrize("make", [xlsx, ods])


@pytest.fixture(params=FOLDERS)
def folder(request: pytest.FixtureRequest) -> Path:
    return FOLDERS[request.param]


def written(make: Callable[[Life], Exported], folder: Path) -> bytes:
    return next(iter(make(load_life(folder)).files.values()))


def assert_same_files(files: dict[str, str], folder: Path) -> None:
    for name in FILES:
        assert files[name] == (folder / name).read_text("utf-8"), name


@BOTH
def test_a_workbook_gives_back_the_same_four_files(
    make: Callable[[Life], Exported], folder: Path
) -> None:
    assert_same_files(import_life("life.bin", written(make, folder)).files, folder)


def test_a_folder_of_csv_gives_back_the_same_four_files(folder: Path, tmp_path: Path) -> None:
    write_export(load_life(folder), "csv", tmp_path / "csv")
    assert_same_files(read_table(tmp_path / "csv").files, folder)


@pytest.mark.parametrize("ending", ["xlsx", "ods", "csv"])
def test_the_lists_beside_the_tables_come_back_too(ending: str, tmp_path: Path) -> None:
    folder = tmp_path / "life"
    shutil.copytree(FOLDERS["benjamin"], folder)
    for name, rows in LISTS.items():
        (folder / name).write_text(json.dumps(rows), "utf-8")
    stops = (folder / "stops.geojson").read_text("utf-8")
    with_person = stops.replace('"persons": null', '"persons": "nin"', 1)
    (folder / "stops.geojson").write_text(with_person, "utf-8")
    tidy_life(folder)
    table = tmp_path / ("csv" if ending == "csv" else f"life.{ending}")
    write_export(load_life(folder), ending, table)
    files = read_table(table).files
    assert_same_files(files, folder)
    for name in LISTS:
        assert files[name] == (folder / name).read_text("utf-8"), name


@BOTH
def test_the_same_life_gives_the_same_bytes(make: Callable[[Life], Exported], folder: Path) -> None:
    assert written(make, folder) == written(make, folder)


@pytest.mark.slow
@BOTH
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_libreoffice_may_open_and_save_it_on_the_way(
    make: Callable[[Life], Exported], ending: str, folder: Path, tmp_path: Path
) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("no LibreOffice here")
    table = tmp_path / f"life.{make.__name__}"
    table.write_bytes(written(make, folder))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    out = tmp_path / "out"
    command = [office, profile, "--headless", "--convert-to", ending, "--outdir", str(out)]
    subprocess.run([*command, str(table)], check=True, capture_output=True, timeout=180)
    assert_same_files(read_table(out / f"life.{ending}").files, folder)


def test_hostile_text_stays_text(folder: Path) -> None:
    life = load_life(folder)
    hostile = '=HYPERLINK("x")\n  two  spaces and one \n\'+1'
    stops = (life.stops[0].model_copy(update={"note": hostile}), *life.stops[1:])
    for make in (xlsx, ods):
        data = next(iter(make(life.model_copy(update={"stops": stops})).files.values()))
        lines = read_sheets("x", data)["stops"]
        assert lines[1][1][lines[0][1].index("note")] == hostile
    book = load_workbook(io.BytesIO(written(xlsx, folder)))
    assert not [c for row in book["stops"].iter_rows() for c in row if c.data_type == "f"]


def test_a_workbook_helps_who_fills_it_in(folder: Path) -> None:
    sheet = load_workbook(io.BytesIO(written(xlsx, folder)))["stops"]
    head = {cell.value: cell for cell in sheet[1]}
    assert sheet.freeze_panes == "B2"
    assert "EDTF" in head["date_edtf"].comment.text
    lists = {choice.formula1 for choice in sheet.data_validations.dataValidation}
    assert '"address,site,city,region"' in lists
    assert head["id"].offset(1).number_format == "@"


def test_a_text_too_long_for_a_cell_is_refused(folder: Path) -> None:
    life = load_life(folder)
    stop = life.stops[0].model_copy(update={"note": "x" * (CELL_LIMIT + 1)})
    with pytest.raises(ExportError, match="sheet stops, row 2"):
        xlsx(life.model_copy(update={"stops": (stop,)}))


def test_what_is_changed_in_the_sheets_is_changed_in_the_files_and_nothing_else() -> None:
    folder = FOLDERS["benjamin"]
    book = load_workbook(io.BytesIO(written(xlsx, folder)))
    stops, facts, sources = book["stops"], book["life"], book["sources"]
    stops.cell(2, [cell.value for cell in stops[1]].index("title") + 1).value = "Another title"
    titles = {row[0].value: row[1] for row in facts.iter_rows()}
    titles["title"].value = "Another life"
    author = [cell.value for cell in sources[1]].index("author") + 1
    sources.cell(2, author).value = "Doe, Jane; A Body"
    stream = io.BytesIO()
    book.save(stream)
    files = import_life("b.xlsx", stream.getvalue()).files
    for name, expected in (("stops.geojson", 1), ("life.toml", 1), ("legs.geojson", 0)):
        before = (folder / name).read_text("utf-8").splitlines()
        after = files[name].splitlines()
        assert len(before) == len(after)
        assert sum(one != two for one, two in zip(before, after, strict=True)) == expected, name
    assert 'title = "Another life"' in files["life.toml"]
    assert '"literal": "A Body"' in files["sources.json"]


def test_a_position_that_was_deleted_is_named_with_its_sheet_and_row() -> None:
    sheets = read_sheets("b.xlsx", written(xlsx, FOLDERS["benjamin"]))
    head = sheets["stops"][0][1]
    sheets["stops"][1][1][head.index("lon")] = ""
    with pytest.raises(DataError, match="sheet stops, row 2, position"):
        files_of_sheets("b.xlsx", sheets)
