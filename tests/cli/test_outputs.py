"""Nothing that was read, and nothing that somebody else wrote, is ever replaced."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import few_of
from small_life import canonical, tables, write

from mapping.cli.main import main

FILES = ("stops.geojson", "legs.geojson", "life.toml", "sources.json")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(canonical(tables()), tmp_path / "data")


def content(life: Path) -> dict[str, bytes]:
    return {name: (life / name).read_bytes() for name in FILES}


def ways_to(life: Path, name: str) -> dict[str, Path]:
    """Return the same file by several paths."""
    soft, hard = life.parent / f"soft-{name}", life.parent / f"hard-{name}"
    soft.symlink_to(life / name)
    os.link(life / name, hard)
    return {
        "plain": life / name,
        "dots": life / ".." / "data" / name,
        "relative": Path("data") / name,
        "symbolic link": soft,
        "hard link": hard,
    }


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("command", ["build", "export kml", "export bib", "export geojson"])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_what_was_read_is_never_replaced(
    life: Path, name: str, command: str, force: tuple[str, ...]
) -> None:
    before = content(life)
    for way, path in ways_to(life, name).items():
        result = run(*command.split(), life, "-o", path, *force)
        assert result.exit_code == 1, way
        assert "found" in result.stderr
        assert content(life) == before, way


def test_export_into_the_folder_of_the_life_spares_its_tables(life: Path) -> None:
    before = content(life)
    result = run("export", "geojson", life, "-o", life)
    assert result.exit_code == 1
    assert "one of the files it is made from" in result.stderr
    assert content(life) == before


@pytest.mark.parametrize(
    ("command", "name"),
    [("build", "map.html"), ("export kml", "a.kml"), ("export csl", "library.json")],
)
def test_a_file_of_somebody_elses_is_replaced_only_by_force(
    life: Path, tmp_path: Path, command: str, name: str
) -> None:
    path = tmp_path / name
    path.write_text("my own work", encoding="utf-8")
    result = run(*command.split(), life, "-o", path)
    assert result.exit_code == 1
    assert "found another. Name another file, or add --force" in result.stderr
    assert path.read_text(encoding="utf-8") == "my own work"
    assert run(*command.split(), life, "-o", path, "--force").exit_code == 0
    assert run(*command.split(), life, "-o", path).exit_code == 0  # now it is ours


@pytest.mark.parametrize(
    "name", few_of(["kml", "bib", "csl", "jsonld", "lpf", "qgis", "csv", "gpkg"], 7)
)
def test_what_we_wrote_may_be_written_again(life: Path, tmp_path: Path, name: str) -> None:
    for _ in range(2):
        result = run("export", name, life, "-o", tmp_path / f"out-{name}")
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize("command", ["build", "export kml", "export csv", "export all"])
def test_missing_folders_are_not_made_without_a_word(
    life: Path, tmp_path: Path, command: str
) -> None:
    target = tmp_path / "no" / "such" / "place"
    result = run(*command.split(), life, "-o", target)
    assert result.exit_code == 1
    assert "Make the folder, or name another place." in result.stderr
    assert not (tmp_path / "no").exists()


def test_several_files_do_not_go_into_a_folder_named_like_a_file(
    life: Path, tmp_path: Path
) -> None:
    result = run("export", "geojson", life, "-o", tmp_path / "x.csv")
    assert result.exit_code == 1
    assert "expected a folder" in result.stderr
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize("command", ["build", "tidy", "check", "export kml"])
def test_no_command_works_on_a_life_that_nobody_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*command.split())
    assert result.exit_code == 2
    assert "There is no life here" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_example_is_built_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build", "--example")
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "output" / "serge-map.html").is_file()
    assert run("build", "--example", tmp_path).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("polity", "18.65", "54.35", "1480-01-01"),
        ("polity", "2.35", "48.85", "2020-01-01"),
        ("export", "frontiers", "data", "--on", "1700-01-01"),
    ],
)
def test_nothing_is_claimed_of_days_that_the_atlas_does_not_know(
    life: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert "expected a day from 1890-01-01 to 1947-12-31" in result.stderr
    assert result.stdout == ""
    assert {path.name for path in tmp_path.iterdir()} == {life.name}


def test_each_page_is_named_after_the_folder_of_its_life(
    life: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    one = life.rename(tmp_path / "jane")
    shutil.copytree(one, tmp_path / "data")
    for command in (["build"], ["build", "jane"], ["build", "jane", "data"]):
        assert run(*command).exit_code == 0
    assert sorted(path.name for path in Path("output").iterdir()) == ["jane.html", "serge-map.html"]
    monkeypatch.chdir(one)
    (tmp_path / "output" / "jane.html").unlink()
    assert run("build").exit_code == 0
    assert (tmp_path / "output" / "jane.html").is_file()
