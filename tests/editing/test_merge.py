from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from project import LIVES

from mapping.cli.main import main
from mapping.editing.imports.folder import import_life, write_imported
from mapping.editing.imports.merge import merge_into
from mapping.editing.tidy import tidy_life
from mapping.errors import DataError
from mapping.formats.workbook import xlsx
from mapping.reading.folder import load_life

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


def test_new_from_a_spreadsheet_ends_with_a_page_beside_the_life(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("jane_doe.csv").write_text("Ort,von,bis\nPetrograd,1919,1921\nBerlin,1922,\n", "utf-8")
    done = CliRunner().invoke(main, ["new", "jane", "--from", "jane_doe.csv"])
    assert done.exit_code == 0, done.output
    page = Path("output") / "jane.html"
    assert "Jane Doe" in page.read_text("utf-8")
    assert not list(Path("jane").glob("*.html"))
    assert done.output.splitlines()[-1].startswith("2 rows: all taken. ")
    first = page.read_bytes()
    assert CliRunner().invoke(main, ["build", "jane"]).exit_code == 0
    assert [path.name for path in Path("output").iterdir()] == ["jane.html"]
    assert page.read_bytes() == first


def test_the_page_beside_a_life_follows_the_corrected_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    table, page = Path("a.csv"), Path("output") / "a.html"
    table.write_text(f"{HEAD},Basel,47.56,7.59,1930,,A first visit\n", "utf-8")
    CliRunner().invoke(main, ["new", "a", "--from", "a.csv"])
    table.write_text(f"{HEAD},Basel,47.56,7.59,1930,,A longer visit\n", "utf-8")
    done = CliRunner().invoke(main, ["import", "a.csv", "--into", "a", "--yes"])
    assert f"Its map is made anew: {page}" in done.stdout
    assert "A longer visit" in page.read_text("utf-8")


def test_without_a_page_beside_the_life_an_import_says_how_to_build_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    table = Path("a.csv")
    table.write_text(f"{HEAD},Basel,47.56,7.59,1930,,A first visit\n", "utf-8")
    CliRunner().invoke(main, ["import", "a.csv", "-o", "far/a"])
    Path("output").mkdir()
    page = Path("output") / "a.html"  # of another life with the same name
    page.write_text("<!doctype html>", "utf-8")
    table.write_text(f"{HEAD},Basel,47.56,7.59,1930,,A longer visit\n", "utf-8")
    done = CliRunner().invoke(main, ["import", "a.csv", "--into", "far/a", "--yes"])
    assert done.exit_code == 0
    assert "See it: serge-map build far/a --open" in done.stdout
    assert page.read_text("utf-8") == "<!doctype html>"


def test_a_page_that_somebody_else_wrote_is_left_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    table, page = Path("a.csv"), Path("output") / "a.html"
    table.write_text(f"{HEAD},Basel,47.56,7.59,1930,,A first visit\n", "utf-8")
    CliRunner().invoke(main, ["new", "a", "--from", "a.csv"])
    page.write_text("mine", "utf-8")
    table.write_text(f"{HEAD},Basel,47.56,7.59,1930,,A longer visit\n", "utf-8")
    done = CliRunner().invoke(main, ["import", "a.csv", "--into", "a", "--yes"])
    assert done.exit_code == 0
    assert f"Its map is left as it was: {page}" in done.stdout
    assert page.read_text("utf-8") == "mine"


def test_an_import_into_a_life_tells_a_program_nothing_but_json(folder: Path) -> None:
    table = folder.with_name("a.csv")
    table.write_text(f"{HEAD},Basel,47.56,7.59,1930-05,,A visit\n", "utf-8")
    command = ["import", str(table), "--into", str(folder), "--yes", "--json"]
    assert json.loads(CliRunner().invoke(main, command).stdout)["taken"] == 1


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


# Which stop a row is


def row_of(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def dates_of(folder: Path) -> dict[str, str]:
    return {stop.id: stop.date_edtf for stop in load_life(folder).stops}


@pytest.fixture(scope="module")
def imported_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("once") / "w"
    write_imported(import_life("w.csv", WANDERER), folder)
    return folder


@pytest.fixture
def wanderer(imported_once: Path, tmp_path: Path) -> Path:
    """Return the life of a table that stands beside it; one town is in it twice."""
    return shutil.copytree(imported_once, tmp_path / "w")


WANDERER = (
    "place,lat,lon,start,end\n"
    "Vienna,48.21,16.37,1890,1908\n"
    "Paris,48.85,2.35,1909,1911\n"
    "Berlin,52.52,13.4,1918,1932\n"
    "Paris,48.85,2.35,1933,1938\n"
    "Oslo,59.91,10.75,1939,1940\n"
)


def again(folder: Path, *changes: tuple[str, str]) -> str:
    text = WANDERER
    for old, new in changes:
        text = row_of(text, old, new)
    folder.with_suffix(".csv").write_text(text, "utf-8")
    return bring_in(folder)


@pytest.mark.parametrize(
    ("old", "new", "key", "dates"),
    [
        ("Berlin,52.52,13.4,1918", "Berlin,52.52,13.4,1919", "berlin-1918", "1919/1932"),
        ("Berlin,52.52,13.4,1918,1932", "Berlin,52.52,13.4,1913,1914", "berlin-1918", "1913/1914"),
        ("Vienna,48.21,16.37,1890", "Vienna,48.21,16.37,May 1889", "vienna-1890", "1889-05/1908"),
        ("1909,1911", "1910,1912", "paris-1909", "1910/1912"),
        ("1933,1938", "March 1933,1939", "paris-1933", "1933-03/1939"),
        ("Oslo,59.91,10.75,1939,1940", "Oslo,59.91,10.75,1941,", "oslo-1939", "1941/1941"),
    ],
)
def test_another_first_day_corrects_the_stop_and_adds_none(
    wanderer: Path, old: str, new: str, key: str, dates: str
) -> None:
    before = dates_of(wanderer)
    told = again(wanderer, (old, new))
    assert dates_of(wanderer) == before | {key: dates}
    assert f"for {key} (" in told
    assert "nothing to change" in bring_in(wanderer)


def test_legs_follow_a_first_day_that_was_corrected(wanderer: Path) -> None:
    again(wanderer, ("Berlin,52.52,13.4,1918", "Berlin,52.52,13.4,1919"))
    legs = {(leg.from_id, leg.to_id): leg.date_edtf for leg in load_life(wanderer).legs}
    assert len(legs) == 4
    assert legs["paris-1909", "berlin-1918"] == "1911/1919"


def test_the_state_of_the_day_follows_the_date_where_the_atlas_said_it(wanderer: Path) -> None:
    states = {stop.id: stop.country_then for stop in load_life(wanderer).stops}
    again(wanderer, ("Berlin,52.52,13.4,1918", "Berlin,52.52,13.4,1920"))
    after = {stop.id: stop.country_then for stop in load_life(wanderer).stops}
    assert after["berlin-1918"] != states["berlin-1918"]
    assert after["oslo-1939"] == states["oslo-1939"]


def test_all_first_days_may_be_corrected_at_once(wanderer: Path) -> None:
    changes = [(f",{year},", f",{year + 1},") for year in (1890, 1909, 1918, 1933, 1939)]
    again(wanderer, *changes)
    assert list(dates_of(wanderer)) == [
        "vienna-1890",
        "paris-1909",
        "berlin-1918",
        "paris-1933",
        "oslo-1939",
    ]
    assert dates_of(wanderer)["vienna-1890"] == "1891/1908"


def test_another_place_at_the_same_dates_corrects_the_stop(wanderer: Path) -> None:
    again(wanderer, ("Berlin,52.52,13.4,1918", "Leipzig,51.34,12.37,1918"))
    life = load_life(wanderer)
    stop = life.stops[2]
    assert (stop.id, stop.name_now, stop.name_then) == ("berlin-1918", "Leipzig", "Leipzig")
    assert (stop.title, stop.position) == ("Leipzig", (12.37, 51.34))
    assert len(life.stops) == 5
    assert life.legs[1].waypoints[-1] == (12.37, 51.34)


def test_a_place_looked_up_by_name_moves_with_its_name(tmp_path: Path) -> None:
    table, folder = tmp_path / "w.csv", tmp_path / "w"
    table.write_text("place,start\nVienna,1890\nBerlin,1918\nOslo,1939\n", "utf-8")
    CliRunner().invoke(main, ["import", str(table), "-o", str(folder)])
    table.write_text("place,start\nVienna,1890\nPrague,1918\nOslo,1939\n", "utf-8")
    bring_in(folder)
    stop = load_life(folder).stops[1]
    assert (stop.name_now, stop.country_now) == ("Prague", "CZ")
    assert stop.position == pytest.approx((14.4, 50.1), abs=0.1)


def test_what_a_gazetteer_knows_does_not_replace_what_somebody_wrote(tmp_path: Path) -> None:
    table, folder = tmp_path / "w.csv", tmp_path / "w"
    table.write_text("place,start\nVienna,1890\nBerlin,1918\n", "utf-8")
    CliRunner().invoke(main, ["import", str(table), "-o", str(folder)])
    stops_file = folder / "stops.geojson"
    text = stops_file.read_text("utf-8").replace('"precision": "city"', '"precision": "site"')
    stops_file.write_text(text, "utf-8")
    assert "nothing to change" in bring_in(folder)


def test_a_name_of_today_and_a_point_that_somebody_set_stay(tmp_path: Path) -> None:
    table, folder = tmp_path / "w.csv", tmp_path / "w"
    table.write_text("place,start\nPetrograd,1919\nBerlin,1921\n", "utf-8")
    CliRunner().invoke(main, ["import", str(table), "-o", str(folder)])
    stops_file = folder / "stops.geojson"
    text = stops_file.read_text("utf-8")
    text = text.replace('"name_now": "Petrograd"', '"name_now": "Saint Petersburg"')
    stops_file.write_text(re.sub(r"\[30\.\d+, 59\.\d+\]", "[30.3, 59.9]", text), "utf-8")
    tidy_life(folder)
    assert "nothing to change" in bring_in(folder)


def test_a_stay_that_changes_places_with_its_neighbour_takes_its_legs_along(
    wanderer: Path,
) -> None:
    again(wanderer, ("Berlin,52.52,13.4,1918,1932", "Berlin,52.52,13.4,1931,1939"), ("1939,", ","))
    life = load_life(wanderer)
    pairs = [(leg.from_id, leg.to_id) for leg in life.legs]
    assert pairs == list(
        zip([s.id for s in life.stops], [s.id for s in life.stops][1:], strict=False)
    )


def test_a_second_stay_at_a_place_is_a_new_stop(wanderer: Path) -> None:
    told = again(
        wanderer,
        ("Oslo,59.91,10.75,1939,1940\n", "Oslo,59.91,10.75,1939,1940\nParis,48.85,2.35,1946,\n"),
    )
    assert len(dates_of(wanderer)) == 6
    assert "+ stops.geojson, paris-1946" in told


def test_rows_that_only_add_are_new_and_said_to_be(wanderer: Path) -> None:
    wanderer.with_suffix(".csv").write_text(
        "place,lat,lon,start\nBerlin,52.52,13.4,May 1920\n", "utf-8"
    )
    told = bring_in(wanderer)
    assert "line 2, Berlin 1920-05/1920-05, not berlin-1918 (Berlin 1918/1932)" in told
    assert dates_of(wanderer)["berlin-1918"] == "1918/1932"
    assert "berlin-1920" in dates_of(wanderer)


def test_a_row_that_may_be_two_things_is_refused_and_an_id_says_which(wanderer: Path) -> None:
    table = wanderer.with_suffix(".csv")
    text = row_of(WANDERER, "Berlin,52.52,13.4,1918,1932\n", "")
    table.write_text(f"{text}Berlin,52.52,13.4,1950,1951\n", "utf-8")
    command = ["import", str(table), "--into", str(wanderer), "--yes"]
    before = content(wanderer)
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 1
    assert content(wanderer) == before
    assert "w.csv, line 6, id: expected a row that is plainly one stop of the life" in done.stderr
    assert "write berlin-1918 there if the row is that stop, else a new id" in done.stderr
    lines = f"{text}Berlin,52.52,13.4,1950,1951\n".splitlines()
    for own, count in (("berlin-1918", 5), ("berlin-again", 6)):
        with_id = [
            f"{line},{'id' if not n else own if n == 5 else ''}" for n, line in enumerate(lines)
        ]
        table.write_text("\n".join(with_id), "utf-8")
        copy = shutil.copytree(wanderer, wanderer.with_name(own))
        done = CliRunner().invoke(main, ["import", str(table), "--into", str(copy), "--yes"])
        assert done.exit_code == 0, done.output
        assert len(dates_of(copy)) == count
        assert dates_of(copy)[own] == "1950/1951"


def test_a_stop_that_is_no_longer_in_the_table_stays_and_is_named(wanderer: Path) -> None:
    told = again(wanderer, ("Berlin,52.52,13.4,1918,1932\n", ""))
    assert "berlin-1918" in dates_of(wanderer)
    assert "Not in the table, and left as before: berlin-1918 (Berlin 1918/1932)" in told


def test_an_id_that_was_made_of_place_and_year_is_no_proof(wanderer: Path) -> None:
    table = wanderer.with_suffix(".csv")
    table.write_text(f"{WANDERER}Oslo,59.91,10.75,Dec 1939,\n", "utf-8")
    bring_in(wanderer)
    after = dates_of(wanderer)
    assert after["oslo-1939"] == "1939/1940"
    assert after["oslo-1939-2"] == "1939-12/1939-12"


def test_what_is_understood_is_told_before_the_changes(wanderer: Path) -> None:
    told = again(wanderer, ("Berlin,52.52,13.4,1918", "Berlin,52.52,13.4,1919")).splitlines()
    first_change = next(n for n, line in enumerate(told) if line.startswith("~"))
    assert any("berlin-1918" in line for line in told[:first_change])


# Chapters


TOLD = ("Youth", "Youth", "Work", "", "Exile")


def with_chapters(folder: Path, names: tuple[str, ...] = TOLD) -> str:
    lines = WANDERER.splitlines()
    text = "\n".join(
        f"{line},{name}" for line, name in zip(lines, ("chapter", *names), strict=True)
    )
    folder.with_suffix(".csv").write_text(text, "utf-8")
    return bring_in(folder)


def test_chapters_that_a_table_gets_later_divide_the_story(wanderer: Path) -> None:
    told = with_chapters(wanderer)
    life = load_life(wanderer)
    assert [chapter.id for chapter in life.chapters] == ["youth", "work", "exile"]
    assert [stop.chapter for stop in life.stops] == ["youth", "youth", "work", "work", "exile"]
    assert "+ life.toml, chapter exile: Exile" in told
    assert "- life.toml, chapter the-life: The life" in told
    assert "nothing to change" in bring_in(wanderer)


def test_a_chapter_that_somebody_wrote_of_keeps_its_words(wanderer: Path) -> None:
    with_chapters(wanderer)
    head = wanderer / "life.toml"
    text = head.read_text("utf-8").replace('summary = "Work"', 'summary = "He works."')
    head.write_text(text.replace('id = "exile"\ntitle = "Exile"', 'id = "exile"\ntitle = "Far"'))
    with_chapters(wanderer, ("Youth", "Youth", "Work", "Return", "Exile"))
    life = load_life(wanderer)
    assert [chapter.id for chapter in life.chapters] == ["youth", "work", "return", "exile"]
    assert [chapter.summary for chapter in life.chapters][1] == "He works."
    assert life.chapters[-1].title == "Far"


def test_a_head_that_somebody_took_over_gets_no_chapter_and_it_is_said(wanderer: Path) -> None:
    head = wanderer / "life.toml"
    head.write_text(head.read_text("utf-8").partition("\n")[2], "utf-8")
    told = with_chapters(wanderer)
    assert "it has no chapter “Youth”, “Work”, “Exile”" in told
    assert {stop.chapter for stop in load_life(wanderer).stops} == {"the-life"}
