"""A wrong call is told with what was found there and a remedy that works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from small_life import canonical, set_dates, stop, tables, write

from mapping.cli.main import main
from mapping.formats.catalogue import FORMATS
from mapping.formats.registry import default_output
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

COMMANDS = ["build", "check", "tidy", "export kml"]


def run(*arguments: object) -> Result:
    words = [part for argument in arguments for part in str(argument).split(" ")]
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a small life, in the folder in which the test stands."""
    monkeypatch.chdir(tmp_path)
    return write(canonical(tables()), tmp_path / "ibsen")


def test_in_the_folder_of_a_life_each_command_works_on_it(
    life: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(life)
    assert run("tidy").exit_code == 0
    assert run("tidy", "--check").output == "ibsen is in canonical form\n"
    assert run("check").stdout.startswith("ibsen: 3 stops, 2 legs, ")
    assert run("check", ".").stdout == run("check").stdout


@pytest.mark.parametrize("call", ["build", "build .", "build ../ibsen", "build . ../ibsen"])
def test_what_is_built_in_a_life_goes_beside_it(
    call: str, life: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(life.rglob("*"))
    monkeypatch.chdir(life)
    result = run(call)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("../output/")
    assert len(list((life.parent / "output").glob("*.html"))) == 1
    assert sorted(life.rglob("*")) == before


def test_what_is_exported_in_a_life_goes_beside_it(
    life: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (life / "plans").mkdir()
    before = sorted(life.rglob("*"))
    for place, call in ((life, "export kml"), (life / "plans", "export csv ..")):
        monkeypatch.chdir(place)
        assert run(call).exit_code == 0
    assert sorted(life.rglob("*")) == before
    assert len(list(life.parent.iterdir())) == 3


def test_what_tidy_would_write_in_the_working_folder_is_put_right_by_what_it_says(
    life: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(life)
    assert run("tidy", ".", "--check").stderr == "Run serge-map tidy.\n"


def test_a_folder_data_with_a_life_comes_before_the_life_it_is_in(
    life: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(canonical(tables()), life / "data")
    monkeypatch.chdir(life)
    assert run("check").stdout.startswith("data: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_of_a_life_is_answered_with_its_folder(command: str, life: Path) -> None:
    assert life.is_dir()
    result = run(command, "ibsen/stops.geojson")
    assert result.exit_code == 2
    assert (
        "ibsen/stops.geojson: expected the folder of a life, found a file of one. "
        "Name its folder: ibsen\n"
    ) in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_table_is_answered_with_how_to_make_a_life_of_it(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ibsen.csv").touch()
    result = run(command, "ibsen.csv")
    assert result.exit_code == 2
    assert (
        "ibsen.csv: expected the folder of a life, found a file. To make a life of a table: "
        "serge-map new NAME --from ibsen.csv\n"
    ) in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_is_not_there_is_answered_with_how_to_make_one(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(command, "ibsen")
    assert result.exit_code == 2
    assert "found none. Name one that exists, or make one: serge-map new ibsen" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("5,38 43.3 1920-01-01", "found '5,38'. Write them with a decimal point: 5.38."),
        ("5.38 -43,3 1920-01-01", "found '-43,3'. Write them with a decimal point: -43.3."),
        ("east 43.3 1920-01-01", "Write them with a decimal point: 5.38; west and south"),
        ("5.38 143.3 1920-01-01", "expected degrees from -90 to 90, found 143.3. Longitude comes"),
        ("5.38 43.3 1920-02-31", "February 1920 has 29 days: write 1920-02-29.\n"),
        ("5.38 43.3 1920-25-12", "Did you mean 1920-12-25?\n"),
        ("5.38 43.3 1920-2-3", "Did you mean 1920-02-03?\n"),
    ],
)
def test_degrees_and_days_are_refused_with_the_way_to_write_them(
    arguments: str, words: str
) -> None:
    result = run("polity", arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_an_export_of_all_counts_all_and_names_what_is_left_out_or_failed(
    life: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = {"bib": FORMATS["bib"], "csl": FORMATS["csl"], "epub": FORMATS["epub"]}
    monkeypatch.setattr("mapping.formats.catalogue.FORMATS", ready)
    monkeypatch.setattr("mapping.formats.registry.is_ready", lambda name: name != "epub")
    whole = run("export all", life, "-o", "whole")
    assert "note: epub: left out. Run: pip install 'serge-map[paper]'" in whole.stderr
    said = "2 of 3 formats written to whole; not installed (paper): epub.\n"
    assert (whole.exit_code, whole.stdout) == (0, said)
    (life.parent / "part").mkdir()
    for name in ("bib", "csl"):
        path = life.parent / "whole" / str(default_output(load_life(life), name))
        assert path.is_file()
        (life.parent / "part" / path.name).mkdir(exist_ok=True)
    part = run("export all", life, "-o", "part")
    assert part.exit_code == 1
    assert part.stdout.startswith("0 of 3 formats written to part; failed: bib, csl; not ")


def test_check_and_tidy_say_what_was_found_once(tmp_path: Path) -> None:
    parts = tables()
    set_dates(stop(parts, 0), "1919/1920")
    stop(parts, 0)["date_edtf"] = "31 Feb 1920"
    for command in ("check", "tidy"):
        told = run(command, write(parts, tmp_path / command)).stderr
        first = next(line for line in told.splitlines() if "31 Feb" in line)
        assert first.count("31 Feb 1920") == 1
