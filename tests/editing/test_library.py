from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from project import LIVES
from small_life import tables, write

from mapping.cli.main import main
from mapping.editing.imports.library import merge_library, read_library
from mapping.life.bibliography import render_bibtex
from mapping.page.html import render_page
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

CSL = json.dumps(
    [
        {
            "id": "http://zotero.org/users/local/abc/items/9ABCD2EF",
            "type": "book",
            "title": "A Book & its Life",
            "author": [{"family": "Doe", "given": "Jane"}],
            "issued": {"date-parts": [[1966]]},
            "publisher": "A House",
        }
    ]
)
BIB = """@book{doeBook1966,
  title = {{A} {Book} \\& its Life},
  author = {Doe, Jane},
  year = {1966},
  publisher = {A House}
}
"""
RIS = "TY  - BOOK\nAU  - Doe, Jane\nTI  - A Book & its Life\nPY  - 1966\nPB  - A House\nER  - \n"


@pytest.mark.parametrize("text", [CSL, BIB, RIS], ids=["csl", "bibtex", "ris"])
def test_a_library_is_read_from_what_zotero_writes(text: str) -> None:
    items = read_library("library.txt", text.encode())
    assert items is not None
    item = items[0]
    assert (item["type"], item["title"], item["publisher"]) == (
        "book",
        "A Book & its Life",
        "A House",
    )
    assert item["author"] == [{"family": "Doe", "given": "Jane"}]
    assert item["issued"] == {"date-parts": [[1966]]}


@pytest.mark.parametrize("text", ["place,lat\n", "{}", '[{"type": "Feature"}]', "", "\0"])
def test_what_is_no_library_is_left_to_others(text: str) -> None:
    assert read_library("a.csv", text.encode()) is None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"DOI": "10.1/X"}, {"DOI": "https://doi.org/10.1/x"}),
        ({"ISBN": "978-0-14-118682-7"}, {"ISBN": "9780141186827"}),
        ({"issued": {"date-parts": [[1966]]}}, {"issued": {"raw": "ca. 1966"}}),
    ],
)
def test_a_record_that_is_there_keeps_its_id_and_its_words(
    mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    own = {"id": "own", "type": "book", "title": "A Book", "publisher": "Mine", **mine}
    record = {"id": "x", "type": "book", "title": "A book", "publisher": "B", "page": "3", **theirs}
    merged, lines = merge_library([own], [record])
    assert merged == [{**own, "page": "3"}]
    assert lines == ["~ sources.json, own: page filled in"]


def test_a_library_comes_into_a_life_once(tmp_path: Path) -> None:
    folder = tmp_path / "life"
    shutil.copytree(LIVES / "benjamin", folder)
    count = len(load_life(folder).sources)
    (tmp_path / "library.bib").write_text(BIB, "utf-8")
    command = ["import", str(tmp_path / "library.bib"), "--into", str(folder), "--yes"]
    first = CliRunner().invoke(main, command)
    assert first.exit_code == 0, first.output
    assert "+ sources.json, doeBook1966" in first.stderr
    assert len(load_life(folder).sources) == count + 1
    again = CliRunner().invoke(main, command)
    assert "nothing to change" in again.stderr


def test_a_library_alone_asks_for_its_life(tmp_path: Path) -> None:
    (tmp_path / "library.ris").write_text(RIS, "utf-8")
    command = ["import", str(tmp_path / "library.ris"), "-o", str(tmp_path / "x")]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 2
    assert "--into" in done.stderr


@pytest.mark.parametrize(
    ("citekey", "key"),
    [
        ("nettlRosaLuxemburg1966", "nettlRosaLuxemburg1966"),
        ("doe:2001_a+b/c", "doe:2001_a+b/c"),
        ("http://zotero.org/users/1/items/9ABCD2EF", "http://zotero.org/users/1/items/9ABCD2EF"),
        ("Müller1999", "Müller1999"),
        ("a key, with {braces}", "a-key-with-braces"),
    ],
)
def test_a_citation_key_is_kept_as_it_is_if_it_can_be(
    citekey: str, key: str, tmp_path: Path
) -> None:
    record = {"id": citekey, "type": "book", "title": "T"}
    merged, _ = merge_library([], [record])
    assert merged[0]["id"] == key
    parts = tables()
    parts["sources.json"][0]["id"] = key
    parts["life.toml"] = parts["life.toml"].replace(
        'source = "book"', f"source = {json.dumps(key)}"
    )
    for table in ("stops.geojson", "legs.geojson"):
        for feature in parts[table]["features"]:
            feature["properties"]["sources"] = feature["properties"]["sources"].replace("book", key)
    life = load_life(write(parts, tmp_path / "life"))
    assert life.stops[0].source_ids == (key,)
    page = render_page(life)
    assert life.sources[0].id == key
    assert 'id="page--s1"' in page
    text, _ = render_bibtex(life.sources)
    assert text.startswith("@")
