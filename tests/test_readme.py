"""README tells the commands, options and formats that the program has, and no others."""

from __future__ import annotations

import re
import tomllib

import pytest
from project import ROOT

from mapping.cli import main
from mapping.formats.catalogue import FORMATS

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = dict(re.findall(r"^\| `serge-map (\w+)([^`]*)` \|", README, re.MULTILINE))
FENCED = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def test_every_command_is_told() -> None:
    assert set(COMMANDS) == set(main.commands)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_options_that_are_told_exist(name: str) -> None:
    told = set(re.findall(r"--?[a-z][\w-]*", COMMANDS[name]))
    has = {option for param in main.commands[name].params for option in param.opts}
    assert told <= has


def test_every_format_is_told() -> None:
    rows = re.findall(r"^\| ((?:`\w+` ?)+) \|", README, re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert set(FORMATS) <= told


@pytest.mark.parametrize("heading", ["Make the map", "Run the tests"])
def test_the_two_commands_of_a_newcomer_are_one_block_each(heading: str) -> None:
    sections = dict(FENCED.findall(README))
    assert sections[heading].count("```") == 2


def test_what_the_notebook_draws_with_is_an_extra_that_is_told_above_its_code() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra, test = (set(extras["optional-dependencies"][name]) for name in ("notebook", "test"))
    assert {re.match(r"[\w-]+", one)[0] for one in extra} == {"matplotlib", "mapclassify"}
    assert extra <= test
    section = dict(FENCED.findall(README))["In a notebook"]
    assert "pip install -q -e '.[notebook]'" in section.split("```")[0]


def test_the_pictures_are_there() -> None:
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).is_file()


def test_what_readme_says_of_keeping_is_held_by_tests_that_exist() -> None:
    kept = README.split("## How this is kept")[1].split("\n## ")[0]
    promises = [line for line in kept.splitlines() if line.startswith("- ")]
    assert len(promises) >= 7
    for promise in promises:
        named = [name for name in re.findall(r"`([^`]+)`", promise) if "/" in name]
        assert named, promise
        assert all((ROOT / name).exists() for name in named), promise


def test_what_readme_says_where_to_look_is_there() -> None:
    told = README.split("Where to look")[1].split("\n\n")[1]
    named = [name for name in re.findall(r"`([^`]+)`", told) if "/" in name]
    assert len(named) >= 16
    roots = (ROOT / "mapping", ROOT)
    assert [name for name in named if not any((root / name).exists() for root in roots)] == []
