"""Plates as pictures: the right stops, the day asked for, a message for what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from project import DATA

from mapping.cli.main import main
from mapping.formats.registry import write_export

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.life.model import Life


def test_a_stop_stands_alone_with_its_name_and_day(life: Life, tmp_path: Path) -> None:
    write_export(life, "svg", tmp_path / "a.svg", stop="orenburg-exile")
    text = (tmp_path / "a.svg").read_text("utf-8")
    assert text.count("data-crs") == 1
    assert 'data-day="1933-06-01"' in text
    assert "Orenburg <tspan" in text


def test_a_picture_brings_its_fonts_and_says_its_day(life: Life, tmp_path: Path) -> None:
    write_export(life, "svg", tmp_path / "a.svg", stop="orenburg-exile")
    text = (tmp_path / "a.svg").read_text("utf-8")
    assert text.count("@font-face") == text.count("data:font/woff2") >= 4
    assert "http://" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "Frontiers of 1 June 1933." in text
    assert ET.fromstring(text).tag.endswith("svg")  # noqa: S314 - our own drawing


def test_a_chapter_names_each_town_once(life: Life, tmp_path: Path) -> None:
    write_export(life, "svg", tmp_path / "a.svg", chapter="russia", width=900)
    text = (tmp_path / "a.svg").read_text("utf-8")
    assert text.count("Moscow <tspan") == text.count("Petrograd <tspan") == 1
    assert 'viewBox="-4 -4 908 ' in text


def test_the_day_can_be_asked_for(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        main, ["export", "svg", str(DATA), "--on", "1914-07-01", "-o", str(tmp_path / "a.svg")]
    )
    assert result.exit_code == 0, result.output
    assert (tmp_path / "a.svg").read_text("utf-8").count('data-day="1914-07-01"') == 2


def test_a_picture_is_as_wide_as_asked_and_the_same_again(life: Life, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    for name in ("a", "b"):
        write_export(life, "png", tmp_path / f"{name}.png", stop="orenburg-exile", width=700)
    first = (tmp_path / "a.png").read_bytes()
    assert first == (tmp_path / "b.png").read_bytes()
    assert int.from_bytes(first[16:20], "big") == 708  # with the frame


@pytest.mark.parametrize("asked", ["Paris", "paris", "Petrograd", "Leningrad", "mexico city"])
def test_a_town_is_drawn_by_its_name(asked: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        main, ["export", "svg", str(DATA), "--town", asked, "-o", str(tmp_path / "a.svg")]
    )
    assert result.exit_code == 0, result.output
    assert 'class="plan"' in (tmp_path / "a.svg").read_text("utf-8")


def test_a_town_that_is_not_there_is_named_with_the_nearest() -> None:
    result = CliRunner().invoke(main, ["export", "svg", str(DATA), "--town", "Pariss"])
    assert result.exit_code == 1
    assert "--town: expected a town" in result.output
    assert "Did you mean paris" in result.output
    assert "The towns are Barcelona, Berlin, " in result.output


@pytest.mark.parametrize(
    ("option", "asked", "words"),
    [
        ("--stop", "moscow", ["Did you mean moscow-19", " or ", "? stops.geojson has all of them"]),
        ("--stop", "nosuch", ["Perhaps ", "? stops.geojson has all of them, as"]),
        ("--chapter", "zzz", ["Perhaps ", "? life.toml has all of them, under [[chapters]]."]),
    ],
)
def test_what_is_not_there_is_answered_with_the_nearest_and_where_all_are(
    option: str, asked: str, words: list[str]
) -> None:
    result = CliRunner().invoke(main, ["export", "svg", str(DATA), option, asked])
    assert result.exit_code == 1
    for each in words:
        assert each in result.output


@pytest.mark.parametrize(
    ("option", "asked", "near"),
    [("--stop", "orenburg", "orenburg-exile"), ("--chapter", "rusia", "russia")],
)
def test_what_is_not_there_is_named_with_the_nearest(option: str, asked: str, near: str) -> None:
    result = CliRunner().invoke(main, ["export", "svg", str(DATA), option, asked])
    assert result.exit_code == 1
    assert f"{option}: expected the id" in result.output
    assert near in result.output
