"""What a terminal is told: what it can bear, nothing that it would obey, always something."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import few_of
from small_life import stop, tables, write

from mapping.cli.console import visible
from mapping.cli.main import main
from mapping.errors import MOST_TOLD, Problems, at, count_of
from mapping.life.bibliography import issued_year
from mapping.life.model import Accepted
from mapping.reading.rules.accepted import without_accepted

SERGE_MAP = (sys.executable, "-m", "mapping")


def run(*arguments: str | bytes) -> bytes:
    """Run a command as a process and return what it says, both ways."""
    done = subprocess.run(
        [*SERGE_MAP, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert b"Traceback" not in done.stdout
    return done.stdout


def test_the_bytes_of_a_path_are_shown_and_not_obeyed() -> None:
    assert visible("a\x1b[2Jb\x9b1m\x7f\udcff") == "a\\x1b[2Jb\\x9b1m\\x7f\\xff"
    assert visible("two\nlines\tand a Москва") == "two\nlines\tand a Москва"


@pytest.mark.parametrize("command", ["build", "check", "tidy", "import"])
def test_no_command_echoes_an_escape(command: str, tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b]0;owned\x07b"
    assert "\x1b" not in CliRunner().invoke(main, [command, str(folder)]).output
    folder.mkdir()
    done = CliRunner().invoke(main, [command, str(folder)])
    assert done.exit_code
    assert "\x1b" not in done.output


@pytest.mark.slow
def test_a_path_that_is_not_utf_8_is_a_path(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/life-\xff"))
    write(tables(), folder)
    assert rb"life-\xff" in run("check", os.fsencode(folder))
    table = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xff.csv"))
    table.write_text("place,date,lat,lon\nParis,1919,48.85,2.35\n", encoding="utf-8")
    said = run("import", os.fsencode(table), "-o", str(tmp_path / "new"))
    assert b"a life of 1 stop written" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_the_output_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*SERGE_MAP, "polity", "2.35", "48.85", "1919-01-01"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"expected a place that takes text, found an obstacle" in done.stderr


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
@pytest.mark.parametrize("command", ["check LIFE", "build LIFE", "polity 18.65 54.35 1480-01-01"])
def test_who_wants_no_colours_gets_none(command: str, env: dict[str, str], tmp_path: Path) -> None:
    folder = str(write(tables() | {"legs.geojson": "{"}, tmp_path / "life"))
    arguments = [folder if word == "LIFE" else word for word in command.split()]
    usual = {"TERM": "xterm", "NO_COLOR": ""}
    assert "\x1b[31m" in CliRunner().invoke(main, arguments, color=True, env=usual).output
    plain = CliRunner().invoke(main, arguments, color=True, env=usual | env).output
    assert "\x1b" not in plain
    assert "error: " in plain


def test_of_a_thousand_findings_a_hundred_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    parts = tables()
    pattern = parts["stops.geojson"]["features"][0]
    parts["stops.geojson"]["features"] = [
        {**pattern, "properties": {**pattern["properties"], "kind": f"wrong {number}"}}
        for number in range(1000)
    ]
    folder = str(write(parts, tmp_path / "life"))
    said = CliRunner().invoke(main, ["check", folder])
    lines = [line for line in said.stderr.splitlines() if line.startswith("error: stops.geojson")]
    assert len(lines) == MOST_TOLD + 1
    found = 2000  # each kind is wrong, and no id is its own
    assert f"found {found - MOST_TOLD:,} more. Mend those that are told" in lines[-1]
    report = json.loads(CliRunner().invoke(main, ["check", folder, "--json"]).stdout)
    mine = [problem for problem in report["problems"] if problem["file"] == "stops.geojson"]
    assert len(mine) == MOST_TOLD + 1
    assert sum(problem["count"] for problem in mine) == found
    assert f"{report['errors']} errors" in said.stdout


def test_warnings_beyond_the_first_hundred_can_be_accepted_and_errors_stay_errors() -> None:
    place = at("stops.geojson", "paris")
    warning = place.warning("note", expected="one", found="none", remedy="Write it.")
    error = place.error("kind", expected="one", found="none", remedy="Write it.")
    found = Problems([warning] * 5000 + [error])
    accepted = Accepted(warning="expected one, found none", reason="It is known.")
    assert without_accepted(found, [accepted], whole=True) == [error]
    more = Problems([*found, *Problems([error] * 300), *[warning] * 9000])
    assert (count_of(more, "error"), count_of(more, "warning")) == (301, 14000)
    assert len(more) == 10_001 + MOST_TOLD + 1


def test_rows_left_out_of_a_table_are_told_up_to_a_hundred_and_all_counted(tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    rows = [f"Paris,48.85,2.35,{1900 + number % 40}" for number in range(9)]
    rows += ["Xyzzy,,,1920"] * 150
    table.write_text("\n".join(["place,lat,lon,start", *rows]), encoding="utf-8")
    said = CliRunner().invoke(main, ["import", str(table), "-o", str(tmp_path / "life")])
    assert said.stderr.count("Left out: ") == MOST_TOLD + 1
    assert "found 50 more" in said.stderr
    assert "159 rows: 9 taken, 150 left out need you" in said.output


def test_json_is_json_whatever_the_article_is(tmp_path: Path) -> None:
    folder = write(tables(), tmp_path / "life")
    article = tmp_path / "article.txt"
    article.write_bytes(b"\x00\xff\xfe binary")
    done = CliRunner().invoke(main, ["check", str(folder), "--json", "--article", str(article)])
    assert json.loads(done.stdout)["errors"] >= 1
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("polity 2 48 1700-01-01 --json", "1890-01-01"),
        ("import TABLE -o OUT --json", "columns for"),
    ],
)
def test_a_command_that_fails_prints_json_too(command: str, said: str, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    places = {"TABLE": str(table), "OUT": str(tmp_path / "life")}
    done = CliRunner().invoke(main, [places.get(word, word) for word in command.split()])
    assert (done.exit_code, done.stderr) == (1, "")
    assert said in json.loads(done.stdout)["error"]


def test_quotes_are_compared_in_a_life_with_errors_too(tmp_path: Path) -> None:
    parts = tables()
    stop(parts, 1)["kind"] = "wrong"
    folder = write(parts, tmp_path / "life")
    article = tmp_path / "article.txt"
    article.write_text("He lived in Paris.", encoding="utf-8")
    done = CliRunner().invoke(main, ["check", str(folder), "--json", "--article", str(article)])
    fields = [problem["field"] for problem in json.loads(done.stdout)["problems"]]
    assert {"kind", "quote"} <= set(fields)


@pytest.mark.parametrize("number", few_of([signal.SIGTERM, signal.SIGINT]))
def test_a_command_that_is_ended_leaves_no_file_behind(number: int, tmp_path: Path) -> None:
    folder = write(tables(), tmp_path / "life")
    target = tmp_path / "out" / "map.html"
    target.parent.mkdir()
    program = (
        "import os, signal, mapping.files as files\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell may ignore it
        f"files.os.fsync = lambda _: os.kill(os.getpid(), {int(number)})\n"
        "from mapping.cli.main import run\nrun()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "build", str(folder), "-o", str(target)],
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("issued", "said"),
    [
        ({"raw": "ca. 1927"}, "about 1927"),
        ({"raw": "1927, spring"}, "1927"),
        ({"date-parts": [[1927, 5]]}, "1927"),
        ({"date-parts": [[1927]], "circa": True}, "about 1927"),
        ({"raw": "undated"}, ""),
    ],
)
def test_a_year_of_publication_is_found_in_words(issued: dict[str, object], said: str) -> None:
    assert issued_year({"issued": issued}) == said
