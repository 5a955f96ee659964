"""What an import says to the person: all of it, the weighty first, each with what to do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from mapping.cli.main import main
from mapping.editing.imports.folder import import_life
from mapping.editing.imports.records import Choices
from mapping.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

HEAD = "place,lat,lon,start\n"
TWO = HEAD + "Oslo,59.9,10.7,1850\nBergen,60.4,5.3,1851\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(TWO, "utf-8")
    return path


# Dates of a column


def test_a_slip_in_a_column_of_years_is_refused_and_the_years_are_taken() -> None:
    years = ("1920", "1921", "1922", "19223", "1924")
    rows = "".join(f"A{number},50,{number},{year}\n" for number, year in enumerate(years))
    imported = import_life("a.csv", HEAD + rows)
    (problem,) = imported.left_out
    assert (problem.feature, problem.field, problem.found) == ("line 5", "start", "“19223”")
    assert "a year of four digits" in problem.expected
    assert imported.stop_count == 4


def test_a_year_among_day_numbers_is_refused_and_the_days_are_taken() -> None:
    imported = import_life("a.csv", HEAD + "A,50,1,7000\nB,50,2,7100\nC,50,3,1920\n")
    assert [problem.feature for problem in imported.left_out] == ["line 4"]
    assert "day number" in imported.left_out[0].expected


def test_a_slip_in_the_column_of_ends_is_refused_too() -> None:
    text = "place,lat,lon,start,end\nA,50,1,1920,1921\nB,50,2,1921,19222\n"
    (problem,) = import_life("a.csv", text).left_out
    assert (problem.feature, problem.field) == ("line 3", "end")


def test_years_and_day_numbers_in_equal_parts_are_both_refused() -> None:
    with pytest.raises(DataError) as caught:
        import_life("a.csv", HEAD + "A,50,1,1920\nB,50,2,7100\n")
    assert [problem.feature for problem in caught.value.problems][:2] == ["line 2", "line 3"]


# All that is wrong


def test_all_faults_of_a_row_are_told_at_once() -> None:
    text = "place,lat,lon,start,end\nA,50,4,1920,1921\nB,95,200,31 Feb 1920,foo\n"
    imported = import_life("a.csv", text)
    assert {(p.feature, p.field) for p in imported.left_out} == {
        ("line 3", field) for field in ("lat", "lon", "start", "end")
    }
    assert imported.verdict == "2 rows: 1 taken, 1 left out needs you: line 3"


def test_a_fault_in_words_does_not_hide_one_in_numbers() -> None:
    text = HEAD + "A,50,4,1920\nB,95,north,1921\n"
    told = {p.field: p for p in import_life("a.csv", text).left_out}
    assert told.keys() == {"lat", "lon"}
    assert "-90 to 90" in told["lat"].expected


@pytest.mark.parametrize("axis", ["lat", "lon"])
def test_a_place_beyond_the_earth_is_refused_though_its_country_is_known(axis: str) -> None:
    beyond = {"lat": "90.0001,2", "lon": "12.5,180.0001"}[axis]
    rows = f"Nowhere,{beyond},1920,Greece\nAthens,37.98,23.73,1921,Greece\n"
    imported = import_life("a.csv", f"place,lat,lon,start,country\n{rows}")
    (problem,) = imported.left_out
    assert (problem.feature, problem.field) == ("line 2", axis)


def test_a_column_that_is_not_there_is_not_said_to_be_found() -> None:
    with pytest.raises(DataError) as caught:
        import_life("a.csv", TWO, Choices(columns={"start": "Datum"}))
    said = str(caught.value)
    assert "expected the column “Datum” that --map start names" in said
    assert "found only “place”, “lat”, “lon”, “start”" in said
    with pytest.raises(DataError, match="Did you mean “place”"):
        import_life("a.csv", TWO, Choices(columns={"place": "palce"}))


def test_a_table_without_places_is_told_that_their_names_alone_would_do() -> None:
    with pytest.raises(DataError) as caught:
        import_life("a.csv", "who,when\nA,1920\n")
    assert "columns for lat, lon, or one for place" in str(caught.value)
    assert "--map place=COLUMN" in str(caught.value)


# What happened


@pytest.mark.parametrize(
    "head",
    [
        *("What happened", "What he did", "Events", "Was geschah", "Was passierte"),
        *("Ce qui s'est passé", "Qué pasó", "Что произошло", "Cosa è successo"),
    ],
)
def test_what_happened_told_in_sentences_is_the_text_of_a_stop(head: str) -> None:
    text = f"place,lat,lon,start,{head}\nOslo,59.9,10.7,1850,He came to study medicine.\n"
    (stop,) = json.loads(import_life("a.csv", text).files["stops.geojson"])["features"]
    facts = stop["properties"]
    assert (facts["summary"], facts["title"]) == ("He came to study medicine.", "Oslo")


def test_what_happened_told_in_a_word_is_the_title_of_a_stop() -> None:
    text = "place,lat,lon,start,What happened\nSkien,59.2,9.6,1828,Born\n"
    (stop,) = json.loads(import_life("a.csv", text).files["stops.geojson"])["features"]
    assert stop["properties"]["title"] == "Born"


def test_what_happened_beside_a_title_is_the_text() -> None:
    text = "place,lat,lon,start,Title,What happened\nSkien,59.2,9.6,1828,Birth,Born at home\n"
    (stop,) = json.loads(import_life("a.csv", text).files["stops.geojson"])["features"]
    assert stop["properties"]["summary"] == "Born at home"


# The command


def test_two_folders_are_one_too_many(table: Path, tmp_path: Path) -> None:
    (tmp_path / "life").mkdir()
    done = run("import", table, "-o", tmp_path / "new", "--into", tmp_path / "life")
    assert done.exit_code == 2
    assert "not both" in done.stderr


def test_through_a_pipe_nothing_is_asked_and_the_call_is_not_called_wrong(
    table: Path, tmp_path: Path
) -> None:
    run("import", table, "-o", tmp_path / "life")
    table.write_text(TWO + "Rome,41.9,12.5,1864\n", "utf-8")
    command = ["import", str(table), "--into", str(tmp_path / "life")]
    done = CliRunner().invoke(main, command, input="y\n")
    assert done.exit_code == 2
    assert "Usage" not in done.stderr
    assert "only at a terminal. --yes makes the" in done.stderr


def test_the_browser_opens_only_if_it_is_asked_for(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    monkeypatch.chdir(tmp_path)
    quiet = run("new", tmp_path / "one", "--from", table)
    assert (quiet.exit_code, opened) == (0, [])
    assert "serge-map preview" in quiet.stdout.splitlines()[-1]
    assert run("new", tmp_path / "two", "--from", table, "--open").exit_code == 0
    assert opened == [(tmp_path / "output" / "two.html").as_uri()]
    assert run("new", tmp_path / "three", "--open").exit_code == 2


def test_the_last_line_of_a_new_life_says_how_to_bring_in_the_mended_table(
    table: Path, tmp_path: Path
) -> None:
    table.write_text(TWO + "Rome,x,12.5,1864\n", "utf-8")
    last = run("new", tmp_path / "one", "--from", table).stdout.splitlines()[-1]
    assert last.startswith("3 rows: 2 taken, 1 left out needs you: line 4. Mend the table")
    assert last.endswith(f"serge-map import {table} --into {tmp_path / 'one'}")


def test_what_needs_the_person_is_told_before_what_was_guessed(table: Path, tmp_path: Path) -> None:
    table.write_text(TWO + "Rome,x,12.5,1864\n", "utf-8")
    told = run("import", table, "-o", tmp_path / "life").stderr.splitlines()
    levels = [line.partition(":")[0] for line in told]
    assert levels == sorted(levels, key=["warning", "note"].index)
    assert {"warning", "note"} == set(levels)
    kinds = [line.split(":")[1] for line in told if line.startswith("note: ")]
    assert len(kinds) == len(set(kinds))


def test_one_is_not_told_in_the_plural(table: Path, tmp_path: Path) -> None:
    told = run("import", table, "-o", tmp_path / "life").stderr
    assert "1 leg joins stops" in told
    codebook = (tmp_path / "life" / "README.md").read_text("utf-8")
    assert "2 stops, 1 leg, 1 source." in codebook


def test_legs_that_there_are_not_are_not_told_of(table: Path, tmp_path: Path) -> None:
    table.write_text(HEAD + "Oslo,59.9,10.7,1850\n", "utf-8")
    assert "legs.geojson" not in run("import", table, "-o", tmp_path / "life").stderr


def test_a_day_that_its_month_lacks_is_answered_with_the_nearest(
    table: Path, tmp_path: Path
) -> None:
    table.write_text(TWO + "Rome,41.9,12.5,31 Feb 1864\n", "utf-8")
    told = run("import", table, "-o", tmp_path / "life").stderr
    assert "found “31 Feb 1864”. February 1864 has 29 days: write 1864-02-29" in told


def test_an_end_before_its_start_is_to_be_swapped(table: Path, tmp_path: Path) -> None:
    table.write_text(
        "place,lat,lon,start,end\nOslo,59.9,10.7,1850,1849\n" + "Rome,41.9,12.5,1851,\n"
    )
    told = run("import", table, "-o", tmp_path / "life").stderr
    assert "found “1850” / “1849”. Swap the two, or correct one." in told


def test_a_stay_that_began_before_the_atlas_does_has_the_state_of_its_first_known_day(
    table: Path, tmp_path: Path
) -> None:
    table.write_text("place,lat,lon,start,end\nFlensburg,54.8,9.4,1886,1904\n", "utf-8")
    told = run("import", table, "-o", tmp_path / "life").stderr
    assert "German Empire" in (tmp_path / "life" / "stops.geojson").read_text("utf-8")
    assert "expected the state of that date" not in told
