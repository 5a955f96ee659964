"""What the search by mutation found, kept: every command tells it, and harms nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from small_life import Tables, as_files, leg, stop, tables, write

from mapping.cli.main import main
from mapping.editing.tidy import canonical_texts
from mapping.formats.qgis.sidecars import sidecars
from mapping.reading.folder import parse_life
from mapping.reading.syntax import NOT_FINITE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[Tables], object]

HUGE = "0x" + "f" * 9000  # more digits than Python will spell out


def _geometry(parts: Tables, file: str, value: object) -> None:
    parts[file]["features"][1]["geometry"] = value


def _toml(old: str, new: str) -> Edit:
    def edit(parts: Tables) -> None:
        assert old in parts["life.toml"]
        parts["life.toml"] = parts["life.toml"].replace(old, new)

    return edit


def _replaced(file: str, value: object) -> Edit:
    return lambda parts: parts.update({file: value})


# What is done to a life, and where the only error must be: file and field.
SLIPS: dict[str, tuple[Edit, str, str]] = {
    "a key of endless parts": (_replaced("life.toml", "a." * 50_000 + "a = 1"), "life.toml", ""),
    "a quoted key of endless parts": (
        _replaced("life.toml", "x = {" + "'a' . " * 50_000 + "a = 1}"),
        "life.toml",
        "",
    ),
    "a number for a year that no one could write": (
        _toml("year = 1970", f"year = {HUGE}"),
        "life.toml",
        "article.year",
    ),
    "a number for a text that no one could write": (
        _toml('title = "An article"', f"title = {HUGE}"),
        "life.toml",
        "article.title",
    ),
    "a year after all years": (
        _toml("year = 1970", "year = 19700"),
        "life.toml",
        "article.year",
    ),
    "a number for seq beyond any float": (
        lambda parts: stop(parts, 1).update(seq=10**400),
        "stops.geojson",
        "seq",
    ),
    "null for the stops": (_replaced("stops.geojson", None), "stops.geojson", ""),
    "null for the sources": (_replaced("sources.json", None), "sources.json", ""),
    "a source of which all is cited, broken": (
        lambda parts: parts["sources.json"][0].update(note=7),
        "sources.json",
        "note",
    ),
    "a point without coordinates": (
        lambda parts: _geometry(parts, "stops.geojson", {"type": "Point"}),
        "stops.geojson",
        "coordinates",
    ),
    "a line of text": (
        lambda parts: _geometry(parts, "legs.geojson", {"type": "LineString", "coordinates": "x"}),
        "legs.geojson",
        "coordinates",
    ),
    "a line of one position": (
        lambda parts: _geometry(
            parts, "legs.geojson", {"type": "LineString", "coordinates": [[1, 2]]}
        ),
        "legs.geojson",
        "coordinates",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_it_is_told_once_where_it_stands(name: str) -> None:
    edit, file, field = SLIPS[name]
    parts = tables()
    edit(parts)
    life, problems = parse_life(as_files(parts))
    assert life is None
    errors = [problem for problem in problems if problem.level == "error"]
    of_the_file = [problem for problem in errors if problem.expected == NOT_FINITE]
    assert len(of_the_file) == ("beyond any float" in name)  # before anybody knows whose it is
    told = [problem for problem in errors if problem not in of_the_file]
    assert {(problem.file, problem.field) for problem in told} == {(file, field)}


@pytest.mark.parametrize("command", ["check", "build", "export kml", "tidy"])
@pytest.mark.parametrize("name", SLIPS)
def test_no_command_breaks_on_it_or_harms_what_was_there(
    command: str, name: str, tmp_path: Path
) -> None:
    parts = tables()
    SLIPS[name][0](parts)
    folder, output = write(parts, tmp_path / "life"), tmp_path / "earlier.html"
    output.write_text("yesterday's")
    places = ["-o", str(output)] if command.startswith(("build", "export")) else []
    result = CliRunner().invoke(main, [*command.split(), str(folder), *places])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert output.read_text() == "yesterday's"
    if command != "tidy":  # which mends some, and leaves others for check to tell
        assert result.exit_code == 1
        assert "expected" in result.output


@pytest.mark.parametrize("strange", ["\ud800", "\x1b", "\u202e"])
def test_a_suggestion_spells_out_what_would_act_on_a_terminal(strange: str) -> None:
    parts = tables()
    source = parts["sources.json"][0]
    good = source["id"]
    source["id"] = f"{good}{strange}"
    _, problems = parse_life(as_files(parts))
    said = [str(problem) for problem in problems]
    spelled = f"\\u{ord(strange):04x}"
    assert any(f"Did you mean “{good}{spelled}”?" in each for each in said)
    assert not any(strange in each for each in said)


@pytest.mark.parametrize("coordinates", [[], [[1, 2]], None])
def test_tidy_draws_a_leg_anew_that_has_no_line(coordinates: Any) -> None:
    parts = tables()
    line = {"type": "LineString", "coordinates": coordinates}
    _geometry(parts, "legs.geojson", None if coordinates is None else line)
    text = canonical_texts(as_files(parts))["legs.geojson"]
    ends = [parts["stops.geojson"]["features"][n]["geometry"]["coordinates"] for n in (1, 2)]
    drawn = json.loads(text)["features"][1]["geometry"]["coordinates"]
    assert drawn == [pytest.approx(end, abs=1e-5) for end in ends]


def test_a_leg_over_the_pole_has_its_qgis_project_too() -> None:
    parts = tables()
    leg(parts, 0)["mode"] = "air"
    line = parts["legs.geojson"]["features"][0]["geometry"]["coordinates"]
    line[1:-1] = [[0, 90], [180, -90]]
    life, _ = parse_life(as_files(parts))
    assert life is not None
    assert all("nan" not in text and "inf" not in text.split() for text in sidecars(life).values())
