"""Whatever a stop and a chapter are called, the page opens, steps and links."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from samples import few_of
from small_life import TOML, canonical, tables, write

from mapping.page.html import render_page
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader import Reader

# parts of the page and of other pages, members of the objects of JavaScript, names of the window
IDS = (
    *("front", "map", "said", "actions", "story", "whole-life", "life-data", "atlas-data"),
    *("s1", "w0-1", "k0-home", "chapter-west", "chapter-east", "page-map", "page", "still-0"),
    *("constructor", "prototype", "hasownproperty", "tostring", "length", "name", "top", "self"),
    *("location", "document", "status", "event", "unpacked", "l", "0", "1", "00"),
    *("null", "true", "undefined", "nan", "a" * 64, "map-of-life", "start", "end", "stop"),
)


@pytest.fixture(scope="module")
def odd_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ids")
    parts = tables()
    pattern = parts["stops.geojson"]["features"][0]
    parts["stops.geojson"]["features"] = [
        _called(pattern, name, seq) for seq, name in enumerate(dict.fromkeys(IDS), start=1)
    ]
    parts["legs.geojson"]["features"] = []
    parts["life.toml"] = TOML.replace('"west"', '"life-data"').replace('"east"', '"constructor"')
    page = folder / "map.html"
    life = load_life(write(canonical(parts), folder / "life"))
    page.write_text(render_page(life), encoding="utf-8", newline="\n")
    return page


def _called(pattern: dict[str, Any], name: str, seq: int) -> dict[str, Any]:
    feature = copy.deepcopy(pattern)
    chapter = "life-data" if seq <= len(IDS) // 2 else "constructor"
    feature["id"] = name
    feature["properties"] |= {"id": name, "seq": seq, "chapter": chapter, "title": f"Stop {seq}"}
    return feature


def test_any_id_is_opened_by_its_address(read: Callable[..., Reader], odd_page: Path) -> None:
    reader = read(odd_page)
    for name in dict.fromkeys(IDS):
        reader.page.evaluate("name => { location.hash = name; }", name)
        reader.wait_for(name)


@pytest.mark.slow
def test_a_journey_passes_every_id(read: Callable[..., Reader], odd_page: Path) -> None:
    reader = read(odd_page)
    for name in dict.fromkeys(IDS):
        reader.page.keyboard.press("ArrowRight")
        reader.wait_for(name)
        assert reader.page.evaluate("location.hash") == f"#{name}"


@pytest.mark.parametrize("chapter", few_of(["life-data", "constructor"]))
def test_a_chapter_of_any_name_is_opened(
    read: Callable[..., Reader], odd_page: Path, chapter: str
) -> None:
    reader = read(odd_page, at=f"#page--chapter-{chapter}")
    reader.wait_for(IDS[0] if chapter == "life-data" else IDS[len(IDS) // 2])
