from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner
from project import ROOT
from small_life import canonical, set_dates, stop, tables, write

from mapping import __version__
from mapping.cli.batch import build_many, plan
from mapping.cli.folders import default_folder, example_folder
from mapping.cli.main import main
from mapping.errors import AssetError

if TYPE_CHECKING:
    from click.testing import Result


def run(*arguments: object) -> Result:
    """Run a command as a person does, and let nothing but an exit code out."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def life(tmp_path: Path) -> Path:
    """Return the folder of a small life."""
    return write(canonical(tables()), tmp_path / "small")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return the folder of a life with one error and one warning."""
    parts = tables()
    stop(parts, 1)["kind"] = "prison"
    parts["sources.json"].append({"id": "other", "type": "bok", "title": "Other"})
    return write(parts, tmp_path / "broken")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# build


def test_build_says_one_plain_line_and_writes_one_file(life: Path, tmp_path: Path) -> None:
    output = tmp_path / "maps" / "map.html"
    output.parent.mkdir()
    result = run("build", life, "-o", output)
    assert result.exit_code == 0
    size = f"{len(output.read_bytes()) / 1000:.0f}"
    assert result.stdout == f"{output}: {size} kB, 3 stops, 2 legs, 1 407 km\n"
    assert result.stderr == ""
    assert names(output.parent) == ["map.html"]
    assert "<title>A life" in output.read_text(encoding="utf-8")


def test_build_takes_data_to_output_by_default(
    life: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    life.rename(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    assert run("build").exit_code == 0
    assert names(tmp_path / "output") == ["serge-map.html"]


def test_the_same_life_gives_the_same_bytes(life: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("build", life, "-o", tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_warnings_go_to_standard_error_and_stop_nothing(tmp_path: Path) -> None:
    parts = tables()
    stop(parts, 2)["sources"] = ""
    result = run("build", write(parts, tmp_path / "life"), "-o", tmp_path / "map.html")
    assert result.exit_code == 0
    assert result.stderr == (
        "warning: stops.geojson, vienna, sources: expected a source, found none. "
        "Cite what it rests on.\n"
    )


def test_a_failed_build_leaves_the_earlier_map(broken: Path, tmp_path: Path) -> None:
    output = tmp_path / "maps" / "map.html"
    output.parent.mkdir()
    output.write_text("yesterday")
    result = run("build", broken, "-o", output)
    assert result.exit_code == 1
    assert result.stdout == ""
    first, *_, last = result.stderr.splitlines()
    assert first.startswith("error: stops.geojson, berlin, kind: expected one of birth, home")
    assert last == "1 error and 1 warning"
    assert output.read_text() == "yesterday"
    assert names(output.parent) == ["map.html"]


def test_an_output_that_cannot_be_written_is_told(life: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for output in (tmp_path, tmp_path / "file" / "map.html"):
        result = run("build", life, "-o", output)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"error: {output}: expected a f")


def test_what_is_wrong_with_the_program_itself_is_told_too(
    life: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_: object, **__: object) -> str:
        raise AssetError("mapping/page/web/icon.svg: expected a file, found none. Install it.")

    monkeypatch.setattr("mapping.page.html.render_page", lost)
    result = run("build", life, "-o", tmp_path / "map.html")
    assert (result.exit_code, result.stderr[:32]) == (1, "error: mapping/page/web/icon.svg")
    assert not (tmp_path / "map.html").exists()


def test_open_shows_the_map(life: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(click, "launch", shown.append)
    run("build", life, "-o", tmp_path / "map.html", "--open")
    assert shown == [(tmp_path / "map.html").as_uri()]


# many lives


@pytest.fixture
def several(life: Path, broken: Path, tmp_path: Path) -> list[Path]:
    """Return the folders of a good life, a bad one, an empty one and another good one."""
    (tmp_path / "empty").mkdir()
    other = tables()
    set_dates(stop(other, 2), "1923-01-26/1930")
    return [life, broken, tmp_path / "empty", write(other, tmp_path / "other")]


def test_many_lives_are_built_past_a_bad_one(several: list[Path], tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    result = run("build", *several, "-o", maps)
    assert result.exit_code == 1
    assert names(maps) == ["other.html", "small.html"]
    *built, total = result.stdout.splitlines()
    assert [line.partition(":")[0] for line in built] == [
        str(maps / "small.html"),
        str(maps / "other.html"),
    ]
    assert total == "2 of 4 maps built"
    assert f"{several[1]}: no map. 1 error and 1 warning" in result.stderr
    assert f"error: {several[2]}: life.toml: expected a file, found none" in result.stderr


@pytest.mark.slow
def test_maps_do_not_depend_on_how_many_work(several: list[Path], tmp_path: Path) -> None:
    built = {}
    for workers in (1, 3):
        output = tmp_path / str(workers)
        output.mkdir()
        list(build_many(plan(several, output), workers))
        built[workers] = {path.name: path.read_bytes() for path in output.iterdir()}
    assert built[1] == built[3]
    assert len(built[1]) == 2


def test_two_lives_of_one_name_are_a_wrong_call(life: Path, tmp_path: Path) -> None:
    again = write(tables(), tmp_path / "again" / "small")
    result = run("build", life, again, "-o", tmp_path / "maps")
    assert result.exit_code == 2
    assert "would both become" in result.stderr
    assert not (tmp_path / "maps").exists()


def test_the_same_life_twice_is_built_once(life: Path, tmp_path: Path) -> None:
    assert plan([life, life], tmp_path) == [(life, tmp_path / "small.html")]


# check


def test_check_is_content_with_a_sound_life(life: Path) -> None:
    for table in (life / "stops.geojson", life / "legs.geojson"):
        text = table.read_text("utf-8")
        table.write_text(text.replace('"sources": "book"', '"sources": "book, chap. 3"'), "utf-8")
    result = run("check", life)
    assert result.exit_code == 0
    assert result.output == f"{life}: 3 stops, 2 legs, no problems\n"


def test_check_counts_what_it_finds(broken: Path) -> None:
    result = run("check", broken)
    assert result.exit_code == 1
    assert result.stdout == f"{broken}: 1 error and 1 warning\n"
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [
        "error",
        "warning",
    ]


def test_check_as_json_prints_json_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = run("check", tmp_path / "nowhere", "--json")
    report = json.loads(result.stdout)
    assert (result.exit_code, result.stderr, report["errors"]) == (1, "", 1)
    assert "found no" in run("check", tmp_path / "nowhere").stderr


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("1900", "expected a day such as 1936-09-01, found '1900'. Write year, month and day."),
        ("1936-13-01", "a month from 01 to 12, found '1936-13-01'. Did you mean 1936-01-13?"),
        ("1 May 1936", "found '1 May 1936'. Did you mean 1936-05-01?"),
    ],
)
def test_a_day_that_is_none_is_told_with_its_remedy(day: str, words: str) -> None:
    result = run("polity", "2", "48", day)
    assert result.exit_code == 2
    assert words in result.stderr


def test_check_as_json_is_for_programs(broken: Path) -> None:
    result = run("check", broken, "--json")
    report = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (1, "")
    assert (report["folder"], report["errors"], report["warnings"]) == (str(broken), 1, 1)
    assert report["problems"][0] == {
        "file": "stops.geojson",
        "feature": "berlin",
        "field": "kind",
        "expected": (
            "one of birth, home, commune, politics, captivity, exile, refuge, transit, event, death"
        ),
        "found": "“prison”",
        "remedy": "Choose one of them.",
        "level": "error",
        "count": 1,
    }


@pytest.mark.parametrize(
    ("article", "code"), [("Then I lived in  Paris.", 0), ("Then I lived in Parma.", 1)]
)
def test_check_holds_quotes_against_the_article(
    article: str, code: int, life: Path, tmp_path: Path
) -> None:
    (tmp_path / "article.txt").write_text(article)
    result = run("check", life, "--article", tmp_path / "article.txt")
    assert result.exit_code == code
    assert ("The closest passage is “I lived in Parma.”" in result.stderr) == bool(code)


# tidy


def test_tidy_writes_what_check_names(life: Path) -> None:
    first = run("tidy", life, "--check")
    assert first.exit_code == 1
    assert f"not canonical: {life / 'stops.qml'}\n" in first.stdout
    assert first.stderr == f"Run serge-map tidy {life}.\n"
    assert not (life / "stops.qml").exists()
    written = run("tidy", life)
    assert written.exit_code == 0
    assert written.stdout == first.stdout.replace("not canonical", "written")
    again = run("tidy", life, "--check")
    assert (again.exit_code, again.output) == (0, f"{life} is in canonical form\n")


# polity


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-99.1", "19.4", "1941-09-04"], "Mexico (MEX), sovereign\n"),
        (["2.35", "48.85", "1942-01-01"], "held by Germany (DEU)"),
        (["-30", "40", "1941-04-01"], "none: sea, or land outside the map\n"),
        (["55.1", "51.77", "1933-07-01"], "USSR (RUS), sovereign\n"),
        (["5.25", "43.2", "1941-02-01"], "nearest drawn land, "),
    ],
)
def test_polity_names_who_held_a_place(arguments: list[str], words: str) -> None:
    result = run("polity", *arguments)
    assert result.exit_code == 0
    assert words in result.stdout


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["2.35", "48.85", "1942-01-01"], {"code": "FRA-O", "controller": "DEU"}),
        (["18.65", "54.35", "1930-06-01"], {"code": "DAN", "status": "free city"}),
        (["-30", "40", "1941-04-01"], {"code": None, "name": None, "distance_km": None}),
    ],
)
def test_polity_tells_a_program_all_it_knows(
    arguments: list[str], expected: dict[str, object]
) -> None:
    told = json.loads(run("polity", "--json", *arguments).stdout)
    fields = ["code", "name", "sovereign", "controller", "status"]
    assert list(told) == [*fields, "distance_km", "frontier_km", "exactness_km"]
    assert told.items() >= expected.items()


# calls


@pytest.mark.parametrize(
    "arguments",
    [
        ["paint"],
        ["build", "no-such-folder"],
        ["build", "pyproject.toml"],
        ["build", "--colour"],
        ["check", "a", "b"],
        ["check", "--article", "no-such-file"],
        ["polity", "200", "48", "1941-01-01"],
        ["polity", "2", "-91", "1941-01-01"],
        ["polity", "2", "48", "1941-02-30"],
        ["polity", "2", "north", "1941-01-01"],
        ["polity", "2", "48"],
        ["polity", "nan", "48", "1941-01-01"],
    ],
)
def test_a_wrong_call_is_exit_code_two(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


@pytest.mark.parametrize("command", ["build", "check", "tidy", "polity", "export", "new", "import"])
def test_every_command_explains_itself(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert command in run("--help").stdout


def test_the_package_runs_as_a_module() -> None:
    call = [sys.executable, "-m", "mapping", "--version"]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    assert done.stdout == f"serge-map, version {__version__}\n"


def test_the_life_is_data_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert default_folder() == Path("data")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(click.UsageError, match="There is no life here"):
        default_folder()
    (tmp_path / "data").mkdir()
    assert default_folder() == Path("data")
    (tmp_path / "life.toml").touch()
    assert default_folder() == Path()


def test_the_example_is_that_of_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site" / "mapping"
    with pytest.raises(click.UsageError, match="Install serge-map again"):
        example_folder(package)
    write(tables(), package / "life_of_serge")
    assert example_folder(package) == package / "life_of_serge"
